import { type FacetName, facetNames } from '../facets.ts';
import type { SearchKind } from '../index-document.ts';
import type { IndexFile } from './index-file.ts';
import { createRecordColumns, kindNumbers, type RecordColumns } from './record-columns.ts';
import { createValueList, type ValueList } from './value-list.ts';

/** What the memory holds of an index file. */
export interface LoadedColumns {
  readonly columns: RecordColumns;
  readonly values: ValueList;
  /** Revision of the deletion of each record that is gone. */
  readonly deletions: Map<string, number>;
}

/** Reads what an index is narrowed, counted and ordered by. @throws Error when it is not as this program writes it. */
export function loadColumns(file: IndexFile): LoadedColumns {
  const values = createValueList();
  for (const row of rows(file, 'select facet, value from facet_values order by id')) {
    const [facet, value] = row;
    if (!isFacet(facet) || typeof value !== 'string') throw damaged('facet_values');
    values.add(facet, value);
  }
  const columns = createRecordColumns();
  const sql = `select row, id, revision, kind, rank, quality, modified, issued, title_sv, title_en,
    first_year, last_year, facet_values, boxes from columns order by row`;
  for (const read of rows(file, sql)) {
    const [row, id, revision, kind, rank, quality, modified, issued, titleSv, titleEn, ...rest] =
      read;
    const [first, last, numbers, boxes] = rest;
    if (!isKind(kind) || !(numbers instanceof Uint8Array) || !(boxes instanceof Uint8Array)) {
      throw damaged('columns');
    }
    columns.add({
      row: Number(row),
      id: String(id),
      revision: Number(revision),
      kind,
      rank: Number(rank),
      quality: Number(quality),
      modified: String(modified),
      issued: String(issued),
      titleSv: String(titleSv),
      titleEn: String(titleEn),
      years: first === null ? undefined : [Number(first), Number(last)],
      values: new Uint32Array(aligned(numbers)),
      boxes: new Float64Array(aligned(boxes)),
    });
  }
  const deletions = new Map<string, number>();
  for (const [id, revision] of rows(file, 'select id, revision from deletions')) {
    deletions.set(String(id), Number(revision));
  }
  return { columns, values, deletions };
}

function* rows(file: IndexFile, sql: string): Generator<readonly unknown[]> {
  // Rows come as arrays: see `prepare`.
  for (const row of file.prepare(sql).iterate()) yield row as unknown as readonly unknown[];
}

/** Bytes of the file in a place of their own, where numbers may begin. */
function aligned(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer as ArrayBuffer;
}

function isFacet(name: unknown): name is FacetName {
  return (facetNames as readonly unknown[]).includes(name);
}

function isKind(name: unknown): name is SearchKind {
  return typeof name === 'string' && name in kindNumbers;
}

function damaged(table: string): Error {
  return new Error(`The search index is damaged: table ${table}.`);
}
