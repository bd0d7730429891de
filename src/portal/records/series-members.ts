import type { CatalogReader } from '../../catalog/catalog-store.ts';
import type { Iri } from '../../kernel/iri.ts';
import type { JsonObject, JsonValue } from '../../kernel/json.ts';
import { iris, nodes } from './json-values.ts';

/** A dataset as much as its place in a series needs. */
export interface SeriesMember {
  readonly name: string;
  /** Language map. */
  readonly title: JsonValue | undefined;
  readonly period: JsonObject | undefined;
  /** Whose it is, when it is not the organisation's that the series is of: its name in addresses. */
  readonly organization?: string;
}

/** The published datasets of an organisation (its id) that belong to a series (its IRI), in the order of time, then of name. */
export type SeriesMembers = (organization: string, series: Iri) => Promise<readonly SeriesMember[]>;

type Members = ReadonlyMap<Iri, readonly SeriesMember[]>;

/** Milliseconds after which it is asked whether anything has changed, and how many organisations are remembered. */
const memory = 10_000;
const mostRemembered = 500;
const batch = 200;

/**
 * Which series a dataset belongs to stands with the dataset alone, so an organisation's datasets are walked when its page of a
 * series is asked for and something of it has changed, at most once in ten seconds.
 * @param now milliseconds of a clock that never goes back
 */
export function seriesMembers(
  store: Pick<CatalogReader, 'list' | 'organizationRevision'>,
  now: () => number = () => performance.now(),
): SeriesMembers {
  interface Remembered {
    readonly revision: number;
    readonly members: Promise<Members>;
    until: number;
  }
  const remembered = new Map<string, Remembered>();
  return async (organization, series) => {
    let entry = remembered.get(organization);
    if (entry === undefined || entry.until < now()) {
      const revision = await store.organizationRevision(organization);
      if (entry?.revision === revision) entry.until = now() + memory;
      else {
        if (remembered.size >= mostRemembered) remembered.clear();
        entry = { revision, members: membersOf(store, organization), until: now() + memory };
        remembered.set(organization, entry);
        entry.members.catch(() => remembered.delete(organization));
      }
    }
    return (await entry.members).get(series) ?? [];
  };
}

async function membersOf(
  store: Pick<CatalogReader, 'list'>,
  organization: string,
): Promise<Members> {
  const members = new Map<Iri, SeriesMember[]>();
  let after: string | undefined;
  for (;;) {
    const datasets = await store.list({
      kinds: ['dataset'],
      organization,
      states: ['published'],
      limit: batch,
      ...(after === undefined ? {} : { after }),
    });
    for (const { name, content } of datasets) {
      for (const series of iris(content.inSeries)) {
        const member = { name, title: content.title, period: nodes(content.temporal)[0] };
        const known = members.get(series);
        if (known === undefined) members.set(series, [member]);
        else known.push(member);
      }
    }
    after = datasets.at(-1)?.id;
    if (datasets.length < batch || after === undefined) break;
    // Others get their turn between two batches: a store in this process answers without giving it.
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (const list of members.values()) list.sort(byTime);
  return members;
}

/** Orders members by the beginning of their time, then by name. */
export function byTime(a: SeriesMember, b: SeriesMember): number {
  const [from, to] = [String(a.period?.startDate ?? ''), String(b.period?.startDate ?? '')];
  if (from !== to) return from < to ? -1 : 1;
  return a.name.localeCompare(b.name, 'sv', { numeric: true });
}
