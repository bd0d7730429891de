import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server on a free loopback port, that keeps what it gets until the test ends. */
export interface MailServer {
  /** `smtp://127.0.0.1:port`, as a setting. */
  readonly url: string;
  /** Waits until there are so many, in the order they came. */
  received(count: number): Promise<readonly ReceivedLetter[]>;
  count(): number;
}

export interface ReceivedLetter {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly message: Email;
}

/** @param refuseFirst answers the first receiver with this code; `isSilent` takes connections and never says a word. */
export async function mailServer(
  t: { after(work: () => Promise<void>): void },
  {
    refuseFirst,
    isSilent = false,
  }: { readonly refuseFirst?: number; readonly isSilent?: boolean } = {},
): Promise<MailServer> {
  const letters: ReceivedLetter[] = [];
  let refusals = refuseFirst === undefined ? 0 : 1;
  let arrived = Promise.withResolvers<void>();
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onRcptTo(_, __, callback) {
      refusals -= 1;
      if (refusals < 0) return callback();
      callback(Object.assign(new Error('Not now or not here'), { responseCode: refuseFirst }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const { mailFrom, rcptTo } = session.envelope;
        letters.push({
          envelope: {
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
          },
          message: await PostalMime.parse(Buffer.concat(chunks)),
        });
        arrived.resolve();
        callback();
      });
    },
  });
  // A client that gives up in the middle is what some tests are about.
  smtp.on('error', () => undefined);
  const server = isSilent ? createServer(() => undefined) : smtp.server;
  server.listen(0, isSilent ? '127.0.0.1' : undefined);
  await once(server, 'listening');
  t.after(() => new Promise<void>((closed) => (isSilent ? server : smtp).close(() => closed())));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    async received(count) {
      while (letters.length < count) {
        await arrived.promise;
        arrived = Promise.withResolvers<void>();
      }
      return letters;
    },
    count: () => letters.length,
  };
}
