import { configuredPosition, documentShape, storeIdentity } from '../configured-search.ts';
import { type Application, openApplication, version } from '../main.ts';
import type { IndexPosition } from '../search/search-index.ts';
import type { Command, Output } from './command.ts';
import { examineOperation } from './examine-operation.ts';
import { readOptions } from './options.ts';

/** Says what is configured, what answers and what to do about the rest. */
export const doctorCommand: Command = {
  async run({ args, config, out }) {
    readOptions(args, {}, 0);
    out.line(`Datatorget ${version}, Node ${process.versions.node}`);
    out.line(`public base   ${config.base}${config.production ? '' : ' (development)'}`);
    out.line(
      `database      ${config.databaseUrl === undefined ? `SQLite in ${config.data}` : config.databaseUrl.replace(/:[^:@/]*@/, ':…@')}`,
    );
    try {
      const application = await openApplication(config);
      try {
        return await examine(application, out);
      } finally {
        await application.close();
      }
    } catch (error) {
      out.line(`  does not answer: ${error instanceof Error ? error.message : String(error)}`);
      out.line(
        '  → start the database or correct DATATORGET_DATABASE_URL; for SQLite, make the data folder writable.',
      );
      return 1;
    }
  },
};

async function examine(application: Application, out: Output): Promise<0 | 1> {
  const { store, config, profile } = application;
  const { catalog, meta } = store;
  await catalog.ping();
  out.line(
    `  answers; ${store.kind}, schema ${store.schemaVersion}, change log at ${await catalog.revision()}`,
  );
  out.line(`profile       DCAT-AP-SE ${profile.plan.about.release}, plan ${profile.plan.version}`);
  const states = ['published'] as const;
  for (const [kind, label] of [
    ['organization', 'organisations'],
    ['dataset', 'datasets'],
    ['series', 'series'],
    ['service', 'services'],
  ] as const) {
    out.line(
      `${label.padEnd(14)}${await catalog.count({ kinds: [kind], states })} published, ${await catalog.count({ kinds: [kind], states: ['draft'], draftsOf: '*' })} drafts`,
    );
  }
  const tokens = await store.tokens.list();
  out.line(`tokens        ${tokens.length}`);
  if (tokens.length === 0)
    out.line('  → nobody can write over HTTP yet: datatorget tokens create --role operator');
  await examineOperation(application, out);
  await examineSearch(application, out);
  const base = await meta.get('base');
  if (base !== undefined && base !== config.base) {
    out.line(
      `  → records here have IRIs that begin with ${base}, and the site says it is ${config.base}: set DATATORGET_URL=${base}`,
    );
    return 1;
  }
  if (config.base.startsWith('http://localhost') && config.production)
    out.line('  → DATATORGET_URL says localhost: others cannot follow such IRIs');
  return 0;
}

/** Which engine, whether it answers, and how far it is behind. Search is no reason to fail: everything else works without it. */
async function examineSearch({ store, config }: Application, out: Output): Promise<void> {
  const { elasticsearchUrl } = config;
  out.line(
    `search        ${elasticsearchUrl === undefined ? 'the engine inside the program' : `Elasticsearch, ${elasticsearchUrl.replace(/:[^:@/]*@/, ':…@')}`}`,
  );
  try {
    out.line(`  ${await standing(await configuredPosition(config), store)}`);
  } catch (error) {
    out.line(`  does not answer: ${error instanceof Error ? error.message : String(error)}`);
    out.line(
      elasticsearchUrl === undefined
        ? '  → make the data folder writable; datatorget reindex builds the index anew'
        : '  → start Elasticsearch or correct DATATORGET_ELASTICSEARCH_URL; the index catches up by itself',
    );
  }
}

async function standing(
  position: IndexPosition | undefined,
  { catalog, meta }: Application['store'],
): Promise<string> {
  const [newest, identity] = [await catalog.revision(), await storeIdentity(meta)];
  const fits = position?.store === identity && position.shape === documentShape();
  if (position === undefined || !fits || position.revision > newest)
    return 'no index that fits yet: a server that runs builds it by itself';
  const behind = newest - position.revision;
  return behind === 0
    ? `in step, at ${newest}`
    : `${behind} changes behind, at ${position.revision}: a server that runs catches up by itself`;
}
