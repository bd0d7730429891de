import { randomFillSync } from 'node:crypto';

/**
 * W3C Trace Context, level 1: `traceparent` in, a span of our own, `traceparent` out. Sweden's REST API profile 2.0.0,
 * SPA.02 and SPA.04. Only version 00 is written; a later version is read by its first four fields, as §4.3 says.
 */
export interface Trace {
  /** 32 lower-case hex digits, the caller's when the caller had one. */
  readonly traceId: string;
  /** 16 lower-case hex digits, always ours. */
  readonly spanId: string;
  /** Two hex digits, passed on untouched. */
  readonly flags: string;
}

const form = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const zeroTrace = '0'.repeat(32);
const zeroSpan = '0'.repeat(16);

/** Begins our span: inside the caller's trace when the header is valid, in a new trace otherwise. */
export function beginTrace(header: string | undefined): Trace {
  const spanId = randomHex(8);
  const match = header === undefined ? null : form.exec(header);
  if (match !== null) {
    const [, version = '', traceId = '', parent = '', flags = '', rest] = match;
    const known = version !== 'ff' && (version !== '00' || rest === undefined);
    if (known && traceId !== zeroTrace && parent !== zeroSpan) return { traceId, spanId, flags };
  }
  return { traceId: randomHex(16), spanId, flags: '00' };
}

/** The header's value for replies and for our own outgoing calls. */
export function traceparent({ traceId, spanId, flags }: Trace): string {
  return `00-${traceId}-${spanId}-${flags}`;
}

// One system call fills enough randomness for about 170 requests.
const pool = Buffer.allocUnsafe(4096);
let used = pool.length;

function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}
