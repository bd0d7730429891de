import type { RecordPage } from '../../http/pages.ts';
import { type Fact, factsOf } from './facts-of.ts';
import { strings } from './json-values.ts';
import { type RecordView, recordView } from './record-view.ts';
import type { Viewing } from './viewing.ts';

/** Everything that the page of an organisation says about it. */
export interface OrganizationView extends RecordView {
  readonly facts: readonly Fact[];
  readonly extra: readonly string[];
}

const elsewhere = new Set(['name', 'description']);

/** An organisation as its page shows it. */
export function organizationView(shown: RecordPage, viewing: Viewing): OrganizationView {
  return {
    ...recordView(shown, viewing),
    facts: factsOf(shown.content, 'Agent', viewing, { except: elsewhere }),
    extra: strings(shown.content.extra),
  };
}
