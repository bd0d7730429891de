/** Whether the process can do its work, asked cheaply: the store is pinged at most once a second, whoever asks. */
export interface Health {
  /** Empty when ready; else what is missing, in words without detail. */
  missing(): Promise<readonly string[]>;
  /** How things are that the process can do its work without. */
  facts(): Promise<Readonly<Record<string, string>>>;
  /** From now on not ready: the balancer sends no more. */
  drain(): void;
  readonly draining: boolean;
}

/** One thing that must answer: the store, the migrations, the index. */
export interface ReadinessCheck {
  readonly name: string;
  /** @throws when it does not answer. */
  ping(): Promise<void>;
}

/** Milliseconds for which an answer holds, and after which a silent dependency counts as missing. */
const memory = 1000;
const patience = 2000;

/**
 * @param checks all of them must answer for the process to be ready
 * @param facts said beside that it is
 */
export function createHealth(
  checks: readonly ReadinessCheck[],
  facts: Health['facts'] = () => Promise.resolve({}),
): Health {
  let draining = false;
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<readonly string[]> = Promise.resolve([]);
  return {
    get draining() {
      return draining;
    },
    drain: () => {
      draining = true;
    },
    missing: () => {
      if (draining) return Promise.resolve(['draining']);
      const now = performance.now();
      if (now - asked > memory) {
        asked = now;
        answer = Promise.all(checks.map(probe)).then((names) =>
          names.filter((name) => name !== ''),
        );
      }
      return answer;
    },
    facts,
  };
}

/** The name of the check when it fails or stays silent, else the empty text. */
async function probe(check: ReadinessCheck): Promise<string> {
  const { promise: silence, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(() => resolve(check.name), patience);
  try {
    return await Promise.race([check.ping().then(() => ''), silence]);
  } catch {
    return check.name;
  } finally {
    clearTimeout(timer);
  }
}
