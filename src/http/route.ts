import type { Localized } from '../kernel/issue.ts';
import type { JsonObject, JsonValue } from '../kernel/json.ts';
import type { Context } from './context.ts';
import type { ProblemCode } from './problem-table.ts';

/**
 * A route is data: where it is, what it takes, what it may answer, and the function that does it. The router and the OpenAPI
 * document are both made from this list, so that neither can say what the other does not.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** OpenAPI's form: `/api/v1/datasets/{name}`. Those outside the API's root are not in the document. */
  readonly path: string;
  /** OpenAPI `operationId`. */
  readonly id: string;
  readonly tag: string;
  readonly summary: Localized;
  readonly description?: Localized;
  /** `/datasets/trees.ttl` is also this route, with `ctx.params.suffix` = `ttl`. */
  readonly suffixes?: boolean;
  /** Of the path and the query. Unknown, repeated and ill-formed ones never reach the handler. */
  readonly parameters?: readonly Parameter[];
  /** Whether query parameters that are not declared are passed over, unread; else they are refused. */
  readonly otherParameters?: 'ignored';
  /** Request headers that the operation reads, beside those that all do. */
  readonly headers?: readonly Parameter[];
  readonly body?: RequestBody;
  /** By status, successes only. */
  readonly responses: Readonly<Record<number, RouteResponse>>;
  /** What it may refuse with, beside what any operation may. */
  readonly problems?: readonly ProblemCode[];
  /**
   * Whether a bearer token is asked for; `optional`: anonymous readers see less; `person`: a page for those who have signed in,
   * to which others are sent by way of the sign-in page.
   */
  readonly access: 'public' | 'optional' | 'bearer' | 'person';
  /** Run in order before the handler; each throws or lets pass. */
  readonly guards?: readonly Guard[];
  readonly handler: Handler;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description: Localized;
  /** type, minimum, maximum, enum, pattern, maxLength and default are judged; the rest is documentation. */
  readonly schema: JsonObject;
  readonly example?: JsonValue;
}

export interface RequestBody {
  readonly description: Localized;
  /** False when the operation also works without one. */
  readonly required?: boolean;
  /** Bytes, after any Content-Encoding has been undone. */
  readonly limit: number;
  readonly content: Readonly<Record<string, MediaContent>>;
}

export interface RouteResponse {
  readonly description: Localized;
  readonly content?: Readonly<Record<string, MediaContent>>;
  /** Headers of this reply beside the common ones: name → what it says. */
  readonly headers?: Readonly<Record<string, Localized>>;
}

export interface MediaContent {
  readonly schema: JsonObject;
  readonly example: JsonValue;
}

export type Guard = (ctx: Context) => void | Promise<void>;
export type Handler = (ctx: Context) => void | Promise<void>;

/** Declares a route; the declaration is checked by its type and by `test/http/openapi.test.ts`. */
export function defineRoute(route: Route): Route {
  return route;
}
