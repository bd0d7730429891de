import { isAbsoluteIri } from '../../kernel/iri.ts';
import type { PropertyPlan } from '../../profile/plan.ts';
import type { Vocabularies } from '../../vocabularies/vocabularies.ts';
import { readDate } from './read-date.ts';
import { readDuration } from './read-duration.ts';

/**
 * One value as people type it, and as the record keeps it. What is not understood is kept as it was typed: the profile's
 * judgement then says what is wrong with it.
 */

/** The value that a text means for the property. The text is not empty. */
export function valueOfText(
  property: PropertyPlan,
  text: string,
  vocabularies: Vocabularies,
): string | number {
  if (property.widget === 'format') return mediaType(property, text.trim(), vocabularies);
  return valueWithoutName(property, property.node === 'literal' ? text : text.trim(), vocabularies);
}

/** What stands in the field for a value: the shortest text that means it. */
export function textOfValue(
  property: PropertyPlan,
  value: string | number,
  vocabularies: Vocabularies,
): string {
  const text = String(value);
  const short = text.replace(/^(?:mailto|tel):/, '');
  const means = (written: string) => valueOfText(property, written, vocabularies) === value;
  return short !== text && short !== '' && means(short) ? short : text;
}

function literal({ format }: PropertyPlan, text: string): string | number {
  switch (format) {
    case 'date':
      return readDate(text);
    case 'duration':
      return readDuration(text);
    case 'integer': {
      const digits = text.replace(/[\s.,_]/g, '');
      const value = Number(digits);
      return /^\d+$/.test(digits) && !/[.,]/.test(text) && Number.isSafeInteger(value)
        ? value
        : text.trim();
    }
    case 'decimal': {
      const digits = text.replace(/\s/g, '').replace(',', '.');
      return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(digits) ? digits : text.trim();
    }
    case 'hexBinary':
      return text.replace(/\s/g, '');
    case 'wkt':
      return text.trim();
    default:
      return text;
  }
}

/** The code that the list of suggestions gives a name to: who picks `CSV (.csv)` means `text/csv`. */
function mediaType(
  property: PropertyPlan,
  text: string,
  vocabularies: Vocabularies,
): string | number {
  const { vocabulary, node } = property;
  if (node !== 'literal' || vocabulary === undefined)
    return valueWithoutName(property, text, vocabularies);
  const scheme = vocabularies.get(vocabulary);
  const found = scheme.normalise(text);
  const concept = found === undefined ? undefined : scheme.concept(found.iri);
  const isName = concept?.prefLabel.sv === text || concept?.prefLabel.en === text;
  return (isName ? concept?.notation : undefined) ?? literal(property, text);
}

function valueWithoutName(
  property: PropertyPlan,
  text: string,
  vocabularies: Vocabularies,
): string | number {
  return property.node === 'literal'
    ? literal(property, text)
    : reference(property, text, vocabularies);
}

function reference(
  { widget, vocabulary, pattern }: PropertyPlan,
  text: string,
  vocabularies: Vocabularies,
): string {
  if (widget === 'email' && /^[^\s:/@]+@[^\s@]+$/.test(text)) return `mailto:${text}`;
  if (widget === 'telephone' && /^[+\d][\d\s()./-]+$/.test(text)) {
    return `tel:${text.replace(/[\s()./]/g, '')}`;
  }
  if (isAbsoluteIri(text)) return text;
  if (vocabulary !== undefined) return vocabularies.get(vocabulary).normalise(text)?.iri ?? text;
  const isWeb = widget === 'address' || pattern?.includes('http') === true;
  return isWeb && /^www\.[^\s]+$/i.test(text) ? `https://${text}` : text;
}
