/**
 * What two spellings of one IRI or one word have in common, so that they meet in a map. The spellings are those that
 * Swedish metadata shows in practice.
 */

/**
 * An IRI without what is often written wrongly: scheme `http` or `https`, `www.`, upper case in the host, `#` for `/`,
 * percent-encoding and a slash at the end. Only for comparing, never to be written.
 */
export function comparableIri(iri: string): string {
  const address = /^https?:\/\/(?:www\.)?([^/?#]+)(.*)$/is.exec(iri);
  if (address === null) return iri;
  const [, host = '', rest = ''] = address;
  return host.toLowerCase() + withoutSlashes(decoded(rest).replace(/#/g, '/'));
}

/** A word without case and the difference between space, hyphen and underscore. */
function comparableWord(word: string): string {
  return word
    .trim()
    .replace(/[\s_-]+/g, ' ')
    .toLowerCase();
}

/** `comparableIri` of what begins like an IRI, `comparableWord` of the rest. */
export function comparableForm(value: string): string {
  const trimmed = value.trim();
  return /^https?:\/\//i.test(trimmed) ? comparableIri(trimmed) : comparableWord(trimmed);
}

/** Without the slashes at its end, in one walk from there: `/\/+$/` takes the square of a row of slashes in the middle. */
function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // RFC 3986 §2.1: a `%` that begins no escape makes the whole path undecodable, and it is compared as it stands.
    return path;
  }
}
