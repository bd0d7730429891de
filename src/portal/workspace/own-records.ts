import {
  type OwnCount,
  type OwnKind,
  type OwnRow,
  ownKinds,
} from '../../catalog/own-record-store.ts';
import type { State } from '../../catalog/resource.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Services } from '../../http/services.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { textIn } from '../../kernel/language-map.ts';
import type { RecordQuality } from '../../quality/quality-store.ts';
import { listed, pageSize, type RecordList } from './record-list.ts';

/** A record of an organisation's own, as the workspace lists it. */
export interface OwnRecord extends OwnRow {
  readonly title: string;
  /** Of datasets. */
  readonly quality: RecordQuality | undefined;
}

/** A page of an organisation's records. */
export interface OwnPage {
  readonly rows: readonly OwnRecord[];
  /** From 1; the last one when more was asked for. */
  readonly page: number;
  readonly pages: number;
  /** How many fit, and how many there are. */
  readonly found: number;
  readonly all: number;
}

type OwnServices = Pick<Services, 'context' | 'editing' | 'ownRecords' | 'quality'>;

/**
 * The page of the organisation's records that the list asks for. Only the page's own records are read whole and judged: the usual
 * order is the store's, and for the others short rows are put in order by what is kept of them, so that drafts, of which no score is
 * kept, stand after what is published when the score decides.
 */
export async function ownPage(
  services: OwnServices,
  organization: string,
  list: RecordList,
  language: UserLanguage,
): Promise<OwnPage> {
  const { q, kind, state, needs, sort } = list;
  const counts = await services.ownRecords.counts(organization);
  const all = sumOf(counts);
  const isUsual = sort === 'changed' && q === '' && needs === undefined;
  const matching = isUsual
    ? undefined
    : listed(await allRows(services, organization, language), list);
  const found =
    matching?.length ??
    sumOf(
      counts.filter(
        (one) =>
          (kind === undefined || one.kind === kind) && (state === undefined || one.state === state),
      ),
    );
  const pages = Math.max(1, Math.ceil(found / pageSize));
  const page = Math.min(list.page, pages);
  const offset = (page - 1) * pageSize;
  const rows =
    matching?.slice(offset, offset + pageSize) ??
    (await services.ownRecords.lastChanged({ organization, kind, state, limit: pageSize, offset }));
  const shown = await Promise.all(rows.map((row) => shownRecord(services, row, language)));
  return { rows: shown.flatMap((row) => row ?? []), page, pages, found, all };
}

/** All rows with what is kept of each: nothing is judged. */
async function allRows(
  { ownRecords, quality }: OwnServices,
  organization: string,
  language: UserLanguage,
): Promise<readonly OwnRecord[]> {
  const kept = await quality.store.qualities(organization);
  const scores = new Map(kept.map((one) => [one.resource, one]));
  const rows = await ownRecords.titled(organization);
  return rows.map(({ titles, ...row }) => ({
    ...row,
    title: (titles && textIn(titles, [language])) ?? row.name,
    quality: scores.get(row.id),
  }));
}

/** The record whole. What is kept of what is published is taken; the others are judged now. Undefined: it has just been removed. */
async function shownRecord(
  { context, editing, quality }: OwnServices,
  row: OwnRow,
  language: UserLanguage,
): Promise<OwnRecord | undefined> {
  const resource = await context.store.findById(row.id);
  if (resource === undefined) return undefined;
  const { state, version } = resource;
  const copy =
    state === 'draft' && row.pending !== undefined ? await editing.copyOf(row.id) : undefined;
  const content = copy?.content ?? resource.content;
  const rated = async (): Promise<RecordQuality | undefined> => {
    if (resource.kind !== 'dataset' || state === 'withdrawn') return undefined;
    const kept = state === 'published' ? await quality.store.qualityOf(row.id) : undefined;
    return kept?.version === version ? kept : quality.keeper.rate({ ...resource, content });
  };
  return {
    ...row,
    state,
    version,
    title: titleOf(content, language) ?? row.name,
    quality: await rated(),
  };
}

/** How many there are in the counts that fit. */
export function countOf(
  counts: readonly OwnCount[],
  wanted: { readonly state: State; readonly pending?: OwnCount['pending'] },
): number {
  return sumOf(
    counts.filter(
      ({ state, pending }) =>
        state === wanted.state && (wanted.pending === undefined || pending === wanted.pending),
    ),
  );
}

function sumOf(counts: readonly OwnCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** Whether records of the kind are described one by one. */
export function isOwnKind(kind: string): kind is OwnKind {
  return (ownKinds as readonly string[]).includes(kind);
}
