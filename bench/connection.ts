import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/**
 * A keep-alive connection for one request after the other, over a raw socket so that the client costs next to nothing.
 * Bodies are counted and not kept. RFC 9112 §6, §9.3.
 */
export interface Connection {
  /** @throws Error when the connection ends before the reply does. */
  send(request: Request): Promise<Reply>;
  close(): void;
}

export interface Request {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Reply {
  readonly status: number;
  readonly etag: string | undefined;
  /** Of the body, its chunks' heads included. */
  readonly bytes: number;
  /** From the first byte sent to the last byte received, in milliseconds. */
  readonly ms: number;
}

const endOfHead = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('\r\n0\r\n\r\n');

/** Connects to a port of this machine. */
export async function openConnection(port: number): Promise<Connection> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  await once(socket, 'connect');
  return {
    send: (request) => exchange(socket, request),
    close: () => socket.destroy(),
  };
}

/** One request on a connection of its own. */
export async function sendOnce(port: number, request: Request): Promise<Reply> {
  const connection = await openConnection(port);
  try {
    return await connection.send(request);
  } finally {
    connection.close();
  }
}

function exchange(socket: Socket, { method = 'GET', path, headers = {}, body = '' }: Request) {
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = body === '' ? '' : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  const message = `${method} ${path} HTTP/1.1\r\nHost: localhost\r\n${fields.join('')}${length}\r\n${body}`;
  return new Promise<Reply>((resolve, reject) => {
    let head: { readonly status: number; readonly etag: string | undefined } | undefined;
    let expected: number | undefined;
    let bytes = 0;
    let tail: Buffer = Buffer.alloc(0);
    const begun = performance.now();
    const fail = () => reject(new Error(`The connection ended in the reply to ${path}.`));
    const read = (data: Buffer) => {
      let rest = data;
      if (head === undefined) {
        const all = tail.length === 0 ? data : Buffer.concat([tail, data]);
        const end = all.indexOf(endOfHead);
        if (end < 0) {
          tail = all;
          return;
        }
        const text = all.toString('latin1', 0, end);
        const status = Number(text.slice(9, 12));
        const stated = /^content-length: (\d+)/im.exec(text)?.[1];
        head = { status, etag: /^etag: (.*)$/im.exec(text)?.[1] };
        expected = status === 304 ? 0 : stated === undefined ? undefined : Number(stated);
        rest = all.subarray(end + endOfHead.length);
        // So that an empty body's only chunk is seen as the last one.
        tail = Buffer.from('\r\n');
      }
      bytes += rest.length;
      tail = Buffer.concat([tail, rest.subarray(-lastChunk.length)]).subarray(-lastChunk.length);
      if (expected === undefined ? !tail.equals(lastChunk) : bytes < expected) return;
      socket.off('data', read).off('close', fail);
      resolve({ ...head, bytes, ms: performance.now() - begun });
    };
    socket.on('data', read).once('close', fail);
    socket.write(message);
  });
}
