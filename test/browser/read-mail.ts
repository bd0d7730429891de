import { setTimeout as delay } from 'node:timers/promises';
import type { MailServer } from '../services/mail-server.ts';

/** Somebody's way into letters that a real mail server has got. */
export interface MailReader {
  /** The path of the first link in the newest unread letter to the address whose link begins so, once there is one. @throws after half a minute */
  link(to: string, begins?: string): Promise<string>;
}

/** Reads the letters of a server, each once. */
export function readMail(mail: MailServer): MailReader {
  const read = new Set<unknown>();
  return {
    async link(to, begins = '/') {
      const waited = delay(30_000, undefined, { ref: false });
      for (let count = 1; ; count = mail.count() + 1) {
        const letters = await Promise.race([mail.received(count), waited]);
        if (letters === undefined) throw new Error(`No new letter to ${to} has come.`);
        for (const { envelope, message } of letters.toReversed()) {
          if (read.has(message) || !envelope.to.includes(to)) continue;
          const [, path = ''] = /https?:\/\/[^/\s]+(\/\S+)/.exec(message.text ?? '') ?? [];
          if (!path.startsWith(begins)) continue;
          read.add(message);
          return path;
        }
      }
    },
  };
}
