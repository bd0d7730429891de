import MarkdownIt from 'markdown-it';
import { isLinkable } from '../../http/facts-page.ts';

/**
 * The operator's own pages as HTML: as descriptions (`markdown.ts`), but that `##` is the page's second level, and links may lead to pages of
 * this site. What looks like HTML is text. ASVS 5.0 §1.3.2.
 */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: false, maxNesting: 20 });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdown.disable('image');
markdown.validateLink = (address) =>
  /^\/(?![/\\])[^\s\\]*$/.test(address) ||
  (/^(?:https?:\/\/|mailto:)/i.test(address) && isLinkable(address));
for (const rule of ['heading_open', 'heading_close'] as const) {
  markdown.renderer.rules[rule] = (tokens, index, options, _environment, self) => {
    const token = tokens[index];
    // The page has its one h1 already.
    if (token?.tag === 'h1') token.tag = 'h2';
    return self.renderToken(tokens, index, options);
  };
}

/** HTML of a page's text. Never holds anything that runs or fetches. */
export function siteTextHtml(text: string): string {
  return markdown.render(text);
}
