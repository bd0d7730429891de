import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { CatalogError } from '../kernel/errors.ts';

/**
 * Passwords as kept: argon2id (RFC 9106) with OWASP's parameters, written as a PHC string. Each hash holds 19 MiB while it is
 * made, so only a few are made at once: `cap` says what they may hold together. ASVS 5.0 §11.4.2.
 */
export interface PasswordHasher {
  /** @returns a PHC string. @throws CatalogError `busy` when too many wait already. */
  hash(password: string): Promise<string>;
  /**
   * Whether it is the password. Without a hash it does the same work and says no, so that nobody can tell by the time.
   * @throws CatalogError `busy` when too many wait already.
   */
  verify(password: string, phc: string | undefined): Promise<PasswordVerdict>;
  /** Bytes that hashing may come to hold: a hash on each thread of Node's pool, whose allocator keeps the block when it is done. */
  readonly cap: number;
}

/** `outdated`: right, but hashed with parameters of another time; hash it anew. */
export type PasswordVerdict = 'right' | 'outdated' | 'wrong';

interface Parameters {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

export interface PasswordHasherOptions {
  readonly parameters?: Parameters;
  /** How many are made at once. */
  readonly atOnce?: number;
  /** How many may wait for their turn. */
  readonly waiting?: number;
}

/** OWASP Password Storage Cheat Sheet, argon2id. */
const standard: Parameters = { memory: 19_456, passes: 2, parallelism: 1 };

/** Threads of Node's pool, unless whoever runs it says otherwise. */
const poolThreads = 4;

/** Bytes of salt and of hash. */
const saltLength = 16;
const hashLength = 32;

/** A hasher with its queue. Node makes hashes on its pool of four threads; one is left for files. */
export function createPasswordHasher({
  parameters = standard,
  atOnce = Math.min(3, Math.max(1, availableParallelism())),
  waiting = 400,
}: PasswordHasherOptions = {}): PasswordHasher {
  const queue: (() => void)[] = [];
  let running = 0;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw busy();
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // The place is handed on, so that nobody who comes now goes first.
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  const salted = (password: string, salt: Buffer, with_: Parameters, length: number) =>
    inTurn(() => derive(password, salt, with_, length));

  return {
    cap: poolThreads * parameters.memory * 1024,
    async hash(password) {
      const salt = randomBytes(saltLength);
      return write(parameters, salt, await salted(password, salt, parameters, hashLength));
    },
    async verify(password, phc) {
      const kept = phc === undefined ? undefined : read(phc);
      if (kept === undefined) {
        await salted(password, randomBytes(saltLength), parameters, hashLength);
        return 'wrong';
      }
      const made = await salted(password, kept.salt, kept.parameters, kept.hash.length);
      if (!timingSafeEqual(made, kept.hash)) return 'wrong';
      return isSame(kept.parameters, parameters) ? 'right' : 'outdated';
    },
  };
}

function derive(
  password: string,
  nonce: Buffer,
  { memory, passes, parallelism }: Parameters,
  tagLength: number,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Exactly the characters typed: neither trimmed, cut nor normalised. ASVS 5.0 §6.2.8.
    const options = { message: password, nonce, memory, passes, parallelism, tagLength };
    argon2('argon2id', options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

const form =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,64})\$([A-Za-z0-9+/]{16,128})$/;

/** https://github.com/P-H-C/phc-string-format: base64 without padding. */
function write({ memory, passes, parallelism }: Parameters, salt: Buffer, hash: Buffer): string {
  const [s, h] = [salt, hash].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${s}$${h}`;
}

function read(
  phc: string,
): { readonly parameters: Parameters; readonly salt: Buffer; readonly hash: Buffer } | undefined {
  const found = form.exec(phc);
  if (found === null) return undefined;
  const [, memory, passes, parallelism, salt = '', hash = ''] = found;
  return {
    parameters: {
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function isSame(one: Parameters, other: Parameters): boolean {
  return (
    one.memory === other.memory &&
    one.passes === other.passes &&
    one.parallelism === other.parallelism
  );
}

function busy(): CatalogError {
  return new CatalogError('busy', {
    sv: 'Just nu loggar väldigt många in. Vänta en liten stund och försök igen.',
    en: 'Very many are signing in right now. Wait a little and try again.',
  });
}
