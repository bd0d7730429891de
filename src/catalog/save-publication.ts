import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { demandValid } from './describe.ts';
import type { Approval, PublishingTransaction } from './publishing-store.ts';
import type { Resource } from './resource.ts';
import type { Review } from './review-publication.ts';
import { type Signature, signatureOf } from './signature.ts';
import { titleOf } from './title-of.ts';
import type { Declaration } from './working-copy.ts';

/** A publication that has been decided. */
export interface Decided {
  /** Who does it, for the audit. */
  readonly actor: Actor;
  /** Whose words they are: the version's author. */
  readonly author: Signature;
  readonly declaration: Declaration | undefined;
  /** Who asked and who approved, where that is demanded. */
  readonly approval?: { readonly askedBy: Signature; readonly approvedBy: Signature } | undefined;
  readonly reason?: string | undefined;
  readonly now: Date;
}

/**
 * Makes what was reviewed public, all in the transaction: the version, the declaration and the approval with it, the copy gone, the
 * audit told, and the change announced to whoever follows.
 * @throws CatalogError `invalid-record`, `version-conflict` when record or copy is another by now.
 */
export async function savePublication(
  tx: PublishingTransaction,
  { stored, copy, after, rules, checks }: Review,
  { actor, author, declaration, approval, reason, now }: Decided,
): Promise<Resource> {
  demandValid(after.issues, true);
  const collision = checks.find(({ name }) => name === 'collision');
  if (collision?.state === 'blocks') throw collided(collision.changed);
  const at = now.toISOString();
  const version = stored.version + 1;
  const resource = await tx.save({
    resource: {
      ...stored,
      content: after.content,
      digest: after.digest,
      state: 'published',
      version,
      changed: at,
      published: stored.published ?? at,
    },
    author,
    reason: reason ?? copy?.note ?? null,
    announce: stored.state === 'published' ? 'update' : 'create',
  });
  await tx.dropApprovals(stored.id, version);
  if (approval !== undefined) {
    const kept: Approval = { version, at, ...approval };
    await tx.keepApproval(stored.id, kept);
  }
  if (declaration !== undefined) {
    await tx.keepDeclaration(stored.id, version, declaration);
    if (rules.classifiedBy === null) {
      const { classifiedBy, ground } = declaration;
      await tx.saveRules(stored.organization, { ...rules, classifiedBy, ground });
    }
  }
  if (copy !== undefined) await tx.dropCopy(stored.id, copy.revision);
  await tx.audit({
    at,
    actor,
    organization: stored.organization,
    action: 'record-published',
    object: objectOf(resource),
    before: { state: stored.state, version: stored.version },
    after: {
      state: 'published',
      version,
      ...(declaration === undefined
        ? {}
        : {
            classifiedBy: declaration.classifiedBy,
            classifiedOn: declaration.classifiedOn,
            ground: declaration.ground,
          }),
    },
  });
  return resource;
}

/** How the audit names a record. */
export function objectOf({ kind, id, content, name }: Resource): {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
} {
  return { kind, id, name: titleOf(content, 'sv') ?? name };
}

/** Who wrote the version: the one who saved the copy last, else the one who publishes. */
export function versionAuthor({ copy }: Pick<Review, 'copy'>, actor: Actor): Signature {
  return copy?.author ?? signatureOf(actor);
}

function collided(changed: readonly string[]): CatalogError {
  const list = changed.join(', ');
  return new CatalogError('version-conflict', {
    sv: `Någon annan har sparat en nyare version sedan du började skriva. Ändrat sedan dess: ${list}. Öppna redigeringen och välj vad som ska gälla.`,
    en: `Somebody else has saved a newer version since you began to write. Changed since: ${list}. Open the editor and choose what is to hold.`,
  });
}
