import type { SignedIn } from '../../accounts/signed-in.ts';
import { may } from '../../catalog/policy.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { notFound } from '../../http/router.ts';
import { signedInPerson } from '../../http/session.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { refusing } from '../../kernel/refused.ts';

/**
 * Who runs the site, for a route with `access: 'person'`. For all others there is no such page.
 * @throws HttpProblem `not-found`.
 */
export function openOperator(ctx: Context): {
  readonly signedIn: SignedIn;
  readonly language: UserLanguage;
} {
  const signedIn = signedInPerson(ctx);
  if (!may(signedIn.actor, 'operate'))
    throw refusing(notFound(), { organization: null, action: 'operate' });
  ctx.set('Cache-Control', 'private, no-store');
  return { signedIn, language: pageLanguage(ctx) };
}
