import type { AuditAction } from '../audit/audit-event.ts';
import type { Origin } from '../kernel/actor.ts';
import type { JsonObject } from '../kernel/json.ts';
import { post } from '../mail/letter.ts';
import type { AccountTransaction } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { accountAddress } from './addresses.ts';
import { auditOf } from './audit-of.ts';
import { type AccountChange, accountChangedLetter } from './letters/account-changed.ts';
import type { SignedIn } from './signed-in.ts';

/** Tells the audit and, by letter, the owner of an account that the way into it has changed. */
export async function tellOwner(
  accounts: Accounts,
  tx: AccountTransaction,
  { person, actor }: Pick<SignedIn, 'person' | 'actor'>,
  change: AccountChange,
  action: AuditAction,
  after?: JsonObject,
): Promise<void> {
  await auditOf(tx, person, originOf(actor), {
    at: accounts.now().toISOString(),
    action,
    object: { kind: 'person', id: person.id, name: person.name },
    ...(after === undefined ? {} : { after }),
  });
  await writeOwner(accounts, tx, person, change);
}

/** Tells the owner of an account alone, by letter: the audit knows it in words of its own. */
export async function writeOwner(
  accounts: Accounts,
  tx: AccountTransaction,
  person: SignedIn['person'],
  change: AccountChange,
): Promise<void> {
  await post(
    tx,
    accountChangedLetter(
      { to: person.email, language: person.language, site: accounts.title },
      { name: person.name, change, href: accountAddress(accounts) },
    ),
  );
}

/** Where the request of a person came from. */
export function originOf(actor: SignedIn['actor']): Origin {
  return actor.origin ?? { address: '', request: '' };
}
