/**
 * The path of ours that a text leads to, with its query; the fallback for every other text. Addresses that a browser may read as
 * another host's (`//evil`, `/\evil`, `/%09/evil`) are none of ours. ASVS 5.0 §3.7.2.
 */
export function ownPath(text: string | undefined, base: string, fallback: string): string {
  if (text === undefined || text.length > 4000 || !/^\/[^/\\]/.test(text)) {
    return text === '/' ? '/' : fallback;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: URL parsers drop tabs and line breaks, so `/\t/evil` is `//evil`.
  if (/[\u0000-\u0020\u007f\\]/.test(text) || !URL.canParse(text, base)) return fallback;
  const url = new URL(text, base);
  // `/.//evil` is resolved to `//evil`, which is a host when it is read once more.
  if (url.origin !== new URL(base).origin || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}
