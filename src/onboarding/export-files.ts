import type { CatalogReader } from '../catalog/catalog-store.ts';
import type { Resource } from '../catalog/resource.ts';
import type { Onboarding } from './onboarding.ts';

/** One file of the export: its name, and its text piece by piece. */
export interface ExportFile {
  readonly name: string;
  readonly pieces: AsyncIterable<string> | Iterable<string>;
}

/** Records and versions read at once. */
const batch = 50;

/**
 * Everything that an organisation has had here, as files: the catalogue as RDF with drafts, every record with every version as JSON lines, the
 * members, the log, the agreement. Each file is read from the store while it is written.
 */
export function exportFiles({
  reader,
  organization,
  onboarding,
  catalog,
  members,
  log,
}: {
  readonly reader: CatalogReader;
  readonly organization: Resource;
  readonly onboarding: Onboarding | undefined;
  /** The catalogue as RDF, by the suffix of its syntax. */
  readonly catalog: Readonly<Record<string, AsyncIterable<string>>>;
  readonly members: readonly object[];
  /** The organisation's log as JSON lines. */
  readonly log: AsyncIterable<string>;
}): readonly ExportFile[] {
  return [
    { name: 'README.txt', pieces: [readme(organization.name)] },
    ...Object.entries(catalog).map(([suffix, pieces]) => ({ name: `catalog.${suffix}`, pieces })),
    { name: 'records.jsonl', pieces: recordLines(reader, organization.id) },
    { name: 'members.jsonl', pieces: members.map((one) => `${JSON.stringify(one)}\n`) },
    { name: 'audit.jsonl', pieces: log },
    ...(onboarding === undefined ? [] : agreementFiles(onboarding)),
  ];
}

/** A record a line: what it is now and every version of it, the oldest first. Withdrawn ones and drafts too. */
async function* recordLines(reader: CatalogReader, organization: string): AsyncGenerator<string> {
  for (let after: string | undefined; ; ) {
    const records = await reader.list({
      kinds: ['organization', 'catalog', 'dataset', 'series', 'service'],
      organization,
      states: ['draft', 'published', 'withdrawn'],
      draftsOf: [organization],
      limit: batch,
      ...(after === undefined ? {} : { after }),
    });
    for (const record of records) {
      const { kind, name, iri, state, created, changed, published } = record;
      const versions = await versionsOf(reader, record.id);
      yield `${JSON.stringify({ kind, name, iri, state, created, changed, published, versions })}\n`;
    }
    if (records.length < batch) return;
    after = records.at(-1)?.id;
  }
}

async function versionsOf(reader: CatalogReader, id: string): Promise<readonly object[]> {
  const all: object[] = [];
  for (let before: number | undefined; ; ) {
    const page = await reader.versions(id, {
      limit: batch,
      ...(before === undefined ? {} : { before }),
    });
    all.push(...page);
    if (page.length < batch) return all.toReversed();
    before = page.at(-1)?.version;
  }
}

function agreementFiles({ order, signature, earlier, history }: Onboarding): ExportFile[] {
  const json = JSON.stringify({ order, signature, earlier, history: said(history) }, null, 2);
  return [
    ...(order === null ? [] : [{ name: 'agreement.txt', pieces: [order.document.text] }]),
    { name: 'onboarding.json', pieces: [`${json}\n`] },
  ];
}

/** What operators write to each other is theirs. */
function said(history: Onboarding['history']): Onboarding['history'] {
  return history.filter(({ kind }) => kind !== 'note');
}

function readme(name: string): string {
  return `${name}

catalog.ttl, catalog.rdf   katalogen som RDF (DCAT-AP-SE), med utkast / the catalogue as RDF, with drafts
records.jsonl              varje post med alla versioner, en per rad / every record with all versions, one a line
members.jsonl              medlemmarna / the members
audit.jsonl                loggen / the log
agreement.txt              avtalet som det undertecknades / the agreement as it was signed
onboarding.json            ärendet om anslutning / the matter of joining
`;
}
