import type { Iri } from '../kernel/iri.ts';
import type { LiteralFormat } from '../profile/plan.ts';
import { literalDatatypes } from '../profile/literal-datatypes.ts';
import { xsd } from './namespaces.ts';

/** Which datatype a literal of the profile has. XML Schema 1.1 part 2; dcat-ap-se §4.3. */

const types = {
  date: xsd('date'),
  dateTime: xsd('dateTime'),
  gYear: xsd('gYear'),
  gYearMonth: xsd('gYearMonth'),
} as const;

const zone = '(?:Z|[+-]\\d\\d:\\d\\d)?';
const forms: readonly (readonly [RegExp, Iri])[] = [
  [new RegExp(`^-?\\d{4,}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?${zone}$`), types.dateTime],
  [new RegExp(`^-?\\d{4,}-\\d\\d-\\d\\d${zone}$`), types.date],
  [new RegExp(`^-?\\d{4,}-\\d\\d${zone}$`), types.gYearMonth],
  [new RegExp(`^-?\\d{4,}${zone}$`), types.gYear],
];

/** The XSD type that a date has by its form; undefined when it has the form of none of the four. */
export function dateType(lexical: string): Iri | undefined {
  return forms.find(([form]) => form.test(lexical))?.[1];
}

/** The datatype of one literal; undefined for plain text. A date without a date's form is written as plain text. */
export function datatypeOf(format: LiteralFormat, lexical: string): Iri | undefined {
  return format === 'date' ? dateType(lexical) : usualType(format);
}

/** The datatype that a format's literals have when their form does not decide it; undefined for plain text. */
export function usualType(format: LiteralFormat): Iri | undefined {
  return format === 'string' ? undefined : literalDatatypes[format][0];
}
