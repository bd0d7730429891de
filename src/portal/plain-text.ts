/**
 * The text of a description that was written in HTML, as many harvested ones are: paragraphs and list items on lines of their
 * own, links as Markdown, other tags gone, the commonest references undone. What holds no known tag comes back as it was.
 */
export function plainText(text: string): string {
  if (!/<\/?(?:p|br|div|span|ul|ol|li|a|strong|em|b|i|h[1-6])\b[^<>]{0,2000}>/i.test(text)) {
    return text;
  }
  return text
    .replace(
      /<a\b[^<>]{0,1000}href\s*=\s*["'](https?:[^"'<>\s()]{1,1000})["'][^<>]{0,1000}>([^<>[\]]{1,500})<\/a>/gi,
      '[$2]($1)',
    )
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<li\b[^<>]{0,2000}>/gi, '\n- ')
    .replace(/<\/(?:p|div|ul|ol|h[1-6])\s*>/gi, '\n\n')
    .replace(
      /<\/?(?:p|div|span|ul|ol|li|a|strong|em|b|i|u|h[1-6]|font|table|tr|td|th|tbody)\b[^<>]{0,2000}>/gi,
      '',
    )
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/g, (_whole, name: string) => references[name] ?? '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const references: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};
