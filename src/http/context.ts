import type { Next, ParameterizedContext } from 'koa';
import type { SignedIn } from '../accounts/signed-in.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Pages } from './pages.ts';
import type { QueryValues } from './query.ts';
import type { Trace } from './trace.ts';

/** What this floor knows about a request while it lasts; `ctx` itself never leaves `http/`. */
export interface RequestState {
  /** Names the request in the log and in `X-Request-ID`. */
  readonly id: string;
  readonly trace: Trace;
  /** `performance.now()` at arrival, in milliseconds. */
  readonly started: number;
  /** Of the client, as far as configured proxies can be believed. */
  readonly address: string;
  actor: Actor;
  /** The person and the session behind the request's cookie; undefined for everybody else. */
  signedIn: SignedIn | undefined;
  /** The pattern of the route, `/datasets/{name}`; empty while none has matched. */
  route: string;
  /** Code of the problem that was answered; empty when all went well. */
  problem: string;
  query: QueryValues;
  /** What draws pages for people. */
  readonly pages: Pages;
}

export interface RouteContext {
  params: Record<string, string>;
}

export type Context = ParameterizedContext<RequestState, RouteContext>;

/** Returns what `next()` returns wherever nothing has to happen afterwards: that costs no promise of its own. */
export type Middleware = (ctx: Context, next: Next) => Promise<void>;
