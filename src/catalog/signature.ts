import type { Actor } from '../kernel/actor.ts';

/** Who did something, as kept with it: the id stays for ever, the name until the person's account is erased. */
export interface Signature {
  readonly id: string;
  readonly name: string;
}

/** The actor's own. */
export function signatureOf(actor: Actor): Signature {
  return actor.kind === 'anonymous'
    ? { id: 'anonymous', name: 'anonymous' }
    : { id: actor.id, name: actor.name };
}
