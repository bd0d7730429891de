import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailTransport } from './mail-transport.ts';

/** A folder instead of a mail server: each letter is a file as it would have been sent. RFC 5322. */
export interface LetterFolder extends MailTransport {
  /** Newest first, at most so many. */
  list(most: number): Promise<readonly KeptLetter[]>;
  /** @returns the whole message, or undefined when there is none. */
  read(id: string): Promise<string | undefined>;
  /** @returns what its receiver reads, or undefined when there is none. */
  words(id: string): Promise<LetterWords | undefined>;
  /** Deletes what is older. @returns how many. */
  clean(before: Date): Promise<number>;
}

export interface KeptLetter {
  readonly id: string;
  readonly at: Date;
}

/** A letter without its MIME. */
export interface LetterWords {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const idForm = /^[0-9a-f-]{36}$/;

/** The folder, made when the first letter comes; nobody else on the machine can read it. */
export function letterFolder(folder: string): LetterFolder {
  const path = (id: string) => join(folder, `${id}.eml`);
  const wordsPath = (id: string) => join(folder, `${id}.json`);

  async function put(place: string, content: string | Uint8Array): Promise<void> {
    const draft = join(folder, `${randomUUID()}.part`);
    await writeFile(draft, content, { mode: 0o600, flush: true });
    await rename(draft, place);
  }

  async function all(): Promise<readonly KeptLetter[]> {
    const names = await readdir(folder).catch(unlessMissing([]));
    const letters: KeptLetter[] = [];
    for (const name of names) {
      const id = name.endsWith('.eml') ? name.slice(0, -'.eml'.length) : '';
      if (!idForm.test(id)) continue;
      const found = await stat(path(id)).catch(unlessMissing(undefined));
      if (found !== undefined) letters.push({ id, at: found.mtime });
    }
    return letters.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  }

  return {
    async send(id, message) {
      if (!idForm.test(id)) throw new TypeError('The id of a letter is a UUID.');
      const bytes = await new MailComposer(message).compile().build();
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { to, subject, text } = message;
      await put(wordsPath(id), JSON.stringify({ to: to.address, subject, text }));
      await put(path(id), bytes);
    },
    async list(most) {
      return (await all()).slice(0, most);
    },
    async read(id) {
      if (!idForm.test(id)) return undefined;
      return await readFile(path(id), 'utf8').catch(unlessMissing(undefined));
    },
    async words(id) {
      if (!idForm.test(id)) return undefined;
      const text = await readFile(wordsPath(id), 'utf8').catch(unlessMissing(undefined));
      return text === undefined ? undefined : (JSON.parse(text) as LetterWords);
    },
    async clean(before) {
      const old = (await all()).filter(({ at }) => at < before);
      for (const { id } of old) {
        await rm(wordsPath(id), { force: true });
        await rm(path(id), { force: true });
      }
      return old.length;
    },
  };
}

/** What stands for a file or folder that is not there. */
function unlessMissing<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return instead;
    throw error;
  };
}
