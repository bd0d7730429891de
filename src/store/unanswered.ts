/** The error of a wait that was given up, with the mark of a network that gave up: `failureOf` calls it `unavailable`. */
export function unanswered(what: string): Error & { readonly code: string } {
  return Object.assign(new Error(`${what} in time.`), { code: 'ETIMEDOUT' });
}
