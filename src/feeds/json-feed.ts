import type { JsonObject } from '../kernel/json.ts';
import type { FeedEntry, SearchFeed } from './search-feed.ts';

/** A feed as JSON Feed 1.1. */
export function jsonFeed(feed: SearchFeed): JsonObject {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self,
    ...(feed.next === undefined ? {} : { next_url: feed.next }),
    language: feed.language,
    authors: [{ name: feed.publisher }],
    items: feed.entries.map(item),
  };
}

function item(entry: FeedEntry): JsonObject {
  return {
    id: entry.id,
    url: entry.address,
    title: entry.title,
    content_text: entry.summary,
    date_published: entry.published,
    date_modified: entry.updated,
    authors: [{ name: entry.author }],
    tags: entry.categories.map(({ label }) => label),
    ...(entry.language === '' ? {} : { language: entry.language }),
  };
}
