import type { Localized } from '../kernel/issue.ts';
import type { JsonValue } from '../kernel/json.ts';
import type { ProblemCode } from './problem-table.ts';

/** A parameter of the address or a header that cannot be used as it stands. */
export interface ParameterFault {
  readonly in: 'query' | 'path' | 'header';
  readonly parameter: string;
  readonly detail: Localized;
}

/** Where what was asked for may be found instead. Pages lead there; programs are told no more than before. */
export interface Elsewhere {
  /** Words to search for. */
  readonly words: Localized;
  /** Whose it was: the path of its page. */
  readonly publisher?: { readonly name: Localized; readonly href: string };
}

export interface HttpProblemOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Extension members: RFC 9457 §3.2. */
  readonly members?: Readonly<Record<string, JsonValue>>;
  readonly faults?: readonly ParameterFault[];
  readonly elsewhere?: Elsewhere;
  readonly cause?: unknown;
}

/** A refusal of HTTP's own, thrown on this floor and turned into a reply by `problemDetails`. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  readonly detail: Localized;
  readonly headers: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, JsonValue>>;
  readonly faults: readonly ParameterFault[];
  readonly elsewhere: Elsewhere | undefined;

  constructor(code: ProblemCode, detail: Localized, options: HttpProblemOptions = {}) {
    super(detail.en, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'HttpProblem';
    this.code = code;
    this.detail = detail;
    this.headers = options.headers ?? {};
    this.members = options.members ?? {};
    this.faults = options.faults ?? [];
    this.elsewhere = options.elsewhere;
  }
}

/** The client hung up while we read from it: nobody is left to answer, and nothing may happen. */
export class ClientGone extends Error {
  constructor(cause?: unknown) {
    super('The client closed the connection.', cause === undefined ? undefined : { cause });
    this.name = 'ClientGone';
  }
}

/** 400 for one or more parameters, all of them at once. */
export function badParameters(faults: readonly ParameterFault[]): HttpProblem {
  const names = faults.map((fault) => fault.parameter).join(', ');
  return new HttpProblem(
    'bad-request',
    {
      sv: `Rätta de här parametrarna: ${names}.`,
      en: `Correct these parameters: ${names}.`,
    },
    { faults },
  );
}
