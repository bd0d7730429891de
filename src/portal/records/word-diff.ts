/** What became of a piece of a text. */
export interface DiffPart {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many comparisons the changed middle is told as replaced whole. */
const mostCells = 400_000;

/** The words that were taken away and added between two texts, in reading order: the longest common words stay. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const old = pieces(before);
  const now = pieces(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  ) {
    end += 1;
  }
  const middle = changedMiddle(
    old.slice(start, old.length - end),
    now.slice(start, now.length - end),
  );
  return joined([
    { change: 'same', text: old.slice(0, start).join('') },
    ...middle,
    { change: 'same', text: old.slice(old.length - end).join('') },
  ]);
}

/** Words, each with the spaces after it, so that what is added or removed reads as a whole. */
function pieces(text: string): readonly string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

function changedMiddle(old: readonly string[], now: readonly string[]): readonly DiffPart[] {
  if (old.length * now.length > mostCells) {
    return [
      { change: 'removed', text: old.join('') },
      { change: 'added', text: now.join('') },
    ];
  }
  // lengths[i * width + j]: the longest common subsequence of old from i and now from j.
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      parts.push({ change: 'same', text: old[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ change: 'removed', text: old[i] ?? '' });
      i += 1;
    } else {
      parts.push({ change: 'added', text: now[j] ?? '' });
      j += 1;
    }
  }
  return parts;
}

function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const runs: DiffPart[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (part.text === '') continue;
    if (last?.change === part.change) {
      runs[runs.length - 1] = { change: part.change, text: last.text + part.text };
    } else runs.push(part);
  }
  return runs;
}
