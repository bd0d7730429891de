import type { Analyser } from '../../language/analyser.ts';
import { countedYears, yearValue } from '../counted-years.ts';
import { documentColumns } from '../document-columns.ts';
import { documentWords } from '../document-words.ts';
import { type FacetName, facetNames } from '../facets.ts';
import type { IndexDocument } from '../index-document.ts';
import type { IndexBatch, IndexPosition } from '../search-index.ts';
import { fields } from '../terms.ts';
import { type ColumnRow, numbersOf } from './column-row.ts';
import { addWords } from './count-words.ts';
import type { IndexFile } from './index-file.ts';
import type { LoadedColumns } from './load-columns.ts';

interface Target extends LoadedColumns {
  readonly file: IndexFile;
  readonly analyser: Analyser;
  /** Counts to keep right, when they have been made. */
  readonly words: Map<string, number> | undefined;
}

/**
 * Takes in what is newer than what is held: documents, deletions and position in one transaction, the memory with them. When it
 * throws, the file is as it was and the memory has to be loaded again.
 */
export function writeBatch(
  { documents, deletions }: Omit<IndexBatch, 'position'>,
  position: IndexPosition | undefined,
  target: Target,
): void {
  const { file } = target;
  file.transact(() => {
    for (const document of documents) writeDocument(document, target);
    for (const deletion of deletions) writeDeletion(deletion, target);
    if (position === undefined) return;
    file.write('delete from position');
    file.write(
      'insert into position(store, revision, shape) values (?, ?, ?)',
      position.store,
      position.revision,
      position.shape,
    );
  });
}

function writeDocument(document: IndexDocument, target: Target): void {
  const { file, analyser, columns, deletions, words } = target;
  const { id, revision } = document;
  const slot = columns.slotOf(id);
  if (slot !== undefined && (columns.revisions.values[slot] ?? 0) > revision) return;
  const deleted = deletions.get(id);
  if (deleted !== undefined && deleted >= revision) return;
  removeRow(id, target);
  if (deleted !== undefined) {
    file.write('delete from deletions where id = ?', id);
    deletions.delete(id);
  }
  const row = columnRow(document, columns.lastRow + 1, target);
  const texts = documentColumns(analyser, document);
  file.write(
    `insert into tokens(rowid, ${fields.join(', ')}) values (?, ?, ?, ?, ?)`,
    row.row,
    ...fields.map((field) => texts[field]),
  );
  writeColumns(file, row);
  const own = [...documentWords(analyser, document)].join(' ');
  file.write(
    'insert into contents(row, shown) values (?, ?)',
    row.row,
    JSON.stringify(document.shown),
  );
  file.write('insert into words(row, words) values (?, ?)', row.row, own);
  columns.add(row);
  if (words !== undefined) addWords(words, own, 1);
}

function writeDeletion({ id, revision }: IndexBatch['deletions'][number], target: Target): void {
  const { file, columns, deletions } = target;
  const slot = columns.slotOf(id);
  if (slot !== undefined && (columns.revisions.values[slot] ?? 0) > revision) return;
  if ((deletions.get(id) ?? -1) >= revision) return;
  removeRow(id, target);
  file.write('insert or replace into deletions(id, revision) values (?, ?)', id, revision);
  deletions.set(id, revision);
}

/** Takes away the form of a record that is held. */
function removeRow(id: string, { file, columns, words }: Target): void {
  const slot = columns.slotOf(id);
  if (slot === undefined) return;
  const row = columns.rows.values[slot] ?? 0;
  if (words !== undefined) {
    const [own] = Object.values(
      file.prepare('select words from words where row = ?').get(row) ?? {},
    );
    addWords(words, String(own), -1);
  }
  file.write('delete from tokens where rowid = ?', row);
  for (const table of ['columns', 'contents', 'words']) {
    file.write(`delete from ${table} where row = ?`, row);
  }
  columns.drop(id);
}

function columnRow(document: IndexDocument, row: number, { file, values }: Target): ColumnRow {
  const numberOfValue = (facet: FacetName, value: string): number => {
    const known = values.find(facet, value);
    if (known !== undefined) return known;
    const added = values.add(facet, value);
    file.write('insert into facet_values(row, facet, value) values (?, ?, ?)', added, facet, value);
    return added;
  };
  const numbers = facetNames.flatMap((facet) => {
    const own =
      facet === 'year' ? countedYears(document.years).map(yearValue) : document.facets[facet];
    return (own ?? []).map((value) => numberOfValue(facet, value));
  });
  return {
    row,
    id: document.id,
    titleSv: document.titleKeys.sv,
    titleEn: document.titleKeys.en,
    numbers: numbersOf(document),
    facetValues: Uint32Array.from(new Set(numbers)),
  };
}

function writeColumns(file: IndexFile, row: ColumnRow): void {
  file.write(
    `insert into columns(row, id, title_sv, title_en, numbers, facet_values) values (?, ?, ?, ?, ?, ?)`,
    ...[row.row, row.id, row.titleSv, row.titleEn],
    new Uint8Array(row.numbers.buffer),
    new Uint8Array(row.facetValues.buffer),
  );
}
