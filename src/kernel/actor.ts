/** Who asks: nobody, the bearer of a token, or a person who has signed in. */

/** What somebody is to an organisation; `operator` is to the platform, and to all of them. */
export type Role = 'operator' | 'administrator' | 'editor' | 'reader';

/** A role and where it holds. */
export interface Grant {
  readonly role: Role;
  /** Id of the organisation; null only for operators. */
  readonly organization: string | null;
  /** The organisation is paused or has ended, so that the role is no more than a reader's until that is over. */
  readonly isPaused?: boolean;
}

/** What a token may at most do, whatever its role would let it. */
export type Scope = 'read' | 'write' | 'publish' | 'administer';

/** Where a request came from, for the audit. */
export interface Origin {
  /** Of the client, as far as configured proxies can be believed. */
  readonly address: string;
  /** Id of the request, as in the log. */
  readonly request: string;
}

export type Actor =
  | { readonly kind: 'anonymous'; readonly origin?: Origin }
  | {
      readonly kind: 'token' | 'person';
      readonly id: string;
      /** What versions and logs call it. */
      readonly name: string;
      readonly grants: readonly Grant[];
      /** Undefined: no narrower than the roles. */
      readonly scopes?: readonly Scope[];
      readonly origin?: Origin;
    };

/** Whether the actor is an operator of the platform, with all rights that this gives. */
export function isOperator(actor: Actor): boolean {
  return (
    actor.kind !== 'anonymous' &&
    actor.scopes === undefined &&
    actor.grants.some(({ role }) => role === 'operator')
  );
}
