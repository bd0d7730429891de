import type { RecordPage } from '../../http/pages.ts';
import { type DescribedView, describedView } from './described-view.ts';
import { type Fact, type FactValue, factOf, factsOf } from './facts-of.ts';
import { type FormatView, formatView } from './formats.ts';
import { accessFact, type GlanceFact, licenceFact } from './glance.ts';
import { firstString, strings } from './json-values.ts';
import { type UseStep, useSteps } from './use-it.ts';
import type { Viewing } from './viewing.ts';

/** Everything that the page of a data service says about it. */
export interface ServiceView extends DescribedView {
  readonly glance: readonly GlanceFact[];
  readonly endpoints: readonly string[];
  /** The technical description, and what kind of service it is. */
  readonly technical: readonly Fact[];
  readonly serves: readonly FactValue[];
  readonly steps: readonly UseStep[];
}

const technical = new Set(['endpointDescription', 'type', 'format']);
const elsewhere = new Set([
  'endpointUrl',
  'servesDataset',
  'accessRights',
  'license',
  ...technical,
]);

/** A service as its page shows it. */
export function serviceView(shown: RecordPage, viewing: Viewing): ServiceView {
  const { content } = shown;
  const { profile, language } = viewing;
  const described = describedView(shown, 'DataService', elsewhere, viewing);
  const endpoints = strings(content.endpointUrl);
  const written = firstString(content.format);
  const format: FormatView =
    written === undefined
      ? { label: '', isZipped: false, code: '' }
      : formatView(written, profile.vocabularies, language);
  return {
    ...described,
    glance: [licenceFact(content, viewing), ...accessFact(content, viewing)],
    endpoints,
    technical: factsOf(content, 'DataService', viewing, { only: technical }),
    serves: factOf(content, 'DataService', 'servesDataset', viewing)?.values ?? [],
    steps: useSteps(
      [
        {
          id: 'service',
          title: described.title,
          format: { ...format, code: format.code ?? '' },
          downloads: [],
          accesses: endpoints,
          otherAddresses: [],
          facts: [],
          services: [],
        },
      ],
      described.name,
      viewing,
    ),
  };
}
