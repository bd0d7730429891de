import { setImmediate } from 'node:timers/promises';
import type { Change, Resource } from '../catalog/resource.ts';
import { irisOf } from '../profile/rules/node-values.ts';
import { type DocumentSource, gatherDocuments } from './gather-documents.ts';
import type { IndexBatch } from './search-index.ts';

/** A step towards what the store holds: documents and deletions, without a position. */
export type IndexStep = Omit<IndexBatch, 'position'>;

/** Records that are loaded and turned into documents at a time. */
const atOnce = 250;
/** The first time fewer, so that the engine has something to do soon; then twice as many each time. */
const atFirst = 30;
/** Records looked up by their ids at the same time. */
const lookedUpAtOnce = 16;

/**
 * What some changes mean for the index, in steps: each record as it is now, not as it was. With an organisation change its records,
 * which carry its name, and with a series its members, which carry its title.
 */
export async function* changeSteps(
  source: DocumentSource,
  changes: readonly Change[],
): AsyncGenerator<IndexStep> {
  // Of several changes to a record the last one tells when it went.
  const last = new Map(changes.map((change) => [change.resource, change]));
  const records = await loaded(source, [...last.keys()]);
  const shown = new Map(
    records.filter(({ state }) => state === 'published').map((record) => [record.id, record]),
  );
  yield {
    documents: await gatherDocuments(source, [...shown.values()]),
    deletions: [...last.values()]
      .filter(({ resource, kind }) => !shown.has(resource) && kind !== 'catalog')
      .map(({ resource, revision }) => ({ id: resource, revision })),
  };
  for (const [organization, concerns] of dependents([...last.values()], records)) {
    for await (const members of walk(source, organization)) {
      const concerned = members.filter((member) => !last.has(member.id) && concerns(member));
      if (concerned.length > 0)
        yield { documents: await gatherDocuments(source, concerned), deletions: [] };
    }
  }
}

/** The records of those ids that are there, some at a time, so that others get at the store between. */
async function loaded(
  { store }: DocumentSource,
  ids: readonly string[],
): Promise<readonly Resource[]> {
  const records: Resource[] = [];
  for (let from = 0; from < ids.length; from += lookedUpAtOnce) {
    const some = ids.slice(from, from + lookedUpAtOnce).map((id) => store.findById(id));
    for (const record of await Promise.all(some)) if (record !== undefined) records.push(record);
    await setImmediate();
  }
  return records;
}

/** Organisations whose records show something that has changed, and which of their records do. */
function dependents(
  changes: readonly Change[],
  records: readonly Resource[],
): ReadonlyMap<string, (member: Resource) => boolean> {
  const concerned = new Map<string, (member: Resource) => boolean>();
  const changed = changes.filter(({ kind }) => kind === 'organization' || kind === 'series');
  for (const [organization, group] of Map.groupBy(changed, (change) => change.organization)) {
    const series = new Set(records.filter(({ kind }) => kind === 'series').map(({ iri }) => iri));
    const isWhole = group.some(({ kind }) => kind === 'organization');
    concerned.set(
      organization,
      isWhole
        ? () => true
        : ({ content }) => irisOf(content, 'inSeries').some((iri) => series.has(iri)),
    );
  }
  return concerned;
}

/** Published records in the order of their ids, some at a time: all, or an organisation's. */
export async function* walk(
  { store }: DocumentSource,
  organization?: string,
): AsyncGenerator<readonly Resource[]> {
  let after = '';
  for (let limit = atFirst; ; limit = Math.min(atOnce, limit * 2)) {
    const records = await store.list({
      kinds: ['organization', 'dataset', 'series', 'service'],
      states: ['published'],
      ...(organization === undefined ? {} : { organization }),
      after,
      limit,
    });
    if (records.length > 0) yield records;
    if (records.length < limit) return;
    after = records.at(-1)?.id ?? '';
  }
}
