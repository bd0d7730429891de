import MarkdownIt from 'markdown-it';
import { isLinkable } from '../http/facts-page.ts';
import { plainText } from './plain-text.ts';

/**
 * Descriptions as people write them, made safe: what looks like HTML is text, links go to the web and to mail only and vouch for
 * nothing, pictures are left out, and headings stand under the page's own. ASVS 5.0 §1.3.2.
 */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: 20 });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdown.disable('image');
markdown.validateLink = (address) =>
  /^(?:https?:\/\/|mailto:)/i.test(address) && isLinkable(address);
markdown.renderer.rules.link_open = (tokens, index, options, _environment, self) => {
  tokens[index]?.attrSet('rel', 'nofollow noopener');
  return self.renderToken(tokens, index, options);
};
for (const rule of ['heading_open', 'heading_close'] as const) {
  markdown.renderer.rules[rule] = (tokens, index, options, _environment, self) => {
    const token = tokens[index];
    if (token !== undefined) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
    return self.renderToken(tokens, index, options);
  };
}

/** As much of a text as a page shows, in UTF-16 units; the rest is in the record's other forms. */
export const longestText = 20_000;

/** HTML of a text in Markdown, whose first headings are `h3`. Never holds anything that runs or fetches. */
export function markdownHtml(text: string): string {
  const bounded = text.length > longestText ? `${text.slice(0, longestText)} …` : text;
  return markdown.render(plainText(bounded));
}
