import type { AuditTrail } from '../audit/audit-event.ts';
import type { CatalogTransaction, Save } from '../catalog/catalog-store.ts';
import { type Change, collections, type Kind, type Resource } from '../catalog/resource.ts';
import type { Outbox } from '../jobs/job-request.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { CatalogCommands } from './catalog-commands.ts';
import type { CatalogQueries } from './catalog-queries.ts';
import { catalogReader } from './catalog-reader.ts';
import type { Run } from './database.ts';
import { failureOf } from './failure.ts';
import { gate } from './gate.ts';
import { sha256 } from './sha256.ts';

const idempotencyTime = 24 * 3600 * 1000;
const allKinds = Object.keys(collections) as Kind[];

/** Reads and writes records inside one transaction. */
export function catalogTransaction(
  queries: CatalogQueries,
  commands: CatalogCommands,
  run: Run,
): Omit<CatalogTransaction, keyof (AuditTrail & Outbox)> {
  const reader = catalogReader(queries, run);
  /** The newest revision, once its row is locked: nobody else can raise it before this transaction ends. */
  let newest: number | undefined;
  /** One save after the other, also when the work starts several at once: each takes the next revision. */
  const saving = gate(1, { limit: Number.POSITIVE_INFINITY });

  async function lockedRevision(): Promise<number> {
    if (newest === undefined) {
      await run(commands.lockRevision({}));
      newest = await reader.revision();
    }
    return newest;
  }

  /** Puts a change into the log under the next revision, which the organisation then has too. */
  async function announced({
    id,
    ...change
  }: Omit<Change, 'resource'> & { readonly id: string }): Promise<void> {
    const { revision, organization, kind, operation, version, at } = change;
    await run(commands.setRevision({ value: revision }));
    newest = revision;
    await run(
      commands.insertChange({ revision, resource: id, organization, kind, operation, version, at }),
    );
    const { numAffectedRows } = await run(commands.raiseOrganization({ organization, revision }));
    if (numAffectedRows === 0n) await run(commands.insertOrganization({ organization, revision }));
  }

  async function purged(organization: string, now: Date): Promise<number> {
    const owned = { kinds: allKinds, organization, draftsOf: '*' } as const;
    const count = await reader.count({ ...owned, states: ['draft', 'published', 'withdrawn'] });
    let revision = await lockedRevision();
    for (let after: string | undefined; ; ) {
      const records = await reader.list({
        ...owned,
        states: ['published'],
        limit: 500,
        ...(after === undefined ? {} : { after }),
      });
      after = records.at(-1)?.id;
      for (const record of records) {
        revision += 1;
        await announced({ ...record, revision, operation: 'delete', at: now.toISOString() });
      }
      if (records.length < 500) break;
    }
    for (const remove of commands.removeBelongings) await run(remove({ organization }));
    await run(commands.removeOwned({ organization }));
    await run(commands.removeOrganization({ organization }));
    return count;
  }

  async function saved({ resource, author, reason, announce }: Save): Promise<Resource> {
    const { id, organization, version, state } = resource;
    // The counter's lock comes first: two that announce then queue for it, and never wait for each other crosswise.
    const raised = announce && (await lockedRevision()) + 1;
    const content = JSON.stringify(resource.content);
    await store(commands, run, { ...resource, content, revision: raised });
    await run(
      commands.insertVersion({
        id,
        version,
        state,
        author: author.name,
        authorId: author.id,
        reason,
        saved: resource.changed,
        content,
      }),
    );
    if (announce !== undefined && raised !== undefined) {
      await announced({ ...resource, revision: raised, operation: announce, at: resource.changed });
    }
    return {
      ...resource,
      organizationName: await organizationName(commands, run, organization),
      revision: raised ?? (await storedRevision(commands, run, resource)),
    };
  }

  return {
    ...reader,

    save: (save) => saving.pass(() => saved(save)),

    async remove(id, version) {
      try {
        const { numAffectedRows } = await run(commands.remove({ id, version }));
        if (numAffectedRows === 1n) return;
      } catch (error) {
        if (failureOf(error) !== 'referenced') throw error;
        throw new CatalogError(
          'still-in-use',
          { sv: 'Andra poster hör fortfarande dit.', en: 'Other records still belong to it.' },
          {
            cause: error,
          },
        );
      }
      const stored = (await run(commands.stored({ id }))).rows[0];
      if (stored?.version === version) {
        throw new CatalogError('state-conflict', {
          sv: 'Posten har varit publicerad. Dra tillbaka den i stället.',
          en: 'The record has been published. Withdraw it instead.',
        });
      }
      throw versionConflict(stored?.version);
    },

    purge: (organization, now) => saving.pass(() => purged(organization, now)),

    async recall(key, now) {
      const since = now.getTime() - idempotencyTime;
      const { rows } = await run(commands.recall({ keyHash: sha256(key), since }));
      return rows[0] && { fingerprint: rows[0].fingerprint, resource: rows[0].resource };
    },

    async remember(key, { fingerprint, resource, at }) {
      const now = at.getTime();
      await run(commands.forget({ until: now - idempotencyTime }));
      try {
        await run(commands.remember({ keyHash: sha256(key), fingerprint, resource, at: now }));
      } catch (error) {
        if (failureOf(error) !== 'duplicate') throw error;
        throw new CatalogError(
          'idempotency-conflict',
          {
            sv: 'Samma Idempotency-Key används just nu av en annan begäran.',
            en: 'The same Idempotency-Key is being used by another request.',
          },
          {
            cause: error,
          },
        );
      }
    },
  };
}

/** A row to write; without a revision it keeps the one it has. */
interface Saved extends Omit<Save['resource'], 'content'> {
  readonly content: string;
  readonly revision: number | undefined;
}

async function store(
  commands: CatalogCommands,
  run: Run,
  { revision, ...resource }: Saved,
): Promise<void> {
  const { id, version } = resource;
  const owner = resource.organization === id ? null : resource.organization;
  const row = { ...resource, owner, iriHash: sha256(resource.iri) };
  const before = version - 1;
  try {
    if (before === 0) {
      await run(commands.insert({ ...row, revision: revision ?? 0 }));
      return;
    }
    const replaced = await run(
      revision === undefined
        ? commands.replace({ ...row, before })
        : commands.replaceAnnounced({ ...row, before, revision }),
    );
    if (replaced.numAffectedRows === 1n) return;
  } catch (error) {
    if (failureOf(error) !== 'duplicate') throw error;
    throw (await refusal(commands, run, resource, error)) ?? error;
  }
  throw versionConflict((await run(commands.stored({ id }))).rows[0]?.version);
}

async function refusal(
  commands: CatalogCommands,
  run: Run,
  { id, kind, name, iri, version }: Omit<Save['resource'], 'content'>,
  cause: unknown,
): Promise<CatalogError | undefined> {
  const isTaken = async (query: ReturnType<CatalogCommands['idTaken']>): Promise<boolean> =>
    (await run(query)).rows.length > 0;

  if (version === 1 && (await isTaken(commands.idTaken({ id })))) return versionConflict(1);
  if (await isTaken(commands.nameTaken({ id, kind, name }))) {
    return new CatalogError(
      'name-taken',
      {
        sv: `Namnet ${name} är upptaget. Välj ett annat.`,
        en: `The name ${name} is taken. Choose another.`,
      },
      { cause },
    );
  }
  if (await isTaken(commands.iriTaken({ id, iriHash: sha256(iri) }))) {
    return new CatalogError(
      'iri-taken',
      {
        sv: `${iri} hör redan till en annan post.`,
        en: `${iri} belongs to another record already.`,
      },
      { cause },
    );
  }
  return undefined;
}

function versionConflict(stored: number | undefined): CatalogError {
  return new CatalogError(
    'version-conflict',
    stored === undefined
      ? { sv: 'Posten finns inte längre.', en: 'The record is no longer there.' }
      : {
          sv: `Posten har ändrats sedan du läste den, och är nu i version ${stored}.`,
          en: `The record has changed since you read it, and is now at version ${stored}.`,
        },
  );
}

async function organizationName(commands: CatalogCommands, run: Run, id: string): Promise<string> {
  const owner = (await run(commands.organizationName({ id }))).rows[0];
  if (owner === undefined) throw new Error(`There is no organisation ${id}.`);
  return owner.name;
}

async function storedRevision(
  commands: CatalogCommands,
  run: Run,
  { id, version }: Pick<Resource, 'id' | 'version'>,
): Promise<number> {
  if (version === 1) return 0;
  return (await run(commands.stored({ id }))).rows[0]?.revision ?? 0;
}
