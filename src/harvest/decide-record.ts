import { addressOf, type CatalogContext } from '../catalog/catalog-context.ts';
import type { Save } from '../catalog/catalog-store.ts';
import { describe, stands } from '../catalog/describe.ts';
import { freeName, isName, nameFrom } from '../catalog/names.ts';
import { authorOf } from '../catalog/policy.ts';
import { collections, type Kind, type Resource, type State } from '../catalog/resource.ts';
import type { Actor } from '../kernel/actor.ts';
import { type Iri, isAbsoluteIri } from '../kernel/iri.ts';
import type { Issue, Localized } from '../kernel/issue.ts';
import { isJsonObject } from '../kernel/json.ts';
import { type LanguageMap, textIn } from '../kernel/language-map.ts';
import { canonicalJson } from '../profile/digest.ts';
import type { NodeObject, RecordContent } from '../profile/record.ts';
import type { ReadRecord } from '../rdf/read-record.ts';
import type { ImportEntry, ImportList } from './import-report.ts';

/**
 * What is to become of one record of a document, decided before anything is written, so that a dry run and a real one
 * cannot differ.
 */
export interface Decision {
  readonly list: ImportList;
  readonly entry: ImportEntry;
  /** Undefined where nothing is to be written. */
  readonly save?: Save;
}

/** What all decisions of one import share. */
export interface Deciding {
  readonly context: CatalogContext;
  readonly actor: Actor;
  readonly organization: Resource;
  readonly publish: boolean;
  readonly reason: string | null;
  /** IRIs and names that earlier records of the document have. */
  readonly seen: Set<Iri>;
  readonly names: Set<string>;
}

export type RecordKind = Exclude<Kind, 'organization' | 'catalog'>;

/** The records of a document that become records here, by class. */
export const importedKinds: Readonly<Record<string, RecordKind>> = {
  Dataset: 'dataset',
  DatasetSeries: 'series',
  DataService: 'service',
};

/**
 * Decides about a record of the document.
 * @param find the stored records of the batch by IRI
 */
export async function decideRecord(
  deciding: Deciding,
  read: ReadRecord,
  kind: RecordKind,
  find: (iri: Iri) => Resource | undefined,
): Promise<Decision> {
  const { context, organization, seen } = deciding;
  const { base } = context;
  const given = read.iri;
  if (given !== undefined && !isAbsoluteIri(given))
    return refused(kind, read, 'invalid-record', illegalIri(given));
  const own = given === undefined ? undefined : ownName(base, kind, given);
  if (given !== undefined && own === undefined && `${given}/`.startsWith(`${base}/`)) {
    return refused(kind, read, 'invalid-record', strangeAddress(base, kind));
  }
  const stored = given === undefined ? undefined : find(given);
  if (stored !== undefined && (stored.organization !== organization.id || stored.kind !== kind)) {
    return refused(kind, read, 'iri-taken', takenIri(given ?? ''));
  }
  const name = stored?.name ?? own ?? (await newName(deciding, kind, read));
  const iri = stored?.iri ?? given ?? addressOf(base, kind, name);
  if (seen.has(iri)) return refused(kind, read, 'iri-taken', twice(iri));
  seen.add(iri);
  deciding.names.add(`${kind}/${name}`);
  const node = withReference(read, organization);
  const { content, digest, issues } = describe(
    context,
    kind,
    node,
    iri,
    addressOf(base, kind, name),
  );
  return decideSave(deciding, {
    kind,
    name,
    iri,
    content,
    digest,
    issues: [...read.notes, ...issues],
    stored: stored ?? (given === undefined ? await context.store.findByIri(iri) : undefined),
  });
}

interface Settled {
  readonly kind: Kind;
  readonly name: string;
  readonly iri: Iri;
  readonly content: RecordContent;
  readonly digest: string;
  readonly issues: readonly Issue[];
  readonly stored: Resource | undefined;
}

/** New, changed or the same; what is or becomes public must be valid. */
function decideSave(
  { context, actor, organization, publish, reason }: Deciding,
  settled: Settled,
): Decision {
  const { kind, name, iri, content, digest, issues, stored } = settled;
  const before: State | undefined = stored?.state;
  const state: State = publish || before === 'published' ? 'published' : (before ?? 'draft');
  const entry = { kind, name, iri, state, issues };
  if (stored !== undefined && stored.digest === digest && state === before) {
    return { list: 'unchanged', entry };
  }
  if (issues.some((issue) => stands(issue, state === 'published'))) {
    return {
      list: 'refused',
      entry: {
        ...entry,
        code: 'invalid-record',
        reason: notValid,
        ...(before === undefined ? {} : { state: before }),
      },
    };
  }
  const time = context.now().toISOString();
  const published = stored?.published ?? (state === 'published' ? time : null);
  return {
    list: stored === undefined ? 'added' : 'updated',
    entry,
    save: {
      resource: {
        id: stored?.id ?? context.newId(),
        kind,
        organization: organization.id,
        name,
        iri,
        state,
        version: (stored?.version ?? 0) + 1,
        content,
        digest,
        created: stored?.created ?? time,
        changed: time,
        published,
      },
      author: authorOf(actor),
      reason,
      announce: state !== 'published' ? undefined : before === 'published' ? 'update' : 'create',
    },
  };
}

/** The name in an address of ours, when the IRI is one. */
function ownName(base: Iri, kind: Kind, iri: Iri): string | undefined {
  const prefix = `${base}/${collections[kind]}/`;
  const name = iri.startsWith(prefix) ? iri.slice(prefix.length) : '';
  return isName(name) ? name : undefined;
}

/** A readable name that neither the store nor the document has yet. */
async function newName(
  { context, names }: Deciding,
  kind: RecordKind,
  read: ReadRecord,
): Promise<string> {
  const title = read.record.title;
  const text = isJsonObject(title) ? textIn(title as LanguageMap, ['sv', 'en']) : undefined;
  const tail = /([^/#]+)[/#]?$/.exec(read.iri ?? '')?.[1] ?? '';
  return freeName(nameFrom(text ?? '', nameFrom(tail, kind)), async (name) => {
    if (names.has(`${kind}/${name}`)) return false;
    return (await context.store.findText(kind, name)) === undefined;
  });
}

/** A publisher described just as our own organisation is, is the organisation: the reference says the same. */
function withReference({ record, extra }: ReadRecord, organization: Resource): NodeObject {
  const publisher = record.publisher;
  const node = extra.length > 0 ? { ...record, extra: [...extra] } : record;
  if (!isJsonObject(publisher) || publisher['@id'] !== organization.iri) return node;
  const { extra: _, ...described } = organization.content;
  return canonicalJson(publisher) === canonicalJson(described as NodeObject as never)
    ? { ...node, publisher: organization.iri }
    : node;
}

/** A record that is not taken, and why. */
export function refused(
  kind: Kind,
  read: ReadRecord,
  code: NonNullable<ImportEntry['code']>,
  reason: Localized,
): Decision {
  return {
    list: 'refused',
    entry: {
      kind,
      ...(read.iri === undefined ? {} : { iri: read.iri }),
      code,
      reason,
      issues: read.notes,
    },
  };
}

const notValid: Localized = {
  sv: 'Beskrivningen har fel som ska rättas innan den kan publiceras. Importera som utkast för att rätta dem här.',
  en: 'The description has errors that must be mended before it can be published. Import it as a draft to mend them here.',
};

const illegalIri = (iri: string): Localized => ({
  sv: `${iri} är ingen absolut IRI.`,
  en: `${iri} is not an absolute IRI.`,
});

const takenIri = (iri: Iri): Localized => ({
  sv: `${iri} hör redan till en annan post, och kan inte tas över.`,
  en: `${iri} belongs to another record already, and cannot be taken over.`,
});

const twice = (iri: Iri): Localized => ({
  sv: `${iri} står två gånger i dokumentet; den första togs.`,
  en: `${iri} stands twice in the document; the first was taken.`,
});

const strangeAddress = (base: Iri, kind: Kind): Localized => ({
  sv: `IRI:er på den här webbplatsen har formen ${base}/${collections[kind]}/namn.`,
  en: `IRIs on this site have the form ${base}/${collections[kind]}/name.`,
});
