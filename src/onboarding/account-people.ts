import type { Accounts } from '../accounts/accounts.ts';
import type { TokenStore } from '../accounts/token-store.ts';
import type { OrganizationPeople } from './onboarding-context.ts';

/** The people of organisations as accounts keep them. `invite` is accounts' own use case. */
export function accountPeople(
  { store, now }: Pick<Accounts, 'store' | 'now'>,
  tokens: Pick<TokenStore, 'list'>,
  invite: OrganizationPeople['invite'],
): OrganizationPeople {
  return {
    invite,
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
        for (const { id, email, role } of await tx.listInvitations(organization.id)) {
          if (!(await tx.removeInvitation(id))) continue;
          await tx.audit({
            ...event,
            action: 'invitation-withdrawn',
            object: { kind: 'person', id, name: email },
            before: { role },
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
