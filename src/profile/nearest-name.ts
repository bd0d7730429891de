/**
 * Which known name somebody probably meant: the same but for case, prefix or a slip of the finger. Undefined when nothing is near.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  // dcterms:title, http://purl.org/dc/terms/title and contact_point are all near to the term itself.
  const word = plain(name.slice(0, 200).replace(/^.*[:/#]/, ''));
  if (word === '') return undefined;
  let nearest: string | undefined;
  let least = Math.ceil(word.length / 3) + 1;
  for (const candidate of known) {
    const distance = editDistance(word, plain(candidate), least);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

/** Levenshtein's distance, or `limit` when it is not less than that. */
function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[at - 1] === other[column - 1] ? 0 : 1;
      next.push(
        Math.min(
          (row[column] ?? limit) + 1,
          (next[column - 1] ?? limit) + 1,
          (row[column - 1] ?? limit) + same,
        ),
      );
    }
    row = next;
  }
  return Math.min(row[other.length] ?? limit, limit);
}
