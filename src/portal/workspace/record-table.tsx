import type { UserLanguage } from '../../kernel/issue.ts';
import { QualityScore } from '../components/quality-score.tsx';
import { StateTag } from '../components/state-tag.tsx';
import { Tag } from '../components/tag.tsx';
import { editorAddress } from '../editor/editor-address.ts';
import { formatDate } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import type { OwnRecord } from './own-records.ts';
import { type ListSort, listAddress, listSorts, type RecordList } from './record-list.ts';

/** Records in rows that can be chosen; headings sort. The boxes belong to the form with the id `bulk`. */
export function RecordTable({
  rows,
  list,
  path,
  organization,
  canChoose,
  language,
}: {
  readonly rows: readonly OwnRecord[];
  readonly list: RecordList;
  /** Of the list. */
  readonly path: string;
  /** The organisation's name. */
  readonly organization: string;
  readonly canChoose: boolean;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).ownRecords.list;
  const columns: readonly ListSort[] = ['title', ...listSorts.filter((sort) => sort !== 'title')];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section class="table-region" aria-label={say.title} tabIndex={0}>
      <table class="record-table">
        <thead>
          <tr>
            {canChoose && <td />}
            {columns.map((sort) => (
              <th
                key={sort}
                scope="col"
                aria-sort={
                  sort === list.sort ? (sort === 'changed' ? 'descending' : 'ascending') : undefined
                }
              >
                <a
                  href={listAddress(path, { ...list, sort, page: 1 })}
                  title={say.sortBy(say.columns[sort])}
                >
                  {say.columns[sort]}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              organization={organization}
              canChoose={canChoose}
              language={language}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  row,
  organization,
  canChoose,
  language,
}: {
  readonly row: OwnRecord;
  readonly organization: string;
  readonly canChoose: boolean;
  readonly language: UserLanguage;
}) {
  const { ownRecords: words, kinds } = wordsIn(language);
  const { kind, name, title, state, pending, changed, quality } = row;
  return (
    <tr>
      {canChoose && (
        <td>
          <input
            class="ds-input"
            type="checkbox"
            form="bulk"
            name={`${kind}.${name}`}
            aria-label={words.list.select(title)}
          />
        </td>
      )}
      <th scope="row">
        <a class="record-title" href={editorAddress(organization, kind, name)}>
          {title}
        </a>
        {kind !== 'dataset' && <span class="quiet small">{kinds.one[kind]}</span>}
      </th>
      <td class="nowrap">{formatDate(changed, language)}</td>
      <td>
        <StateTag state={state} pending={pending} language={language} />
      </td>
      <td>
        {quality !== undefined && <QualityScore total={quality.total} language={language} small />}
      </td>
      <td>
        <Checks row={row} language={language} />
      </td>
    </tr>
  );
}

function Checks({
  row: { quality },
  language,
}: {
  readonly row: OwnRecord;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).ownRecords.list;
  if (quality === undefined) return null;
  const { errors, warnings, broken, overdue } = quality;
  if (errors + warnings + broken.length === 0 && !overdue)
    return <span class="quiet">{say.clean}</span>;
  return (
    <span class="state-tags">
      {errors > 0 && <Tag tone="wrong">{say.errors(errors)}</Tag>}
      {broken.length > 0 && <Tag tone="wrong">{say.broken}</Tag>}
      {overdue && <Tag tone="warn">{say.overdue}</Tag>}
      {warnings > 0 && <span class="quiet small">{say.warnings(warnings)}</span>}
    </span>
  );
}
