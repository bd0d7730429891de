import { isLinkable } from '../../http/facts-page.ts';
import { isJsonObject, type JsonValue } from '../../kernel/json.ts';
import { shownText } from './shown-text.ts';
import type { Viewing } from './viewing.ts';

/** What a licence lets people do, as families of licences with the same conditions. */
export const licenceFamilies = [
  'free',
  'by',
  'by-sa',
  'by-nc',
  'by-nd',
  'by-nc-sa',
  'by-nc-nd',
] as const;

export type LicenceFamily = (typeof licenceFamilies)[number];

/** A licence in plain words. */
export interface LicenceView {
  /** Its short name: `CC0 1.0`, or what the publisher calls it. */
  readonly name: string;
  /** What one may do with the data; undefined for terms that only the publisher's own text tells. */
  readonly meaning?: string;
  readonly isOpen?: boolean;
  /** The licence's own text. */
  readonly href?: string;
}

/** By the notation in the vocabulary, version left out. */
const families: Readonly<Record<string, LicenceFamily>> = {
  CC0: 'free',
  PDDL: 'free',
  PDM: 'free',
  'CC BY': 'by',
  'ODC-By': 'by',
  OGL: 'by',
  COM_REUSE: 'by',
  'CC BY-SA': 'by-sa',
  ODbL: 'by-sa',
  GFDL: 'by-sa',
  EUPL: 'by-sa',
  'CC BY-NC': 'by-nc',
  'CC BY-ND': 'by-nd',
  'CC BY-NC-SA': 'by-nc-sa',
  'CC BY-NC-ND': 'by-nc-nd',
};

/** A licence, by its IRI or as it was described; undefined when there is none. */
export function licenceView(
  value: JsonValue | undefined,
  { profile, language, words }: Viewing,
): LicenceView | undefined {
  const node = isJsonObject(value) ? value : undefined;
  const iri = typeof value === 'string' ? value : node?.['@id'];
  const concept =
    typeof iri === 'string' ? profile.vocabularies.get('licence').concept(iri) : undefined;
  const link = typeof iri === 'string' && isLinkable(iri) ? { href: iri } : {};
  if (concept !== undefined) {
    const notation = concept.notation ?? concept.prefLabel[language];
    const family = families[notation.replace(/ [0-9.]+$/, '')];
    const { open } = concept.facts;
    return {
      name: notation.includes('_') ? concept.prefLabel[language] : notation,
      ...(family === undefined ? {} : { meaning: words.licenceMeanings[family] }),
      ...(typeof open === 'boolean' ? { isOpen: open } : {}),
      ...link,
    };
  }
  const title =
    node === undefined ? undefined : shownText(node.title ?? node.description, language);
  if (title !== undefined) return { name: title.text, ...link };
  return typeof iri === 'string' ? { name: iri, ...link } : undefined;
}
