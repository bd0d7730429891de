import type { RecordPage } from '../../http/pages.ts';
import { type DescribedView, describedView } from './described-view.ts';
import type { DistributionView } from './distribution-view.ts';
import { type Fact, type FactValue, factOf, factsOf } from './facts-of.ts';
import { formatView } from './formats.ts';
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
  const code =
    written === undefined ? undefined : formatView(written, profile.vocabularies, language).code;
  return {
    ...described,
    glance: [licenceFact(content, viewing), ...accessFact(content, viewing)],
    endpoints,
    technical: factsOf(content, 'DataService', viewing, { only: technical }),
    serves: factOf(content, 'DataService', 'servesDataset', viewing)?.values ?? [],
    steps: useSteps([serviceSource(described.title, endpoints, code)], described.name, viewing),
  };
}

/** A service as something to call: what a map service answers is known, of others only that they can be asked. */
function serviceSource(
  title: DistributionView['title'],
  accesses: readonly string[],
  code: string | undefined,
): DistributionView {
  return {
    id: 'service',
    title,
    format: {
      label: '',
      isZipped: false,
      code: code?.endsWith('_SRVC') === true ? code : 'SERVICE',
    },
    downloads: [],
    accesses,
    otherAddresses: [],
    facts: [],
    services: [],
  };
}
