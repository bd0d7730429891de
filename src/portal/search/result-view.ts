import { collections } from '../../catalog/resource.ts';
import { textIn } from '../../kernel/language-map.ts';
import { facetLabel } from '../../search/facet-labels.ts';
import type { MarkedText, SearchHit } from '../../search/search.ts';
import { formatRecent } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import type { Searched } from './searched.ts';

/** A hit as it stands in the list. */
export interface ResultView {
  readonly id: string;
  readonly href: string;
  readonly title: MarkedText;
  /** What kind of record, when it is no dataset. */
  readonly kind: string | undefined;
  readonly organization: { readonly text: string; readonly href: string };
  readonly description: MarkedText | undefined;
  readonly formats: readonly string[];
  readonly moreFormats: number;
  readonly license: string | undefined;
  readonly isRestricted: boolean;
  readonly updated: { readonly iso: string; readonly text: string } | undefined;
  readonly standards: readonly string[];
  readonly quality: { readonly percent: number; readonly level: 'high' | 'middle' | 'low' };
  /** Why it is here, in sentences; empty when browsing. */
  readonly reasons: readonly string[];
}

const mostFormats = 5;
const mostStandards = 2;
const mostReasons = 8;

/** What is shown of a hit. @param now the moment that "yesterday" is told from */
export function resultView(hit: SearchHit, searched: Searched, now: Date): ResultView {
  const { language, vocabularies } = searched;
  const { shown, title, description } = hit;
  const label = (facet: 'license' | 'conformsTo', value: string) =>
    facetLabel(vocabularies, facet, value, language);
  const codes = shown.formats.map((code) =>
    facetLabel(vocabularies, 'format', `/${code}`, language),
  );
  return {
    id: hit.id,
    href: `/${collections[shown.kind]}/${shown.name}`,
    title,
    kind: shown.kind === 'dataset' ? undefined : wordsIn(language).kinds.one[shown.kind],
    organization: {
      text: textIn(shown.organization.title, [language]) ?? shown.organization.name,
      href: `/organizations/${shown.organization.name}`,
    },
    description,
    formats: codes.slice(0, mostFormats),
    moreFormats: Math.max(0, codes.length - mostFormats),
    license: shown.license === undefined ? undefined : label('license', shown.license),
    isRestricted: shown.accessRights !== undefined && shown.accessRights !== 'PUBLIC',
    updated:
      shown.modified === undefined || shown.modified === ''
        ? undefined
        : { iso: shown.modified, text: formatRecent(shown.modified, language, now) },
    standards: shown.conformsTo.slice(0, mostStandards).map((iri) => label('conformsTo', iri)),
    quality: {
      percent: shown.quality,
      level: shown.quality >= 75 ? 'high' : shown.quality >= 45 ? 'middle' : 'low',
    },
    reasons: reasons(hit, language),
  };
}

function reasons({ matches }: SearchHit, language: Searched['language']): readonly string[] {
  const say = wordsIn(language).search.hit;
  const sentences = matches.map(({ query, found, field, tier }) =>
    say.reason(query, found, say.field[field], say.tier[tier]),
  );
  return [...new Set(sentences)].slice(0, mostReasons);
}
