import type { Resource, State } from '../../catalog/resource.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { WorkingCopy } from '../../catalog/working-copy.ts';
import type { Services } from '../../http/services.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { NodeObject } from '../../profile/record.ts';
import type { RecordQuality } from '../../quality/quality-store.ts';

/** The kinds that an organisation describes one by one. */
export const ownKinds = ['dataset', 'series', 'service'] as const;
export type OwnKind = (typeof ownKinds)[number];

/** A record of an organisation's own, as the workspace lists it. */
export interface OwnRecord {
  readonly id: string;
  readonly kind: OwnKind;
  readonly name: string;
  readonly title: string;
  readonly state: State;
  /** What is being written on it, when something is. */
  readonly pending: WorkingCopy['state'] | undefined;
  /** ISO 8601 of the last save. */
  readonly changed: string;
  /** Of datasets. */
  readonly quality: RecordQuality | undefined;
}

/** What can be asked of a record's owner. */
export const attentions = ['submitted', 'editing', 'faulty', 'overdue', 'broken'] as const;
export type Attention = (typeof attentions)[number];

const batch = 500;

/** Every dataset, series and service of the organisation, with what is known of its quality. */
export async function ownRecords(
  { context, editing, quality }: Pick<Services, 'context' | 'editing' | 'quality'>,
  organization: string,
  language: UserLanguage,
): Promise<readonly OwnRecord[]> {
  const scores = new Map(
    (await quality.store.qualities(organization)).map((one) => [one.resource, one]),
  );
  const copies = new Map((await editing.copies(organization)).map((copy) => [copy.resource, copy]));
  const rows: OwnRecord[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await context.store.list({
      kinds: ownKinds,
      organization,
      states: ['draft', 'published', 'withdrawn'],
      draftsOf: [organization],
      limit: batch,
      ...(after === undefined ? {} : { after }),
    });
    for (const resource of page) rows.push(await rowOf(resource));
    after = page.at(-1)?.id;
    if (page.length < batch) return rows;
  }

  async function rowOf(resource: Resource): Promise<OwnRecord> {
    const { id, name, state, changed } = resource;
    const copy = copies.get(id);
    const content = state === 'draft' ? (copy?.content ?? resource.content) : resource.content;
    return {
      id,
      kind: resource.kind as OwnKind,
      name,
      title: titleOf(content, language) ?? name,
      state,
      pending: copy?.state,
      changed: copy !== undefined && copy.saved > changed ? copy.saved : changed,
      quality: await scoreOf(resource, content),
    };
  }

  /** What is kept of what is published; the others are judged now. */
  async function scoreOf(
    resource: Resource,
    content: NodeObject,
  ): Promise<RecordQuality | undefined> {
    if (resource.kind !== 'dataset' || resource.state === 'withdrawn') return undefined;
    const kept = scores.get(resource.id);
    return kept?.version === resource.version
      ? kept
      : quality.keeper.rate({ ...resource, content });
  }
}

/** Whether the record's owner should do something of that kind about it. */
export function needs({ state, pending, quality }: OwnRecord, attention: Attention): boolean {
  const isPublished = state === 'published';
  switch (attention) {
    case 'submitted':
      return pending === 'submitted';
    case 'editing':
      return isPublished && pending === 'editing';
    case 'faulty':
      return isPublished && (quality?.errors ?? 0) > 0;
    case 'overdue':
      return isPublished && quality?.overdue === true;
    case 'broken':
      return isPublished && (quality?.broken.length ?? 0) > 0;
  }
}
