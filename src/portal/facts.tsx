import { type Fact, type FactsPage, isLinkable } from '../http/facts-page.ts';

/** A page of facts in rows, sections and links, without its frame. */
export function FactsMain({ title, rows, sections = [], links = [] }: FactsPage) {
  return (
    <>
      <h1>{title}</h1>
      <Facts rows={rows} />
      {sections.length > 0 && (
        <ul>
          {sections.map(({ id, title: heading }) => (
            <li key={id}>
              <a href={`#${id}`}>{heading}</a>
            </li>
          ))}
        </ul>
      )}
      {sections.map(({ id, title: heading, text, rows: facts }) => (
        <section key={id}>
          <h2 id={id}>{heading}</h2>
          <p>{text}</p>
          <Facts rows={facts} />
        </section>
      ))}
      {links.length > 0 && (
        <ul>
          {links.map(({ href, text, rel }) => (
            <li key={href}>
              <SafeLink href={href} rel={rel}>
                {text}
              </SafeLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Facts({ rows }: { readonly rows: readonly Fact[] }) {
  if (rows.length === 0) return null;
  return (
    <table>
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
    <SafeLink key={item} href={href ?? item}>
      {item}
    </SafeLink>
  ));
  if (items.length < 2) return <>{items}</>;
  return (
    <ul>
      {items.map((item) => (
        <li key={item.key}>{item}</li>
      ))}
    </ul>
  );
}

/** A link when the address is one that is safe to follow, else the text alone. */
export function SafeLink({
  href,
  rel,
  children,
}: {
  readonly href: string;
  readonly rel?: string | undefined;
  readonly children: preact.ComponentChildren;
}) {
  return isLinkable(href) ? (
    <a href={href} rel={rel}>
      {children}
    </a>
  ) : (
    children
  );
}
