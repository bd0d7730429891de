import type { Localized } from '../kernel/issue.ts';
import type { LiteralFormat, Plan, PropertyPlan } from './plan.ts';

/** What a property asks for, in words: for the documentation and for the messages in the SHACL shapes. */

const literals: Readonly<Record<LiteralFormat, Localized>> = {
  string: { sv: 'text utan språk', en: 'text without a language' },
  date: { sv: 'datum, tidpunkt, månad eller år', en: 'date, date and time, month or year' },
  integer: { sv: 'heltal, noll eller mer', en: 'whole number, zero or more' },
  decimal: { sv: 'decimaltal', en: 'decimal number' },
  duration: { sv: 'tidslängd', en: 'duration' },
  hexBinary: { sv: 'hexadecimala siffror', en: 'hexadecimal digits' },
  wkt: { sv: 'geometri som WKT', en: 'geometry as WKT' },
};

export const obligationWords = {
  mandatory: { sv: 'obligatorisk', en: 'mandatory' },
  recommended: { sv: 'rekommenderad', en: 'recommended' },
  optional: { sv: 'valfri', en: 'optional' },
  conditional: { sv: 'villkorad', en: 'conditional' },
} as const satisfies Record<PropertyPlan['obligation'], Localized>;

/** How many values the property may have, as the profile writes it: `0..1`, `1..n`, `1`. Texts are counted in all languages. */
export function cardinalityOf(property: PropertyPlan): string {
  const most = property.many || property.node === 'text' ? 'n' : '1';
  return property.min === 1 && most === '1' ? '1' : `${property.min}..${most}`;
}

/** What one value is. */
export function valueWording(plan: Plan, property: PropertyPlan): Localized {
  switch (property.node) {
    case 'text':
      return textWording(property);
    case 'literal':
      return literals[property.format ?? 'string'];
    case 'iri':
      return { sv: 'IRI', en: 'IRI' };
    case 'resource': {
      const { label } = plan.class(property.class ?? '');
      return { sv: `${label.sv} eller dess IRI`, en: `${label.en} or its IRI` };
    }
  }
}

/** The cardinality in words. */
export function countWording(property: PropertyPlan): Localized {
  const most = property.many || property.node === 'text' ? 'many' : 'one';
  if (property.min === 1) {
    return most === 'one'
      ? { sv: 'precis ett värde', en: 'exactly one value' }
      : { sv: 'minst ett värde', en: 'at least one value' };
  }
  return most === 'one'
    ? { sv: 'högst ett värde', en: 'at most one value' }
    : { sv: 'valfritt antal värden', en: 'any number of values' };
}

function textWording({ many, tagOptional }: PropertyPlan): Localized {
  const text = tagOptional
    ? { sv: 'text, helst med språk', en: 'text, with a language if possible' }
    : { sv: 'text med språk', en: 'text with a language' };
  return many ? text : { sv: `${text.sv}, en per språk`, en: `${text.en}, one per language` };
}
