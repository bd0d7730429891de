/**
 * Asks one address over keep-alive connections for as long as it is told, and prints requests per second as JSON. A process
 * of its own, with raw sockets and pipelining (RFC 9112 §9.3.2), so that the server and not the client is what is measured.
 * `node bench/load-client.ts PORT PATH CONNECTIONS DEPTH SECONDS [HEADER…]`
 */
import { connect } from 'node:net';

const [port = '', path = '/', connections = '8', depth = '8', seconds = '2', ...headers] =
  process.argv.slice(2);
const message = Buffer.from(
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${headers.map((header) => `${header}\r\n`).join('')}\r\n`,
);
// Every reply begins so, and no body here holds it.
const mark = Buffer.from('HTTP/1.1 ');

/** As many requests as one write carries. */
const messages = (count: number): Buffer => Buffer.concat(new Array<Buffer>(count).fill(message));

let answered = 0;
let wrong = 0;
let ended = false;

/** One connection that always has `depth` requests under way. */
function ask(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1').setNoDelay(true);
    let tail: Buffer = Buffer.alloc(0);
    socket.once('connect', () => socket.write(messages(Number(depth))));
    socket.once('error', reject);
    socket.once('close', () => resolve());
    socket.on('data', (data: Buffer) => {
      const bytes = tail.length === 0 ? data : Buffer.concat([tail, data]);
      let seen = 0;
      let at = bytes.indexOf(mark);
      let after = 0;
      for (; at >= 0 && at + 12 <= bytes.length; at = bytes.indexOf(mark, after)) {
        seen += 1;
        after = at + 12;
        const status = bytes.toString('latin1', at + 9, after);
        if (status !== '200' && status !== '304') wrong += 1;
      }
      // The last bytes may be the beginning of the next reply's first line.
      tail = bytes.subarray(Math.max(after, bytes.length - 11));
      answered += seen;
      if (ended) socket.destroy();
      else if (seen > 0) socket.write(messages(seen));
    });
  });
}

const clients = Array.from({ length: Number(connections) }, ask);
const begun = performance.now();
setTimeout(() => {
  ended = true;
}, Number(seconds) * 1000);
await Promise.all(clients);
const perSecond = answered / ((performance.now() - begun) / 1000);
process.stdout.write(JSON.stringify({ perSecond, wrong }));
