import type { RecordPage } from '../../http/pages.ts';
import { type DescribedView, describedView } from './described-view.ts';
import { type GlanceFact, glanceFacts } from './glance.ts';
import type { Viewing } from './viewing.ts';

/** Everything that the page of a series says about it, but for its members. */
export interface SeriesView extends DescribedView {
  readonly glance: readonly GlanceFact[];
}

/** A series as its page shows it. */
export function seriesView(shown: RecordPage, viewing: Viewing): SeriesView {
  return {
    ...describedView(shown, 'DatasetSeries', new Set(['accrualPeriodicity']), viewing),
    glance: glanceFacts(shown.content, viewing).filter(
      ({ label }) => label !== viewing.words.licence,
    ),
  };
}
