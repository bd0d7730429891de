import type { RelatedRecord } from '../records/surroundings.ts';

/** Other records, each a card that leads to its page. */
export function RecordLinks({ links }: { readonly links: readonly RelatedRecord[] }) {
  return (
    <ul class="grid related">
      {links.map(({ href, title, note }) => (
        <li key={href} class="card">
          <p class="card-title">
            <a href={href} lang={title.language} dir="auto">
              {title.text}
            </a>
          </p>
          {note !== undefined && <p class="small quiet">{note}</p>}
        </li>
      ))}
    </ul>
  );
}
