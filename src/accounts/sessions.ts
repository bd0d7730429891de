import { demand } from '../catalog/policy.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { StoredSession } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { auditOf } from './audit-of.ts';
import type { SignedIn } from './signed-in.ts';
import { originOf } from './tell-owner.ts';

/** The person's sessions, latest use first. */
export async function listSessions(
  { store }: Accounts,
  { person }: Pick<SignedIn, 'person'>,
): Promise<readonly Omit<StoredSession, 'hash'>[]> {
  return (await store.listSessions(person.id)).map(({ hash: _, ...session }) => session);
}

/** Ends one of the person's sessions. @throws CatalogError `not-found` when it is not theirs, or has ended. */
export async function endSession(
  { store, now }: Accounts,
  { person, actor }: SignedIn,
  id: string,
): Promise<void> {
  await store.transact(async (tx) => {
    if (!(await tx.removeSession(person.id, id))) {
      throw new CatalogError('not-found', {
        sv: 'Den inloggningen finns inte längre.',
        en: 'That session is not there any more.',
      });
    }
    await auditOf(tx, person, originOf(actor), {
      at: now().toISOString(),
      action: 'session-ended',
      object: { kind: 'session', id, name: 'session' },
    });
  });
}

/** Ends all of the person's sessions but this one, and forgets their devices. @returns how many ended. */
export async function endOtherSessions(
  { store, now }: Accounts,
  { person, session, actor }: SignedIn,
): Promise<number> {
  return store.transact(async (tx) => {
    const count = await tx.removeSessions(person.id, session.id);
    await tx.removeDevices(person.id);
    await auditOf(tx, person, originOf(actor), {
      at: now().toISOString(),
      action: 'session-ended',
      object: { kind: 'person', id: person.id, name: person.name },
      after: { ended: count },
    });
    return count;
  });
}

/**
 * Lets an operator look at the site as somebody of an organisation would, reading only, or, with null, as themselves again.
 * @throws CatalogError `not-permitted` for others, `not-found` when there is no such organisation.
 */
export async function seeAs(
  { store, organizations, now }: Accounts,
  { person, session, actor }: SignedIn,
  as: StoredSession['seeAs'],
): Promise<void> {
  // While looking as somebody else the actor has only that one's rights, but may always stop.
  if (as !== null || !person.isOperator) demand(actor, 'operate');
  const organization = as === null ? undefined : await organizations.findById(as.organization);
  if (as !== null && organization?.kind !== 'organization') {
    throw new CatalogError('not-found', {
      sv: 'Det finns ingen sådan organisation.',
      en: 'There is no such organisation.',
    });
  }
  const at = now().toISOString();
  await store.transact(async (tx) => {
    await tx.saveSession({ ...session, seen: at, seeAs: as });
    await tx.audit({
      at,
      actor,
      organization: as?.organization ?? session.seeAs?.organization ?? null,
      action: 'seen-as',
      object: { kind: 'session', id: session.id, name: organization?.name ?? 'self' },
      after: as === null ? { as: null } : { as: as.role },
    });
  });
}
