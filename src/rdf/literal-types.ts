import type { Iri } from '../kernel/iri.ts';
import { literalDatatypes } from '../profile/literal-datatypes.ts';
import type { LiteralFormat } from '../profile/plan.ts';
import { xsd } from './namespaces.ts';

/** Which datatype a literal of the profile has. XML Schema 1.1 part 2; DCAT-AP-SE 3.0.1 on dates. */

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

const plainDate = /^\d{4}-\d\d-\d\d$/;

/** The XSD type that a date has by its form; undefined when it has the form of none of the four. */
export function dateType(lexical: string): Iri | undefined {
  if (plainDate.test(lexical)) return types.date;
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

/** What a syntax writes for a datatype, rendered once for each of the few that the profile has. */
export function byDatatype(
  render: (datatype: Iri | undefined) => string,
): (datatype: Iri | undefined) => string {
  const ready = new Map<Iri | undefined, string>();
  return (datatype) => {
    const known = ready.get(datatype);
    if (known !== undefined) return known;
    const made = render(datatype);
    ready.set(datatype, made);
    return made;
  };
}
