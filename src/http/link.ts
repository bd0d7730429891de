import type { Context } from './context.ts';

/** One link as RFC 8288 §3 writes it. `href` is an absolute IRI or a path of ours, already percent-encoded. */
function formatLink(href: string, attributes: Readonly<Record<string, string>>): string {
  let text = `<${href}>`;
  for (const [name, value] of Object.entries(attributes)) {
    text += `; ${name}="${value.replace(/["\\]/g, '\\$&')}"`;
  }
  return text;
}

/** Adds a link to the reply's `Link` header. */
export function appendLink(
  ctx: Context,
  href: string,
  attributes: Readonly<Record<string, string>>,
): void {
  const link = formatLink(href, attributes);
  const header = ctx.res.getHeader('Link');
  ctx.res.setHeader('Link', header === undefined ? link : `${String(header)}, ${link}`);
}
