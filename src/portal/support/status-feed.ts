import { atom } from '../../feeds/atom.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { vary } from '../../http/vary.ts';
import { isForEverybody } from '../../support/announcement.ts';
import type { SupportContext } from '../../support/support-context.ts';
import { wordsIn } from '../words/words.ts';

/** Announcements as an Atom feed, the last changed first. RFC 4287. */
export function statusFeed({
  site,
  catalog,
  about,
}: SupportContext): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const language = pageLanguage(ctx);
    const { announcements: say } = wordsIn(language).support;
    const { base } = catalog;
    const shown = (await site.announcements(50)).filter(
      (one) => !one.isRemoved && isForEverybody(one),
    );
    const latest = shown.toSorted((a, b) => (a.changed < b.changed ? 1 : -1));
    vary(ctx, 'Accept-Language');
    ctx.set('Cache-Control', 'public, max-age=60');
    ctx.set('Content-Type', 'application/atom+xml; charset=utf-8');
    ctx.body = atom({
      self: `${base}/status.atom`,
      page: `${base}/status`,
      title: `${about.title}: ${say.title}`,
      publisher: about.title,
      language,
      updated: latest[0]?.changed ?? '2026-01-01T00:00:00.000Z',
      next: undefined,
      entries: latest.map(({ id, kind, title, text, created, changed }) => ({
        id: `urn:uuid:${id}`,
        address: `${base}/status#a-${id}`,
        title: `${say.kinds[kind]}: ${title[language]}`,
        summary: text[language],
        language,
        author: about.title,
        published: created,
        updated: changed,
        categories: [{ term: kind, label: say.kinds[kind] }],
        alternates: [],
      })),
    });
  };
}
