import type { Accounts } from '../accounts/accounts.ts';
import { inviteMember } from '../accounts/invite-member.ts';
import { emailKeyOf } from '../accounts/person.ts';
import type { TokenStore } from '../accounts/token-store.ts';
import type { OrganizationPeople } from './onboarding-context.ts';

/** The people of organisations as accounts keep them. */
export function accountPeople(
  accounts: Accounts,
  tokens: Pick<TokenStore, 'list'>,
): OrganizationPeople {
  const { store, now } = accounts;
  return {
    async invite({ actor, organization: { id: organization }, email, language }) {
      const person = await store.findPersonByEmail(emailKeyOf(email));
      const membership = person && (await store.findMembership(person.id, organization));
      // An organisation that was there already may have its people.
      if (membership !== undefined) return;
      const offer = { organization, email, role: 'administrator', language } as const;
      await inviteMember(accounts, actor, offer);
    },
    async members(organization) {
      const members = await store.listMembers(organization);
      return members.map(({ name, email, role, since }) => ({ name, email, role, since }));
    },
    async release({ actor, organization }) {
      const bound = await tokens.list(organization.id);
      await store.transact(async (tx) => {
        await tx.lock();
        const at = now().toISOString();
        const event = { at, actor, organization: organization.id };
        for (const { person, name, role } of await tx.listMembers(organization.id)) {
          if (!(await tx.removeMembership(person, organization.id))) continue;
          await tx.audit({
            ...event,
            action: 'member-removed',
            object: { kind: 'person', id: person, name },
            before: { role },
          });
        }
        for (const { id, role } of await tx.listInvitations(organization.id)) {
          if (!(await tx.removeInvitation(id))) continue;
          await tx.audit({
            ...event,
            action: 'invitation-withdrawn',
            object: { kind: 'invitation', id, name: role },
          });
        }
        for (const { id, name } of bound) {
          if (!(await tx.removeToken(id))) continue;
          await tx.audit({
            ...event,
            action: 'token-revoked',
            object: { kind: 'token', id, name },
          });
        }
      });
    },
  };
}
