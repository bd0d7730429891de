import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findResource } from '../src/catalog/find-resource.ts';
import { localOperator } from '../src/commands/local-operator.ts';
import { readConfig } from '../src/config.ts';
import { organizationCatalog } from '../src/feeds/organization-catalog.ts';
import { importCatalog } from '../src/harvest/import-catalog.ts';
import { type Application, openApplication } from '../src/main.ts';
import type { SyntaxName } from '../src/rdf/syntaxes/registry.ts';
import { benchEnvironment, fill, owner } from './generate.ts';
import { type Row, row } from './row.ts';

/** A catalogue taken in from RDF, into SQLite on disk: the first time, and again when nothing has changed. Design §7. */

const count = 10_000;
/** Milliseconds a dataset may take: 300 a second the first time, 1 000 when unchanged. */
const goals = { first: 1000 / 300, unchanged: 1 } as const;
const documents = { rdf: 'application/rdf+xml', ttl: 'text/turtle' } as const;

/** @throws Error when an import does not do what it should. */
export async function run(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-bench-'));
  try {
    await writeDocuments(folder);
    const rows: Row[] = [];
    for (const suffix of ['rdf', 'ttl'] as const) rows.push(...(await measured(folder, suffix)));
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measured(folder: string, suffix: keyof typeof documents): Promise<readonly Row[]> {
  const application = await opened(join(folder, suffix));
  try {
    await fill(application, 0);
    const { store } = application;
    const take = () => timedImport(application, join(folder, `all.${suffix}`), documents[suffix]);
    const first = await take();
    if (first.report.added.length !== count) throw new Error('Not every dataset was added.');
    const revision = await store.catalog.revision();
    const again = await take();
    if (again.report.unchanged.length < count) throw new Error('Not every dataset was unchanged.');
    if ((await store.catalog.revision()) !== revision) throw new Error('Something was written.');
    const name = `import ${count} datasets from ${suffix}`;
    return [
      row(`${name}, first time, each`, { value: first.ms, baseline: goals.first, goal: 1 }),
      row(`${name}, unchanged, each`, { value: again.ms, baseline: goals.unchanged, goal: 1 }),
    ];
  } finally {
    await application.close();
  }
}

/** Milliseconds for each dataset, reading and all. */
async function timedImport({ context, reader }: Application, file: string, mediaType: string) {
  const organization = await findResource(context.store, localOperator, 'organization', owner.name);
  const start = performance.now();
  const report = await importCatalog(context, {
    actor: localOperator,
    organization,
    publish: true,
    replace: true,
    dryRun: false,
    read: (take) => reader.readCatalog({ file }, { mediaType, onRecords: take }),
  });
  return { ms: (performance.now() - start) / count, report };
}

async function writeDocuments(folder: string): Promise<void> {
  const application = await opened(join(folder, 'source'));
  try {
    await fill(application, count);
    const { context, writers } = application;
    const organization = await findResource(
      context.store,
      localOperator,
      'organization',
      owner.name,
    );
    for (const syntax of Object.keys(documents) as SyntaxName[]) {
      await using file = await open(join(folder, `all.${syntax}`), 'w');
      const writer = writers.document({ syntax });
      await file.write(writer.open());
      for await (const piece of organizationCatalog(context.store, writer, organization)) {
        await file.write(piece);
      }
      await file.write(writer.close());
    }
  } finally {
    await application.close();
  }
}

function opened(folder: string): Promise<Application> {
  return openApplication(readConfig(benchEnvironment(folder, 0)));
}
