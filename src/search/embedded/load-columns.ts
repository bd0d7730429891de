import { type FacetName, facetNames } from '../facets.ts';
import { damage, type IndexFile } from './index-file.ts';
import { createRecordColumns, type RecordColumns } from './record-columns.ts';
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
  for (const [, facet, value] of file.rows('select row, facet, value from facet_values')) {
    if (!isFacet(facet) || typeof value !== 'string') throw damage('table facet_values');
    values.add(facet, value);
  }
  const columns = createRecordColumns();
  const sql = 'select row, id, title_sv, title_en, numbers, facet_values from columns';
  for (const [row, id, titleSv, titleEn, numbers, facetValues] of file.rows(sql)) {
    if (!(numbers instanceof Uint8Array) || !(facetValues instanceof Uint8Array)) {
      throw damage('table columns');
    }
    columns.add({
      row: Number(row),
      id: String(id),
      titleSv: String(titleSv),
      titleEn: String(titleEn),
      numbers: new Float64Array(aligned(numbers)),
      facetValues: new Uint32Array(aligned(facetValues)),
    });
  }
  const deletions = new Map<string, number>();
  for (const [, id, revision] of file.rows('select row, id, revision from deletions')) {
    deletions.set(String(id), Number(revision));
  }
  return { columns, values, deletions };
}

/** The buffer of bytes that the file gave, which are alone in it. */
function aligned(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteLength } = bytes;
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return isAlone ? buffer : Uint8Array.from(bytes).buffer;
}

function isFacet(name: unknown): name is FacetName {
  return (facetNames as readonly unknown[]).includes(name);
}
