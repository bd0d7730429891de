import { isWebAddress } from '../kernel/iri.ts';

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

/**
 * The same for whoever writes: they have just seen an address answer, so that a web address nobody has asked yet is assumed to.
 * @param found address → whether it answered
 */
export function hopefulLookup(found: Readonly<Record<string, boolean>>): LinkLookup {
  return (url) => {
    if (Object.hasOwn(found, url)) return found[url] === true ? 'answers' : 'broken';
    return isWebAddress(url) ? 'own' : 'unknown';
  };
}
