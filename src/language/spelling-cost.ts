/**
 * How far one word is from another: Damerau–Levenshtein distance (optimal string alignment), in which the mistakes that people make
 * cost less than a whole letter: å ä ö without their marks, a neighbouring key, two letters in the wrong order, one letter for two.
 */
const costs = { diacritic: 0.3, neighbour: 0.7, swapped: 0.7, doubled: 0.5, other: 1, first: 0.3 };

const keyboard = ['qwertyuiopå', 'asdfghjklöä', 'zxcvbnm'];
const alike = ['aåä', 'oö', 'eé', 'uü'];
const neighbours: ReadonlySet<string> = new Set(neighbouringKeys());
const diacritics: ReadonlySet<string> = new Set(
  alike.flatMap((group) => [...group].flatMap((a) => [...group].map((b) => a + b))),
);

/** What it takes to make `meant` of `written`; anything above `bound` when it takes more. */
export function spellingCost(written: string, meant: string, bound: number): number {
  const columns = meant.length + 1;
  const table = new Float64Array((written.length + 1) * columns);
  const at = (i: number, j: number): number => table[i * columns + j] ?? 0;
  for (let j = 1; j < columns; j++) table[j] = at(0, j - 1) + missing(meant, j - 1);
  for (let i = 1; i <= written.length; i++) {
    table[i * columns] = at(i - 1, 0) + missing(written, i - 1);
    let least = at(i, 0);
    for (let j = 1; j < columns; j++) {
      let cost = Math.min(
        at(i - 1, j - 1) + replaced(written[i - 1] ?? '', meant[j - 1] ?? ''),
        at(i - 1, j) + missing(written, i - 1),
        at(i, j - 1) + missing(meant, j - 1),
      );
      if (i > 1 && j > 1 && written[i - 1] === meant[j - 2] && written[i - 2] === meant[j - 1]) {
        cost = Math.min(cost, at(i - 2, j - 2) + costs.swapped);
      }
      table[i * columns + j] = cost;
      if (cost < least) least = cost;
    }
    // Two letters in the wrong order reach back two rows, hence the margin.
    if (least > bound + costs.swapped) return least;
  }
  return at(written.length, meant.length) + (startsAlike(written, meant) ? 0 : costs.first);
}

function replaced(a: string, b: string): number {
  if (a === b) return 0;
  if (diacritics.has(a + b)) return costs.diacritic;
  return neighbours.has(a + b) ? costs.neighbour : costs.other;
}

function missing(word: string, at: number): number {
  return word[at] === word[at - 1] ? costs.doubled : costs.other;
}

/** The first letter is seldom wrong. */
function startsAlike(a: string, b: string): boolean {
  const [first = '', other = ''] = [a[0], b[0]];
  return first === other || diacritics.has(first + other);
}

function neighbouringKeys(): readonly string[] {
  const keys = keyboard.flatMap((row, y) => [...row].map((key, x) => ({ key, x: x + y / 2, y })));
  return keys.flatMap((a) =>
    keys
      .filter((b) => a !== b && Math.abs(a.y - b.y) <= 1 && Math.abs(a.x - b.x) <= 1)
      .map((b) => a.key + b.key),
  );
}
