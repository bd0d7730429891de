import type { RecordPage } from '../../http/pages.ts';
import type { Box } from '../../search/index-document.ts';
import { type Citation, citation } from './citation.ts';
import { type DescribedView, describedView } from './described-view.ts';
import { type DistributionView, distributionViews } from './distribution-view.ts';
import { changedOf, type GlanceFact, glanceFacts } from './glance.ts';
import { type OwnLine, ownLines, type UseStep, useSteps } from './use-it.ts';
import type { Viewing } from './viewing.ts';
import { whereOf } from './where.ts';

/** Everything that the page of a dataset says about it. */
export interface DatasetView extends DescribedView {
  readonly glance: readonly GlanceFact[];
  readonly distributions: readonly DistributionView[];
  readonly steps: readonly UseStep[];
  /** Lines that fetch the description from here. */
  readonly ownLines: readonly OwnLine[];
  readonly where: readonly Box[];
  readonly citation: Citation;
}

const elsewhere = new Set(['accessRights', 'distribution', 'accrualPeriodicity']);

/** A dataset as its page shows it. */
export function datasetView(shown: RecordPage, viewing: Viewing): DatasetView {
  const { content, version } = shown;
  const { words, base } = viewing;
  const described = describedView(shown, 'Dataset', elsewhere, viewing);
  const distributions = distributionViews(content, viewing);
  return {
    ...described,
    glance: glanceFacts(content, viewing),
    distributions,
    steps: useSteps(distributions, described.name, viewing),
    ownLines: ownLines(`${base}${described.path}`, described.name),
    where: whereOf(content, viewing),
    citation: citation({
      author: described.publisher?.text ?? words.unknown,
      title: described.title.text,
      year: /^\d{4}/.exec(changedOf(content) ?? '')?.[0],
      version,
      address: `${base}${described.path}/versions/${version}`,
      name: described.name,
      words: { version: words.versionBy, dataset: words.dataset, undated: words.undated },
    }),
  };
}
