import type { ChangeState } from './change-state.ts';
import type { Saved } from './create-resource.ts';
import { type DeclarationWords, declare } from './declare.ts';
import { demandRules } from './demand-rules.ts';
import { findResource } from './find-resource.ts';
import { demand } from './policy.ts';
import { type PublishingContext, sightOf } from './publishing-context.ts';
import { attempts, demandVersion } from './put-resource.ts';
import { judgePublication } from './review-publication.ts';
import { objectOf, savePublication } from './save-publication.ts';
import { signatureOf } from './signature.ts';
import { whenOvertaken } from './when-overtaken.ts';

/** A program's publication of what is stored, with the owner's declaration. */
export interface PublishDeclared extends ChangeState {
  readonly words: Partial<DeclarationWords>;
}

/**
 * Publishes the stored description and keeps the declaration with it; what is public already gets the declaration alone. What somebody
 * is writing in the workspace is let be.
 *
 * @throws CatalogError `not-found`, `not-permitted`, `version-conflict`, `invalid-record`, `approval-required`, `declaration-required`.
 */
export async function publishDeclared(
  context: PublishingContext,
  request: PublishDeclared,
): Promise<Saved> {
  return whenOvertaken(['version-conflict'], attempts(request), () => publish(context, request));
}

async function publish(
  context: PublishingContext,
  { actor, kind, name, expected, words, reason }: PublishDeclared,
): Promise<Saved> {
  const stored = await findResource(context.store, actor, kind, name);
  const { organization, id, version } = stored;
  demand(actor, 'publish', organization);
  await demandVersion(context, stored, expected);
  const now = context.now();
  const declaration = declare(words, { actor, now });
  await demandRules(context.store, actor, organization, { isDeclared: true });
  const review = await judgePublication(context, sightOf(context), stored, undefined);
  const { issues } = review.after;
  const resource = await context.publishing.transact(async (tx) => {
    if (stored.state !== 'published') {
      const author = signatureOf(actor);
      return savePublication(tx, review, { actor, author, declaration, reason, now });
    }
    await tx.keepDeclaration(id, version, declaration);
    const { classifiedBy, classifiedOn, ground } = declaration;
    await tx.audit({
      at: now.toISOString(),
      actor,
      organization,
      action: 'declaration-made',
      object: objectOf(stored),
      after: { version, classifiedBy, classifiedOn, ground },
    });
    return stored;
  });
  return { resource, issues, isNew: false };
}
