import type { FeedEntry, SearchFeed } from './search-feed.ts';
import { xmlText } from './xml-text.ts';

/** A feed as Atom. RFC 4287; RFC 5005 §3 for what comes after. */
export function atom(feed: SearchFeed): string {
  const next = feed.next === undefined ? '' : link('next', feed.next, 'application/atom+xml');
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
<id>${xmlText(feed.self)}</id>
<title>${xmlText(feed.title)}</title>
<updated>${xmlText(feed.updated)}</updated>
<author><name>${xmlText(feed.publisher)}</name></author>
${link('self', feed.self, 'application/atom+xml')}${link('alternate', feed.page, 'text/html')}${next}${feed.entries.map(entry).join('')}</feed>
`;
}

function entry(one: FeedEntry): string {
  const alternates = one.alternates.map(({ mediaType, href }) =>
    link('alternate', href, mediaType),
  );
  const categories = one.categories.map(
    ({ term, label }) => `<category term="${xmlText(term)}" label="${xmlText(label)}"/>\n`,
  );
  const language = one.language === '' ? '' : ` xml:lang="${xmlText(one.language)}"`;
  return `<entry${language}>
<id>${xmlText(one.id)}</id>
<title>${xmlText(one.title)}</title>
<updated>${xmlText(one.updated)}</updated>
<published>${xmlText(one.published)}</published>
<author><name>${xmlText(one.author)}</name></author>
<summary>${xmlText(one.summary)}</summary>
${link('alternate', one.address, 'text/html')}${alternates.join('')}${categories.join('')}</entry>
`;
}

function link(relation: string, href: string, mediaType: string): string {
  return `<link rel="${relation}" type="${mediaType}" href="${xmlText(href)}"/>\n`;
}
