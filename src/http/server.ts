import {
  createServer,
  type IncomingMessage,
  type Server,
  ServerResponse,
  STATUS_CODES,
} from 'node:http';
import { type AddressInfo, Server as NetServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type ProblemCode, problems } from './problem-table.ts';

/**
 * Node's server, with the limits that keep one client from holding up the rest, and a stop that fails no request.
 */
export interface RunningServer {
  readonly server: Server;
  /** Of the socket that listens: `http://127.0.0.1:3000`. */
  readonly address: string;
  readonly port: number;
  /** Ends within `within` milliseconds, however many requests are left. Calling it again returns the same promise. */
  drain(options?: DrainOptions): Promise<void>;
}

export interface DrainOptions {
  /** The balancer's time to notice that `/ready` says no, before new connections are refused. Milliseconds. */
  readonly settle?: number;
  /** How long idle connections may still bring a request, which is answered with `Connection: close`. Milliseconds. */
  readonly linger?: number;
  /** All of it. Milliseconds. */
  readonly within?: number;
}

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => unknown;
  /** Called first when draining: readiness turns to no. */
  readonly onDrain?: () => void;
  /** How long a connection may be silent while something is to be sent or taken. Milliseconds. */
  readonly silence?: number;
}

/** Balancers keep idle connections for 60 s; closing later than they do never cuts a request off. */
const keepAlive = 65_000;

/** Listens. @throws when the port is taken. */
export async function startServer({
  host,
  port,
  handle,
  onDrain,
  silence = 120_000,
}: ServerOptions): Promise<RunningServer> {
  let draining = false;
  /** Asked when a reply begins, so that those under way when draining begins close their connections too. */
  class Reply extends ServerResponse<IncomingMessage> {
    override writeHead(...head: readonly unknown[]): this {
      if (draining) this.shouldKeepAlive = false;
      return Reflect.apply(super.writeHead, this, head);
    }
  }
  // The latest of each connection: a set of all that are under way would cost a third of a small reply.
  const latest = new WeakMap<Socket, ServerResponse>();
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    latest.set(request.socket, response);
    handle(request, response);
  };
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      headersTimeout: 15_000,
      requestTimeout: 300_000,
      keepAliveTimeout: keepAlive,
      connectionsCheckingInterval: 5_000,
      noDelay: true,
      ServerResponse: Reply,
    },
    serve,
  );
  server.maxRequestsPerSocket = 100_000;
  server.maxConnections = 10_000;
  // A reader that takes nothing for two minutes is gone; so is a writer that sends nothing.
  server.setTimeout(silence, (socket: Socket) => {
    // Unless it is we who are silent, still working at an answer to a request that is here whole.
    const reply = latest.get(socket);
    if (reply === undefined || reply.headersSent || !reply.req.complete) socket.destroy();
  });
  server.on('checkContinue', serve);
  server.on('clientError', refuse);
  await listen(server, host, port);
  let drained: Promise<void> | undefined;
  return {
    server,
    ...place(server),
    drain: (options = {}) => {
      drained ??= stop(server, options, () => {
        draining = true;
        onDrain?.();
      });
      return drained;
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

function place(server: Server): { readonly address: string; readonly port: number } {
  const { address, family, port } = server.address() as AddressInfo;
  return { port, address: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}` };
}

async function stop(server: Server, options: DrainOptions, begin: () => void): Promise<void> {
  const { settle = 0, linger = 5_000, within = 25_000 } = options;
  const deadline = performance.now() + within;
  begin();
  if (settle > 0) await delay(settle);
  // `http.Server.close` would cut idle connections at once, some of them under a request that is on its way (RFC 9112 §9.5).
  const closed = new Promise<void>((resolve) =>
    NetServer.prototype.close.call(server, () => resolve()),
  );
  await atMost(closed, Math.min(linger, deadline - performance.now()));
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  server.closeIdleConnections();
  await atMost(closed, deadline - performance.now());
  clearInterval(sweep);
  server.closeAllConnections();
  await closed;
}

async function atMost(work: Promise<void>, milliseconds: number): Promise<void> {
  const over = new AbortController();
  const timer = delay(Math.max(0, milliseconds), undefined, { signal: over.signal }).catch(
    () => undefined,
  );
  await Promise.race([work, timer]);
  over.abort();
}

/** What Node's parser refuses, before there is a request: answered in one write, then closed. */
function refuse(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code: ProblemCode =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request-timeout' : 'bad-request';
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : problems[code].status;
  const body = JSON.stringify({
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail: problems[code].help.en,
  });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
