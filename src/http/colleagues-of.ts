import type { AccountReader } from '../accounts/account-store.ts';
import type { Colleague, Colleagues } from '../catalog/colleagues.ts';
import { type Action, may } from '../catalog/policy.ts';

/** Who works where, as the accounts know it: only those who can sign in. */
export function colleaguesOf(
  accounts: Pick<AccountReader, 'findPerson' | 'listMembers'>,
): Colleagues {
  const find = async (id: string): Promise<Colleague | undefined> => {
    const person = await accounts.findPerson(id);
    if (person === undefined || person.confirmed === null || person.disabled !== null) {
      return undefined;
    }
    const { name, email, language } = person;
    return { id, name, email, language };
  };
  return {
    find,
    async whoMay(action: Action, organization: string) {
      const members = await accounts.listMembers(organization);
      const able = members.filter(({ person, role }) =>
        may(
          { kind: 'person', id: person, name: '', grants: [{ role, organization }] },
          action,
          organization,
        ),
      );
      const found = await Promise.all(able.map(({ person }) => find(person)));
      return found.filter((one) => one !== undefined);
    },
  };
}
