import { randomUUIDv7 } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { CatalogContext } from '../../src/catalog/catalog-context.ts';
import { createOrganization } from '../../src/catalog/create-organization.ts';
import { type CreateResource, createResource } from '../../src/catalog/create-resource.ts';
import type { Resource } from '../../src/catalog/resource.ts';
import type { Actor, Role } from '../../src/kernel/actor.ts';
import { CatalogError, type FailureCode } from '../../src/kernel/errors.ts';
import { monotonicIds } from '../../src/kernel/monotonic-ids.ts';
import { loadProfile } from '../../src/profile/load-profile.ts';
import type { NodeObject } from '../../src/profile/record.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/open-store.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';
import * as samples from '../profile/sample-records.ts';

/** A real store with two organisations, and everybody who may want something of them. */
export interface Square {
  readonly context: CatalogContext;
  readonly store: Store;
  readonly umea: Resource;
  readonly kalmar: Resource;
  /** Somebody with the role, of the organisation; operators are of none. */
  actor(role: Role, organization?: Resource): Actor;
  /** Makes a dataset of Umeå's, a draft unless told otherwise. */
  dataset(changes?: Partial<CreateResource>): Promise<Resource>;
  find(name: string, kind?: Resource['kind']): Promise<Resource>;
  /** How many versions each record has, and the newest revision: what nothing that changes nothing may touch. */
  trace(): Promise<string>;
}

export const base = 'https://torget.example.se';
export const anonymous: Actor = { kind: 'anonymous' };
export const operator: Actor = {
  kind: 'token',
  id: 't0',
  name: 'Olle',
  grants: [{ role: 'operator', organization: null }],
};

export const profile = loadProfile('schemas/dcat-ap-se', loadVocabularies('vocabularies'));

/** A dataset, series or service without a fault and without an IRI of its own. */
export const dataset = withoutIri(samples.dataset);
export const series = withoutIri(samples.series);
export const service = withoutIri(samples.service);

/** An organisation's description. */
export function agent(name: string, more: NodeObject = {}): NodeObject {
  return {
    '@type': ['Organization', 'Agent'],
    name: { sv: name, en: name },
    type: 'http://purl.org/adms/publishertype/LocalAuthority',
    ...more,
  };
}

/** Opens a square until the test ends. */
export async function openSquare(
  t: Pick<TestContext, 'after'>,
  options: StoreOptions = { memory: true },
): Promise<Square> {
  const store = await openStore(options);
  t.after(() => store.close());
  return squareOver(store);
}

/** A square over a SQLite file that is removed when the test ends. */
export async function openSquareInFile(t: Pick<TestContext, 'after'>): Promise<Square> {
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-'));
  const square = await openSquare(t, { folder });
  t.after(() => rm(folder, { recursive: true, force: true }));
  return square;
}

async function squareOver(store: Store): Promise<Square> {
  const context: CatalogContext = {
    store: store.catalog,
    profile,
    base,
    now: () => new Date(),
    newId: monotonicIds(randomUUIDv7),
  };
  const made = async (name: string, node: NodeObject): Promise<Resource> =>
    (await createOrganization(context, { actor: operator, name, node })).resource;
  const umea = await made('umea', agent('Umeå kommun', { identifier: ['212000-2627'] }));
  const kalmar = await made('kalmar', agent('Kalmar kommun'));
  const { catalog } = store;
  return {
    context,
    store,
    umea,
    kalmar,
    actor: (role, organization = umea) =>
      role === 'operator'
        ? operator
        : {
            kind: 'token',
            id: `${role} ${organization.name}`,
            name: `${role} of ${organization.name}`,
            grants: [{ role, organization: organization.id }],
          },
    async dataset(changes = {}) {
      const { resource } = await createResource(context, {
        actor: operator,
        kind: 'dataset',
        organization: 'umea',
        name: 'bad',
        node: dataset,
        ...changes,
      });
      return resource;
    },
    async find(name, kind = 'dataset') {
      const found = await catalog.find(kind, name);
      if (found === undefined) throw new Error(`There is no ${kind} ${name}.`);
      return found;
    },
    async trace() {
      const all = await catalog.list({
        kinds: ['organization', 'catalog', 'dataset', 'series', 'service'],
        states: ['draft', 'published', 'withdrawn'],
        draftsOf: '*',
        limit: 1000,
      });
      const lines = all.map(
        ({ kind, name, version, state, digest }) => `${kind}/${name} ${version} ${state} ${digest}`,
      );
      return [`revision ${await catalog.revision()}`, ...lines].join('\n');
    },
  };
}

/** Whether the error is a refusal with the code, for `assert.rejects`. */
export function refusal(code: FailureCode, detail?: RegExp): (error: unknown) => boolean {
  return (error) =>
    error instanceof CatalogError &&
    error.code === code &&
    (detail === undefined || (detail.test(error.detail.sv) && detail.test(error.detail.en)));
}

function withoutIri({ '@id': _, ...node }: NodeObject): NodeObject {
  return node;
}
