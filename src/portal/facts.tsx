import type { Fact, FactsPage } from '../http/facts-page.ts';
import { ExternalLink } from './components/external-link.tsx';

/** A page of facts in rows, sections and links, without its frame. */
export function FactsMain({ title, rows, sections = [], links = [] }: FactsPage) {
  return (
    <div class="stack roomy">
      <h1>{title}</h1>
      <Facts rows={rows} />
      {sections.length > 0 && (
        <ul class="columns">
          {sections.map(({ id, title: heading }) => (
            <li key={id}>
              <a href={`#${id}`}>{heading}</a>
            </li>
          ))}
        </ul>
      )}
      {sections.map(({ id, title: heading, text, rows: facts }) => (
        <section key={id} class="stack">
          <h2 id={id}>{heading}</h2>
          <p>{text}</p>
          <Facts rows={facts} />
        </section>
      ))}
      {links.length > 0 && (
        <ul>
          {links.map(({ href, text, rel }) => (
            <li key={href}>
              <ExternalLink href={href} rel={rel}>
                {text}
              </ExternalLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Facts({ rows }: { readonly rows: readonly Fact[] }) {
  if (rows.length === 0) return null;
  return (
    <table class="facts-table">
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td lang={row.language}>
              <Values {...row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Values({ value, href }: Fact) {
  const values = typeof value === 'string' ? [value] : value;
  const items = values.map((item) => (
    <ExternalLink key={item} href={href ?? item}>
      {item}
    </ExternalLink>
  ));
  if (items.length < 2) return <>{items}</>;
  return (
    <ul class="plain-list">
      {items.map((item) => (
        <li key={item.key}>{item}</li>
      ))}
    </ul>
  );
}
