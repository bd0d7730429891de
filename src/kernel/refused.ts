/** What somebody was refused, for the audit; the answer to them may not even say that it exists. */
export interface Refused {
  /** Id of the organisation whose thing it is; null: the platform's. */
  readonly organization: string | null;
  /** What they wanted to do, in the words of the table of rights. */
  readonly action: string;
  readonly object?: { readonly kind: string; readonly id: string; readonly name: string };
}

const refusals = new WeakMap<Error, Refused>();

/** The error, with what it refuses noted beside it: nothing of it can end up in an answer. */
export function refusing<E extends Error>(error: E, refused: Refused): E {
  refusals.set(error, refused);
  return error;
}

/** What the error refuses; undefined when it is no refusal of a right. */
export function refusedBy(error: unknown): Refused | undefined {
  return error instanceof Error ? refusals.get(error) : undefined;
}
