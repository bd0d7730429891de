/**
 * The words of a Markdown text without its signs, for extracts: headings, lists, emphasis, links (their text stays), images (what
 * they show), code, tables and HTML tags. White space becomes single spaces. No rendering: what looks like a sign may be lost.
 * Linear in the length of the text, whatever it holds.
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(/<((?:https?|mailto):[^<>\s]{0,2000})>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>]{0,500}>|<!--|-->/g, ' ')
    .replace(
      /!?\[([^[\]]{0,500})\](?:\([^()\s]{0,2000}(?:\s+"[^"]{0,200}")?\)|\[[^[\]]{0,200}\])?/g,
      '$1',
    )
    .replace(/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d{1,3}[.)][ \t]+|```.*$|~~~.*$)/gm, '')
    .replace(/^[ \t]*(?:[-*_=:|][ \t]*){3,}$/gm, '')
    .replace(
      /(^|[\s(|])(\*{1,3}|_{1,3}|~~|`{1,2})(?=\S)([^\n*`~]{1,500}?)\2(?=$|[\s).,;:!?|])/gm,
      '$1$3',
    )
    .replaceAll('|', ' ')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
