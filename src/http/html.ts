import { createHash } from 'node:crypto';
import type { UserLanguage } from '../kernel/issue.ts';
import type { Context } from './context.ts';

/**
 * The plainest page that a person can read: a heading, a table of facts, links. No script; one style sheet, allowed by its
 * digest. Whatever comes from data is text, and only addresses of the web and of mail become links (ASVS 5.0 §1.2.1–1.2.2).
 */
export interface Page {
  readonly title: string;
  readonly language: UserLanguage;
  readonly rows: readonly PageRow[];
  readonly sections?: readonly PageSection[];
  readonly links?: readonly PageLink[];
}

/** A part of a long page, with a heading of its own that the page's list of contents leads to. */
export interface PageSection {
  /** The fragment in addresses: lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly rows: readonly PageRow[];
}

export interface PageRow {
  readonly label: string;
  /** A text or several; a text that is a web address becomes a link. */
  readonly value: string | readonly string[];
  /** BCP 47 tag, when the value is in another language than the page. */
  readonly language?: string;
  /** Where the value leads, when the value itself is not the address. */
  readonly href?: string;
}

export interface PageLink {
  readonly text: string;
  readonly href: string;
  /** RFC 8288 relation. */
  readonly rel?: string;
}

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5rem;border-bottom:1px solid #767676;overflow-wrap:anywhere}' +
  'th{width:30%;min-width:7.5rem;overflow-wrap:normal;hyphens:auto}a{color:#0b5394}td ul{margin:0}a:focus-visible{outline:3px solid #0b5394;outline-offset:2px}ul{padding-left:1.2rem}li{padding:.2rem 0}';

const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Answers with a page. The status is the caller's to set. */
export function page(ctx: Context, content: Page): void {
  ctx.set('Content-Type', 'text/html; charset=utf-8');
  ctx.set('Content-Language', content.language);
  ctx.set('Content-Security-Policy', contentSecurityPolicy);
  ctx.set('Cross-Origin-Opener-Policy', 'same-origin');
  ctx.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  ctx.body = renderPage(content);
}

/** The page as HTML text. */
export function renderPage({ title, language, rows, sections = [], links = [] }: Page): string {
  const contents = sections.map(
    (section) => `<li><a href="#${section.id}">${escapeHtml(section.title)}</a></li>`,
  );
  const parts = sections.map(
    ({ id, title: heading, text, rows: facts }) =>
      `<h2 id="${id}">${escapeHtml(heading)}</h2><p>${escapeHtml(text)}</p>${table(facts)}`,
  );
  const list = links.map((link) => `<li>${anchor(link.href, link.text, link.rel)}</li>`);
  return (
    `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title>` +
    `<style>${style}</style></head><body><main><h1>${escapeHtml(title)}</h1>` +
    table(rows) +
    (contents.length === 0 ? '' : `<ul>${contents.join('')}</ul>`) +
    parts.join('') +
    (list.length === 0 ? '' : `<ul>${list.join('')}</ul>`) +
    '</main></body></html>\n'
  );
}

function table(rows: readonly PageRow[]): string {
  if (rows.length === 0) return '';
  const facts = rows.map(
    (row) => `<tr><th scope="row">${escapeHtml(row.label)}</th>${cell(row)}</tr>`,
  );
  return `<table><tbody>${facts.join('')}</tbody></table>`;
}

function cell({ value, language, href }: PageRow): string {
  const values = typeof value === 'string' ? [value] : value;
  const items = values.map((item) => anchor(href ?? item, item));
  const lang = language === undefined ? '' : ` lang="${escapeHtml(language)}"`;
  const content = items.length === 1 ? items[0] : `<ul><li>${items.join('</li><li>')}</li></ul>`;
  return `<td${lang}>${items.length === 0 ? '' : content}</td>`;
}

/** A link when the address is one that is safe to follow, else the text alone. */
function anchor(href: string, text: string, rel?: string): string {
  if (!isLinkable(href)) return escapeHtml(text);
  const relation = rel === undefined ? '' : ` rel="${escapeHtml(rel)}"`;
  return `<a href="${escapeHtml(href)}"${relation}>${escapeHtml(text)}</a>`;
}

/** Whether a browser may be sent there: the web, mail, or a path of ours (never `//host` or `/\host`). */
export function isLinkable(href: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop control characters from addresses before reading the scheme.
  if (/[\u0000-\u0020\u007f]/.test(href)) return false;
  return /^(?:https?:\/\/|mailto:)/i.test(href) || /^\/(?![/\\])/.test(href);
}

/** Text as HTML, for element content and quoted attributes alike. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
