import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import PostalMime from 'postal-mime';

/** Reads letters that a site without a mail server puts in its folder. */
export interface LetterReader {
  /** The path in the newest letter to the address that has not been read, once there is one. @throws after half a minute */
  link(to: string): Promise<string>;
}

/** @param data the site's data folder */
export function lettersIn(data: string): LetterReader {
  const folder = join(data, 'mail');
  const read = new Set<string>();
  return {
    async link(to) {
      for (let waited = 0; waited < 30_000; waited += 100) {
        const names = await readdir(folder).catch(() => [] as string[]);
        const fresh = names.filter((name) => name.endsWith('.eml') && !read.has(name));
        const times = await Promise.all(
          fresh.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
        );
        for (const { name } of times.toSorted((a, b) => b.at - a.at)) {
          const message = await PostalMime.parse(await readFile(join(folder, name)));
          if (message.to?.[0]?.address !== to) continue;
          const [, path] = /https?:\/\/[^/\s]+(\/\S+)/.exec(message.text ?? '') ?? [];
          if (path === undefined) continue;
          read.add(name);
          return path;
        }
        await delay(100);
      }
      throw new Error(`No new letter to ${to} has come.`);
    },
  };
}
