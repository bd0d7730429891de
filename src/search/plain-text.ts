/**
 * The words of a Markdown text without its signs, for extracts: headings, lists, emphasis, links (their text stays), images (what
 * they show), code, tables, HTML tags and character references. White space becomes single spaces. No rendering: what looks like a sign may be lost.
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
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi, character)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Those that people and editors write. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
  eacute: 'é',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rdquo: '”',
  ldquo: '“',
  rsquo: '’',
};

/** The character of a reference; what is none stays as it is. */
function character(written: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named[name] ?? written;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : written;
}
