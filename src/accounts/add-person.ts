import type { Actor } from '../kernel/actor.ts';
import { day } from '../kernel/day.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import type { Accounts } from './accounts.ts';
import { newSecret } from './one-time.ts';
import { cleanEmail, emailKeyOf, isAccountEmail, type MemberRole, type Person } from './person.ts';

/** Milliseconds that a link to choose a first password holds: three days. */
const linkLife = 3 * day;

/** What the command line makes an account of. */
export interface NewPerson {
  readonly actor: Actor;
  readonly email: string;
  readonly name: string;
  readonly language?: UserLanguage;
  /** What they may do at once: run the site, or a role in an organisation. */
  readonly as: 'operator' | { readonly organization: string; readonly role: MemberRole };
}

/**
 * Makes an account that needs no confirmation, for those who can run commands on the machine; one that is there gets the role.
 * @returns the person, and the secret of a link to choose a password when they have none
 * @throws CatalogError `invalid-record` for an address that is none.
 */
export async function addPerson(
  accounts: Accounts,
  { actor, email, name, language = 'sv', as }: NewPerson,
): Promise<{ readonly person: Person; readonly secret: string | undefined }> {
  if (!isAccountEmail(cleanEmail(email))) {
    throw new CatalogError('invalid-record', {
      sv: `${email} är ingen e-postadress.`,
      en: `${email} is no e-mail address.`,
    });
  }
  const now = accounts.now();
  const at = now.toISOString();
  const { secret, hash } = newSecret();
  return accounts.store.transact(async (tx) => {
    await tx.lock();
    const emailKey = emailKeyOf(email);
    const found = await tx.findPersonByEmail(emailKey);
    const person: Person = {
      ...(found ?? {
        id: accounts.newId(),
        email: cleanEmail(email),
        emailKey,
        name,
        language,
        disabled: null,
        isOperator: false,
        created: at,
        seen: null,
      }),
      confirmed: found?.confirmed ?? at,
      isOperator: as === 'operator' || (found?.isOperator ?? false),
    };
    await (found === undefined ? tx.addPerson(person) : tx.savePerson(person));
    // Whoever registered an address that nobody has confirmed chose that password, not its owner.
    if (found?.confirmed === null) await tx.removePassword(person.id);
    const object = { kind: 'person', id: person.id, name: person.name };
    if (as === 'operator') {
      await tx.audit({
        at,
        actor,
        organization: null,
        action: found === undefined ? 'person-registered' : 'person-changed',
        object,
        after: { operator: true },
      });
    } else {
      const { organization, role } = as;
      const before = await tx.findMembership(person.id, organization);
      await tx.saveMembership({ person: person.id, organization, role, since: at });
      await tx.audit({
        at,
        actor,
        organization,
        action: before === undefined ? 'member-added' : 'member-role-changed',
        object,
        ...(before === undefined ? {} : { before: { role: before.role } }),
        after: { role },
      });
    }
    if ((await tx.findPassword(person.id)) !== undefined) return { person, secret: undefined };
    await tx.addOneTime({
      hash,
      kind: 'choose-password',
      person: person.id,
      data: {},
      expires: now.getTime() + linkLife,
    });
    return { person, secret };
  });
}
