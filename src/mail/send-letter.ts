import { HopelessJob } from '../jobs/job.ts';
import type { JobHandler } from '../jobs/job-handler.ts';
import type { Sender } from './letter-words.ts';
import { mailMessage } from './mail-message.ts';
import type { MailTransport } from './mail-transport.ts';
import { readLetter } from './read-letter.ts';

/**
 * The handler of jobs of the kind `mail`. A letter that has left is not kept: it may hold a secret link and an address. A process that
 * dies between the two sends it again, under the same id.
 */
export function sendLetter(transport: MailTransport, sender: Sender): JobHandler {
  return async ({ lease, payload }) => {
    const letter = readLetter(payload);
    if (letter === undefined) throw new HopelessJob('The letter has no receiver, or no form.');
    await transport.send(lease.id, mailMessage(letter, sender, lease.id));
    return { language: letter.language };
  };
}
