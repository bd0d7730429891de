import type { Context, Middleware } from './context.ts';

/** Where log lines go; one JSON object a line, never split and never with a line break inside. */
export type LogSink = (line: string) => void;

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * What the floor tells the operator. Events are fixed words, data goes into fields. No personal data: neither addresses nor
 * query strings nor names of people. ASVS 5.0 §16.2.
 */
export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** A bug or a lost dependency, with its stack. */
  fault(event: string, error: unknown, fields?: LogFields): void;
  /** One line for a request that has ended. */
  request(ctx: Context, bytes: number, milliseconds: number): void;
}

/** A logger that writes JSON lines to the sink. */
export function jsonLogger(sink: LogSink): Logger {
  const line = (level: string, event: string, fields: LogFields | undefined): void => {
    const rest = fields === undefined ? '' : JSON.stringify(fields).slice(1, -1);
    sink(
      `{"time":"${timestamp()}","level":"${level}","event":${JSON.stringify(event)}${rest === '' ? '' : `,${rest}`}}\n`,
    );
  };
  return {
    info: (event, fields) => line('info', event, fields),
    warn: (event, fields) => line('warn', event, fields),
    fault: (event, error, fields) => {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
      line('error', event, { ...fields, error: stack, cause });
    },
    // By hand: every value is of our own making (patterns, numbers, hex) but the id, which was checked on arrival.
    request: (ctx, bytes, milliseconds) => {
      const { id, trace, route, actor, problem } = ctx.state;
      const who =
        actor.kind === 'anonymous'
          ? ''
          : `,"actor":${JSON.stringify(actor.id)},"as":"${actor.kind}"`;
      const aborted = ctx.res.writableFinished ? '' : ',"aborted":true';
      const refused = problem === '' ? '' : `,"problem":"${problem}"`;
      sink(
        `{"time":"${timestamp()}","level":"info","event":"request","id":"${id}","trace":"${trace.traceId}"` +
          `,"method":"${ctx.method}","route":"${route}","status":${statusOf(ctx)}` +
          `,"bytes":${bytes},"ms":${Math.round(milliseconds * 100) / 100}${who}${refused}${aborted}}\n`,
      );
    },
  };
}

let millisecond = 0;
let written = '';

/** Now, RFC 3339 in UTC; written once for all lines of the same millisecond. */
function timestamp(): string {
  const now = Date.now();
  if (now !== millisecond) {
    millisecond = now;
    written = new Date(now).toISOString();
  }
  return written;
}

/** The status that was sent; 499 when the client was gone before there was one, as web servers write it. */
export function statusOf({ res }: Context): number {
  return res.headersSent ? res.statusCode : 499;
}

/** A sink that hands the lines of one turn of the event loop to the stream in one write. */
export function streamSink(stream: { write(text: string): unknown }): LogSink {
  let lines = '';
  const flush = (): void => {
    const text = lines;
    lines = '';
    stream.write(text);
  };
  return (line) => {
    if (lines === '') setImmediate(flush);
    lines += line;
  };
}

/** Calls back once when the reply has left or the connection has gone, with the bytes written and the time taken. */
export function whenEnded(
  observe: (ctx: Context, bytes: number, milliseconds: number) => void,
): Middleware {
  return (ctx, next) => {
    const { socket } = ctx.req;
    const before = socket.bytesWritten;
    ctx.res.on('close', () => {
      observe(ctx, socket.bytesWritten - before, performance.now() - ctx.state.started);
    });
    return next();
  };
}
