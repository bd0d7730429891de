/** What is written and not saved yet, kept in the browser until the server has it: a crash or a flat battery loses no words. */
export interface LocalCopy {
  keep(fields: Fields, revision: string): void;
  clear(): void;
}

export type Fields = readonly (readonly [name: string, value: string])[];

/** A copy that a page left behind. */
export interface LeftCopy {
  readonly fields: Fields;
  readonly revision: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Older copies are thrown away unseen. */
const oldest = 7 * 24 * 60 * 60 * 1000;

/** The copy of this page's form and one person. */
export function localCopy(person: string): LocalCopy {
  const key = keyOf(person);
  return {
    keep(fields, revision) {
      const copy: LeftCopy = { fields, revision, at: Date.now() };
      try {
        localStorage.setItem(key, JSON.stringify(copy));
      } catch {
        // A full or forbidden storage is as it was before there were copies: the page still warns when it is left.
      }
    },
    clear: () => {
      try {
        localStorage.removeItem(key);
      } catch {
        // As above: what could not be kept need not be removed.
      }
    },
  };
}

/** What a page of the same form has left behind of a person's; undefined when there is nothing, or nothing that can be read. */
export function leftCopy(person: string): LeftCopy | undefined {
  try {
    const copy: LeftCopy | null = JSON.parse(localStorage.getItem(keyOf(person)) ?? 'null');
    return copy !== null && Date.now() - copy.at < oldest && Array.isArray(copy.fields)
      ? copy
      : undefined;
  } catch {
    // Forbidden storage, or a copy that another release of the page wrote in its own way.
    return undefined;
  }
}

function keyOf(person: string): string {
  return `editor ${location.pathname} ${person}`;
}
