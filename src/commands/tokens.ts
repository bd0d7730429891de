import { randomUUIDv7 } from 'node:crypto';
import { createToken } from '../accounts/create-token.ts';
import { findResource } from '../catalog/find-resource.ts';
import { openConfiguredStore } from '../configured-store.ts';
import type { Role } from '../kernel/actor.ts';
import { day } from '../kernel/day.ts';
import { type Command, type CommandInput, UsageError } from './command.ts';
import { localOperator } from './local-operator.ts';
import { readOptions } from './options.ts';

type Store = Awaited<ReturnType<typeof openConfiguredStore>>;

const roles: readonly Role[] = ['operator', 'administrator', 'editor'];

/** Makes, lists and revokes bearer tokens. */
export const tokensCommand: Command = {
  async run(input) {
    const [action, ...args] = input.args;
    const work = { create, list, revoke }[action ?? ''];
    if (work === undefined)
      throw new UsageError('Say what to do: tokens create, tokens list or tokens revoke.');
    const store = await openConfiguredStore(input.config);
    try {
      return await work(store, { ...input, args });
    } finally {
      await store.close();
    }
  },
};

/** The secret alone goes to standard output, so that a script can take it. */
async function create(store: Store, { args, out }: CommandInput): Promise<0 | 1> {
  const { values } = readOptions(
    args,
    {
      role: { type: 'string' },
      organization: { type: 'string' },
      name: { type: 'string' },
      days: { type: 'string' },
    },
    0,
  );
  const role = roles.find((one) => one === values.role);
  if (role === undefined)
    throw new UsageError('Say which role: --role operator, administrator or editor.');
  if (values.days !== undefined && !/^[1-9]\d{0,4}$/.test(values.days))
    throw new UsageError('--days is a whole number from 1.');
  if (role !== 'operator' && values.organization === undefined)
    throw new UsageError(`The role ${role} needs --organization NAME.`);
  const organization =
    values.organization === undefined
      ? null
      : await findResource(store.catalog, localOperator, 'organization', values.organization);
  const now = new Date();
  const { secret, token } = await createToken(store.tokens, {
    id: randomUUIDv7(),
    name: values.name ?? `${role}${organization === null ? '' : ` of ${organization.name}`}`,
    role,
    organization: organization?.id ?? null,
    expires: values.days === undefined ? null : new Date(now.getTime() + Number(values.days) * day),
    now,
  });
  out.note(`Token ${token.id} (${token.name}). It is shown this once:`);
  out.line(secret);
  return 0;
}

async function list(store: Store, { args, out }: CommandInput): Promise<0 | 1> {
  readOptions(args, {}, 0);
  for (const { id, name, role, created, expires } of await store.tokens.list()) {
    out.line(
      `${id}  ${role}  ${name}  made ${created.slice(0, 10)}${expires === null ? '' : `, ends ${expires.slice(0, 10)}`}`,
    );
  }
  return 0;
}

async function revoke(store: Store, { args, out }: CommandInput): Promise<0 | 1> {
  const { positionals } = readOptions(args, {}, 1);
  const isRevoked = await store.tokens.revoke(positionals[0] ?? '');
  out.note(isRevoked ? 'Revoked.' : 'There is no such token.');
  return isRevoked ? 0 : 1;
}
