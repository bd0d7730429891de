import type { Action } from '../../catalog/policy.ts';
import type { HttpProblem } from '../../http/http-problem.ts';
import { notFound } from '../../http/router.ts';
import { refusing } from '../../kernel/refused.ts';

/** Something that belongs to an organisation; null: to the platform. */
interface Owned {
  readonly id: string;
  readonly name: string;
  readonly organization: string | null;
}

/**
 * The answer to whoever asks in one workspace for what is another organisation's, or nobody's: there is no such page. That somebody tried
 * to get at a foreign thing is told to the audit of its owner.
 */
export function notOwn(kind: string, thing: Owned | undefined, action: Action): HttpProblem {
  if (thing === undefined) return notFound();
  const { id, name, organization } = thing;
  return refusing(notFound(), { organization, action, object: { kind, id, name } });
}
