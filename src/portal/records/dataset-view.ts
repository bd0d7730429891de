import type { RecordPage } from '../../http/pages.ts';
import { type Citation, citation } from './citation.ts';
import { type CompletenessView, completenessView } from './completeness-view.ts';
import { type DistributionView, distributionViews } from './distribution-view.ts';
import { type Fact, type FactValue, factOf, factsOf } from './facts-of.ts';
import { changedOf, type GlanceFact, glanceFacts } from './glance.ts';
import { strings } from './json-values.ts';
import { type RecordView, recordView, remainingFacts } from './record-view.ts';
import { type UseStep, useSteps } from './use-it.ts';
import type { Viewing } from './viewing.ts';

/** Everything that the page of a dataset says about it, in the order of the page. */
export interface DatasetView extends RecordView {
  readonly glance: readonly GlanceFact[];
  readonly distributions: readonly DistributionView[];
  readonly steps: readonly UseStep[];
  readonly standards: readonly FactValue[];
  readonly completeness: CompletenessView;
  readonly responsibility: readonly Fact[];
  readonly origin: readonly Fact[];
  readonly relations: readonly Fact[];
  readonly more: readonly Fact[];
  /** Statements that the profile does not know, one N-Triples line each. */
  readonly extra: readonly string[];
  readonly citation: Citation;
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
const placed: ReadonlySet<string> = new Set([
  'keyword',
  'theme',
  'accessRights',
  'distribution',
  'conformsTo',
  'accrualPeriodicity',
  ...responsibility,
  ...origin,
  ...relations,
]);

/** A dataset as its page shows it. */
export function datasetView(shown: RecordPage, viewing: Viewing): DatasetView {
  const { content, owner, version } = shown;
  const { words, base } = viewing;
  const record = recordView(shown, viewing);
  const distributions = distributionViews(content, viewing);
  const isOwners = content.publisher === owner?.content['@id'];
  return {
    ...record,
    glance: glanceFacts(content, viewing),
    distributions,
    steps: useSteps(distributions, record.name, viewing),
    standards: factOf(content, 'Dataset', 'conformsTo', viewing)?.values ?? [],
    completeness: completenessView(content, 'Dataset', viewing),
    responsibility: factsOf(content, 'Dataset', viewing, {
      only: responsibility,
      ...(isOwners ? { except: new Set(['publisher']) } : {}),
    }),
    origin: factsOf(content, 'Dataset', viewing, { only: origin }),
    relations: factsOf(content, 'Dataset', viewing, { only: relations }),
    more: remainingFacts(content, 'Dataset', placed, viewing),
    extra: strings(content.extra),
    citation: citation({
      author: record.publisher?.text ?? words.unknown,
      title: record.title.text,
      year: /^\d{4}/.exec(changedOf(content) ?? '')?.[0],
      version,
      address: `${base}${record.path}/versions/${version}`,
      name: record.name,
      words: { version: words.versionBy, dataset: words.dataset, undated: words.undated },
    }),
  };
}
