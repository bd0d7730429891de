/** What took longer than this to make is made again beside the answer that is there, and not at every change. Milliseconds. */
const dear = 50;
const restPerMaking = 20;
/** Other processes change the index too. Milliseconds after which it is looked at again. */
const oldest = 10_000;

export interface Remembered<T> {
  get(): Promise<T>;
  /** Says that the index has changed. */
  forget(): void;
}

/**
 * Something made of the whole index, made when first asked for and again when the index has changed. What is dear to make may be
 * somewhat old: while an import runs the index changes every second.
 * @param now milliseconds that only grow
 */
export function remembered<T>(make: () => Promise<T>, now: () => number): Remembered<T> {
  let held: { readonly value: T; readonly since: number; readonly took: number } | undefined;
  let changes = 0;
  let changesHeld = 0;
  let making: Promise<T> | undefined;

  async function renew(): Promise<T> {
    const since = now();
    // What comes in while it is made leads to another making.
    const changesSeen = changes;
    const value = await make();
    held = { value, since: now(), took: now() - since };
    changesHeld = changesSeen;
    return value;
  }

  function renewOnce(): Promise<T> {
    making ??= renew().finally(() => {
      making = undefined;
    });
    return making;
  }

  return {
    async get() {
      if (held === undefined) return renewOnce();
      const age = now() - held.since;
      const isDear = held.took > dear;
      if (changes === changesHeld && age < Math.max(oldest, held.took * restPerMaking)) {
        return held.value;
      }
      if (isDear && age < held.took * restPerMaking) return held.value;
      const next = renewOnce();
      if (!isDear) return next;
      // Who asks now gets what is there; should the making fail, the next one to ask makes it.
      next.catch(() => undefined);
      return held.value;
    },
    forget() {
      changes += 1;
    },
  };
}
