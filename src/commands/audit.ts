import { auditCsv, auditLines } from '../audit/export-audit.ts';
import { verifyChain } from '../audit/verify-chain.ts';
import { walkAudit } from '../audit/walk-audit.ts';
import { findResource } from '../catalog/find-resource.ts';
import { openConfiguredStore } from '../configured-store.ts';
import { type Command, type CommandInput, UsageError } from './command.ts';
import { localOperator } from './local-operator.ts';
import { readOptions } from './options.ts';

type Store = Awaited<ReturnType<typeof openConfiguredStore>>;

/** Checks that nothing of the audit has been changed or taken away, or writes it to standard output. */
export const auditCommand: Command = {
  async run(input) {
    const [action, ...args] = input.args;
    const work = { verify, export: write }[action ?? ''];
    if (work === undefined) throw new UsageError('Say what to do: audit verify or audit export.');
    const store = await openConfiguredStore(input.config);
    try {
      return await work(store, { ...input, args });
    } finally {
      await store.close();
    }
  },
};

/** Says where the chain ends: whoever keeps that elsewhere sees next time whether events were cut off. */
async function verify({ audit }: Store, { args, out }: CommandInput): Promise<0 | 1> {
  const { values } = readOptions(args, { known: { type: 'string' } }, 0);
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(values.known ?? '') ?? [];
  if (values.known !== undefined && (number === undefined || hash === undefined))
    throw new UsageError('--known is NUMBER:HASH, as an earlier audit verify said.');
  const known =
    number !== undefined && hash !== undefined ? { number: Number(number), hash } : undefined;
  const verdict = await verifyChain(audit, known);
  if (verdict.holds) {
    out.note(`All ${verdict.events} events are as they were written. The last one is:`);
    out.line(`${verdict.events}:${verdict.head}`);
    return 0;
  }
  out.note(`The audit has been tampered with at event ${verdict.number}: ${verdict.fault}.`);
  return 1;
}

async function write({ audit, catalog }: Store, { args, out }: CommandInput): Promise<0 | 1> {
  const options = {
    organization: { type: 'string' },
    since: { type: 'string' },
    csv: { type: 'boolean' },
  } as const;
  const { values } = readOptions(args, options, 0);
  const { organization, since } = values;
  if (since !== undefined && Number.isNaN(Date.parse(since)))
    throw new UsageError('--since is a date, such as 2026-01-31.');
  const owner =
    organization === undefined
      ? undefined
      : await findResource(catalog, localOperator, 'organization', organization);
  const query = {
    organizations: owner === undefined ? undefined : [owner.id],
    since: since === undefined ? undefined : new Date(since).toISOString(),
  };
  const nameOf = async (id: string) => (await catalog.findById(id))?.name;
  const form = values.csv === true ? auditCsv : auditLines;
  for await (const line of form(walkAudit(audit, query), nameOf)) out.write(line);
  return 0;
}
