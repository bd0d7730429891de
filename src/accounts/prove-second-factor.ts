import type { Accounts } from './accounts.ts';
import { codeBudget, countTry, forgive } from './attempts.ts';
import { auditOf } from './audit-of.ts';
import { type BegunSession, beginIn, type Visitor } from './begin-session.ts';
import { secretHash } from './one-time.ts';
import { useRecoveryCode } from './recovery-codes.ts';
import { tellOwner } from './tell-owner.ts';
import { useCode } from './totp.ts';

export type SecondFactorOutcome =
  | ({ readonly step: 'done' } & BegunSession)
  | { readonly step: 'refused' }
  /** Ten minutes have passed: sign in from the beginning. */
  | { readonly step: 'expired' }
  | { readonly step: 'wait'; readonly seconds: number };

/**
 * Ends what `signIn` began: takes a code of the app, or one of the recovery codes.
 * @param secret what `signIn` answered
 */
export async function proveSecondFactor(
  accounts: Accounts,
  {
    secret,
    code,
    visitor,
  }: { readonly secret: string; readonly code: string; readonly visitor: Visitor },
): Promise<SecondFactorOutcome> {
  const hash = secretHash(secret);
  const found = await accounts.store.findOneTime('second-factor', hash);
  const id = found?.person ?? null;
  if (found === undefined || id === null || found.expires <= accounts.now().getTime())
    return { step: 'expired' };
  const budget = codeBudget(id);
  const seconds = await countTry(accounts, [budget]);
  if (seconds > 0) return { step: 'wait', seconds };
  return accounts.store.transact(async (tx): Promise<SecondFactorOutcome> => {
    await tx.lock();
    const person = await tx.findPerson(id);
    const totp = await tx.findTotp(id);
    if (person === undefined || totp === undefined) return { step: 'expired' };
    const isCode = await useCode(accounts, tx, totp, code);
    const isRecovery = !isCode && (await useRecoveryCode(accounts, tx, id, code));
    if (!isCode && !isRecovery) {
      const { address, request } = visitor;
      await auditOf(
        tx,
        person,
        { address, request },
        {
          at: accounts.now().toISOString(),
          action: 'sign-in-refused',
          object: { kind: 'person', id, name: person.name },
          after: { factor: 'second' },
        },
      );
      return { step: 'refused' };
    }
    if (!(await tx.useOneTime(hash))) return { step: 'expired' };
    await forgive(accounts, tx, { forgotten: [budget], returned: [] });
    const method = isCode ? 'second-factor' : 'recovery-code';
    const begun = await beginIn(accounts, tx, id, visitor, method);
    if (isRecovery) {
      const { address, request } = visitor;
      const actor = { kind: 'person', id, name: person.name, grants: [] } as const;
      await tellOwner(
        accounts,
        tx,
        { person, actor: { ...actor, origin: { address, request } } },
        'recovery-code-used',
        'second-factor-changed',
        { recoveryCodes: await tx.countRecoveryCodes(id) },
      );
    }
    return { step: 'done', ...begun };
  });
}
