import { after, type TestContext } from 'node:test';
import { organizationCatalog } from '../../src/feeds/organization-catalog.ts';
import { type ImportCatalog, importCatalog } from '../../src/harvest/import-catalog.ts';
import type { ImportList, ImportReport } from '../../src/harvest/import-report.ts';
import { openProfile } from '../../src/main.ts';
import type { SyntaxName } from '../../src/rdf/syntaxes/registry.ts';
import type { StoreOptions } from '../../src/store/open-store.ts';
import { base, openSquare, operator, type Square } from '../catalog/square.ts';

/** Imports of real documents through the real reader, and what they leave behind. */
export interface Importing extends Square {
  /** Imports a document, as Turtle unless told otherwise, into Umeå. */
  import(document: string, changes?: ImportChanges): Promise<ImportReport>;
  /** The organisation's whole catalogue as a document. */
  export(options?: {
    readonly syntax?: SyntaxName;
    readonly drafts?: boolean;
    readonly profile?: 'se' | 'eu';
  }): Promise<string>;
}

export interface ImportChanges
  extends Partial<
    Pick<ImportCatalog, 'publish' | 'replace' | 'dryRun' | 'actor' | 'organization'>
  > {
  readonly mediaType?: string;
}

const { reader, writers } = openProfile(base);
after(() => reader.close());

/** Opens a square that documents can be imported into. */
export async function openImporting(t: TestContext, options?: StoreOptions): Promise<Importing> {
  const square = await openSquare(t, options);
  return {
    ...square,
    import: (document, { mediaType = 'text/turtle', ...changes } = {}) =>
      importCatalog(square.context, {
        actor: operator,
        organization: square.umea,
        publish: true,
        replace: false,
        dryRun: false,
        ...changes,
        read: (take) => reader.readCatalog(document, { mediaType, onRecords: take }),
      }),
    export: ({ syntax = 'ttl', drafts = false, profile = 'se' } = {}) =>
      square.store.catalog.snapshot(async (view) => {
        const writer = writers.document({ syntax, profile });
        let text = writer.open();
        for await (const piece of organizationCatalog(view, writer, square.umea, { drafts })) {
          text += piece;
        }
        return text + writer.close();
      }),
  };
}

/** How many records ended up where, and what they are called. */
export function names(report: ImportReport): Readonly<Partial<Record<ImportList, string[]>>> {
  const lists = ['added', 'updated', 'unchanged', 'removed', 'refused'] as const;
  return Object.fromEntries(
    lists
      .map((list) => [list, report[list].map(({ name, code }) => code ?? name ?? '?')] as const)
      .filter(([, entries]) => entries.length > 0),
  );
}

const prefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix ex: <https://umea.example/> .
`;

/** A document in Turtle with the usual prefixes. */
export function turtle(...parts: readonly string[]): string {
  return prefixes + parts.join('\n');
}

/** A dataset without a fault: `ex:NAME`, or the subject given. */
export function bathing(
  name: string,
  {
    title = name,
    subject = `ex:${name}`,
    more = '',
  }: { title?: string; subject?: string; more?: string } = {},
): string {
  return `${subject} a dcat:Dataset ;
  dct:title "${title}"@sv ; dct:description "Om ${title}."@sv ;
  dct:publisher <http://dataportal.se/organisation/SE2120002627> ;
  dcat:contactPoint ex:kontakt ;
  dcat:theme <http://publications.europa.eu/resource/authority/data-theme/ENVI> ;
  dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ;
  dcat:distribution [ a dcat:Distribution ; dcat:accessURL <https://umea.example/${name}.csv> ;
    dct:license <http://creativecommons.org/publicdomain/zero/1.0/> ] ${more === '' ? '' : `; ${more}`} .`;
}

/** The contact of every dataset. */
export const contact = `ex:kontakt a vcard:Organization ; vcard:fn "Umeå kommun" ; vcard:hasEmail <mailto:data@umea.example> .`;

/** A catalogue with its datasets. */
export function catalogOf(members: readonly string[], more = ''): string {
  const links = members.map((name) => `dcat:dataset ex:${name} ;`).join(' ');
  return `ex:katalog a dcat:Catalog ; dct:title "Öppna data"@sv ; dct:description "Våra data."@sv ; ${links}
  dct:license <http://creativecommons.org/publicdomain/zero/1.0/> ;
  dct:publisher <http://dataportal.se/organisation/SE2120002627> ${more === '' ? '' : `; ${more}`} .`;
}
