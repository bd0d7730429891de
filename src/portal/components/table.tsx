import type { ComponentChildren } from 'preact';

export interface Column {
  readonly title: string;
  /** Numbers stand to the right, in figures of one width. */
  readonly isNumber?: boolean;
}

/** A table in a region of its own that scrolls sideways; the first cell of each row names the row. */
export function Table({
  caption,
  columns,
  rows,
  hideCaption = false,
}: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** When a heading just above says the same. */
  readonly hideCaption?: boolean;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section class="table-region" aria-label={caption} tabIndex={0}>
      <table>
        <caption class={hideCaption ? 'hidden-visually' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" class={isNumber ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, index) => {
                const name = columns[index]?.isNumber ? 'number' : undefined;
                const key = columns[index]?.title;
                return index === 0 ? (
                  <th key={key} scope="row" class={name}>
                    {cell}
                  </th>
                ) : (
                  <td key={key} class={name}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
