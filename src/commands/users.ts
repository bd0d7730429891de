import type { Accounts } from '../accounts/accounts.ts';
import { addPerson } from '../accounts/add-person.ts';
import { resetAddress } from '../accounts/addresses.ts';
import { disablePerson, enablePerson } from '../accounts/close-account.ts';
import { emailKeyOf, type MemberRole } from '../accounts/person.ts';
import { findResource } from '../catalog/find-resource.ts';
import { openConfiguredAccounts } from '../configured-accounts.ts';
import { openConfiguredStore } from '../configured-store.ts';
import { type Command, type CommandInput, UsageError } from './command.ts';
import { localOperator } from './local-operator.ts';
import { readOptions } from './options.ts';

type Store = Awaited<ReturnType<typeof openConfiguredStore>>;
type Work = (accounts: Accounts, store: Store, input: CommandInput) => Promise<0 | 1>;

const roles: readonly MemberRole[] = ['administrator', 'editor', 'reader'];

const works: Readonly<Record<string, Work>> = {
  add,
  list,
  disable: (accounts, _, input) => change(accounts, input, disablePerson, 'The account is closed.'),
  enable: (accounts, _, input) => change(accounts, input, enablePerson, 'The account is open.'),
};

/** Makes, lists, closes and opens accounts of people. */
export const usersCommand: Command = {
  async run(input) {
    const [action = '', ...args] = input.args;
    const work = Object.hasOwn(works, action) ? works[action] : undefined;
    if (work === undefined)
      throw new UsageError('Say what to do: users add, users list, users disable or users enable.');
    const store = await openConfiguredStore(input.config);
    try {
      const accounts = await openConfiguredAccounts(input.config, store);
      return await work(accounts, store, { ...input, args });
    } finally {
      await store.close();
    }
  },
};

/** The link alone goes to standard output, so that a script can take it. */
async function add(accounts: Accounts, store: Store, { args, out }: CommandInput): Promise<0 | 1> {
  const { values, positionals } = readOptions(
    args,
    {
      operator: { type: 'boolean' },
      organization: { type: 'string' },
      role: { type: 'string' },
    },
    2,
  );
  const [email = '', name = ''] = positionals;
  const role = roles.find((one) => one === values.role);
  if (values.operator === true && (values.organization ?? values.role) !== undefined)
    throw new UsageError('An operator runs the whole site: leave --organization and --role out.');
  if (values.operator !== true && (values.organization === undefined || role === undefined))
    throw new UsageError(
      'Say --operator, or --organization NAME and --role administrator, editor or reader.',
    );
  const organization =
    values.organization === undefined
      ? undefined
      : await findResource(store.catalog, localOperator, 'organization', values.organization);
  const { person, secret } = await addPerson(accounts, {
    actor: localOperator,
    email,
    name,
    as:
      organization === undefined || role === undefined
        ? 'operator'
        : { organization: organization.id, role },
  });
  if (secret === undefined) {
    out.note(`${person.email} had an account already, with a password, and has the role now.`);
    return 0;
  }
  out.note(`${person.email} chooses a password here, once, within three days:`);
  out.line(resetAddress(accounts, secret));
  return 0;
}

async function list(accounts: Accounts, _: Store, { args, out }: CommandInput): Promise<0 | 1> {
  readOptions(args, {}, 0);
  let after = '';
  for (;;) {
    const people = await accounts.store.listPeople({ after, limit: 500 });
    for (const { id, email, name, isOperator, disabled, seen } of people) {
      const roles = await accounts.store.listMemberships(id);
      const what = [
        ...(isOperator ? ['operator'] : []),
        ...roles.map(({ role, organization }) => `${role} of ${organization}`),
        ...(disabled === null ? [] : ['closed']),
      ];
      out.line(`${email}  ${name}  ${what.join(', ')}  seen ${seen?.slice(0, 10) ?? 'never'}`);
      after = id;
    }
    if (people.length < 500) return 0;
  }
}

async function change(
  accounts: Accounts,
  { args, out }: CommandInput,
  work: typeof disablePerson,
  done: string,
): Promise<0 | 1> {
  const { positionals } = readOptions(args, {}, 1);
  const person = await accounts.store.findPersonByEmail(emailKeyOf(positionals[0] ?? ''));
  if (person === undefined) {
    out.note('There is no such account.');
    return 1;
  }
  await work(accounts, localOperator, person.id);
  out.note(done);
  return 0;
}
