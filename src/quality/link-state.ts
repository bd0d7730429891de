/**
 * What is known of an address: it answered or did not when it was last asked; it is one of our own, and so assumed to answer; or
 * nobody has asked yet, and so it counts as not answering.
 */
export type LinkState = 'answers' | 'broken' | 'own' | 'unknown';

export type LinkLookup = (url: string) => LinkState;

/**
 * Looks addresses up in what was found.
 * @param base public base of this site, without a slash at its end
 * @param found address → whether it answered
 */
export function linkLookup(base: string, found: ReadonlyMap<string, boolean>): LinkLookup {
  return (url) => {
    const answered = found.get(url);
    if (answered !== undefined) return answered ? 'answers' : 'broken';
    return url.startsWith(`${base}/`) ? 'own' : 'unknown';
  };
}
