import type { RecordPage } from '../../http/pages.ts';
import { type CompletenessView, completenessView } from './completeness-view.ts';
import { type Fact, type FactValue, factOf, factsOf } from './facts-of.ts';
import { strings } from './json-values.ts';
import { type RecordView, recordView, remainingFacts } from './record-view.ts';
import type { Viewing } from './viewing.ts';

/** What the pages of datasets, series and services have in common: who answers, what is followed, how complete, and all the rest. */
export interface DescribedView extends RecordView {
  readonly standards: readonly FactValue[];
  readonly completeness: CompletenessView;
  readonly responsibility: readonly Fact[];
  readonly origin: readonly Fact[];
  readonly relations: readonly Fact[];
  /** What has no place of its own. */
  readonly more: readonly Fact[];
  /** Statements that the profile does not know, one N-Triples line each. */
  readonly extra: readonly string[];
}

const responsibility = new Set(['publisher', 'contactPoint', 'creator', 'qualifiedAttribution']);
const origin = new Set([
  'provenance',
  'source',
  'wasGeneratedBy',
  'applicableLegislation',
  'hvdCategory',
  'subject',
  'offers',
]);
const relations = new Set([
  'inSeries',
  'relation',
  'qualifiedRelation',
  'hasVersion',
  'isReferencedBy',
  'page',
  'landingPage',
]);
const placed = new Set([
  'keyword',
  'theme',
  'conformsTo',
  ...responsibility,
  ...origin,
  ...relations,
]);

/** A record of the class as its page shows it. @param elsewhere properties that the page has a place for beside these */
export function describedView(
  shown: RecordPage,
  className: string,
  elsewhere: ReadonlySet<string>,
  viewing: Viewing,
): DescribedView {
  const { content, owner } = shown;
  const isOwners = owner !== undefined && content.publisher === owner.content['@id'];
  return {
    ...recordView(shown, viewing),
    standards: factOf(content, className, 'conformsTo', viewing)?.values ?? [],
    completeness: completenessView(content, className, viewing),
    responsibility: factsOf(content, className, viewing, {
      only: responsibility,
      ...(isOwners ? { except: new Set(['publisher']) } : {}),
    }),
    origin: factsOf(content, className, viewing, { only: origin }),
    relations: factsOf(content, className, viewing, { only: relations }),
    more: remainingFacts(content, className, placed.union(elsewhere), viewing),
    extra: strings(content.extra),
  };
}
