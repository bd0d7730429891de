import { addressOf } from '../catalog/catalog-context.ts';
import { freeName, isName, nameFrom } from '../catalog/names.ts';
import { collections, type Kind, type Resource } from '../catalog/resource.ts';
import type { FailureCode } from '../kernel/errors.ts';
import { type Iri, isAbsoluteIri } from '../kernel/iri.ts';
import type { Localized } from '../kernel/issue.ts';
import { isJsonObject } from '../kernel/json.ts';
import { type LanguageMap, textIn } from '../kernel/language-map.ts';
import type { ReadRecord } from '../rdf/read-record.ts';
import type { Deciding } from './decide-record.ts';

export type RecordKind = Exclude<Kind, 'organization' | 'catalog'>;

/** Where a record of the document belongs here. */
export interface Place {
  readonly name: string;
  readonly iri: Iri;
  readonly stored: Resource | undefined;
}

/** The name and IRI of a record of the document, and what is stored there; or why it has no place. */
export async function placeOf(
  deciding: Deciding,
  read: ReadRecord,
  kind: RecordKind,
  find: (iri: Iri) => Resource | undefined,
): Promise<Place | { readonly code: FailureCode; readonly reason: Localized }> {
  const { context, organization } = deciding;
  const { base, store } = context;
  const given = read.iri;
  if (given === undefined) return namelessPlace(deciding, read, kind);
  if (!isAbsoluteIri(given)) return { code: 'invalid-record', reason: illegalIri(given) };
  const stored = find(given);
  if (stored !== undefined) {
    return stored.organization === organization.id
      ? { name: stored.name, iri: given, stored }
      : { code: 'iri-taken', reason: takenIri(given) };
  }
  if (!`${given}/`.startsWith(`${base}/`)) {
    return { name: await newName(deciding, kind, read), iri: given, stored };
  }
  const name = ownName(base, kind, given);
  if (name === undefined) return { code: 'invalid-record', reason: strangeAddress(base, kind) };
  const holder = await store.findText(kind, name);
  return holder === undefined && !deciding.names.has(`${kind}/${name}`)
    ? { name, iri: given, stored }
    : { code: 'name-taken', reason: takenName(name) };
}

/**
 * A record without an IRI is known again by the name that its title makes: the organisation's record at that address is the
 * same one. Those with the same title are told apart by their order, which does not depend on the document's.
 */
async function namelessPlace(
  { context, organization, names }: Deciding,
  read: ReadRecord,
  kind: RecordKind,
): Promise<Place> {
  const { base, store } = context;
  let stored: Resource | undefined;
  const name = await freeName(wantedName(kind, read), async (wanted) => {
    if (names.has(`${kind}/${wanted}`)) return false;
    const holder = await store.find(kind, wanted);
    const isSame =
      holder?.organization === organization.id && holder.iri === addressOf(base, kind, wanted);
    stored = isSame ? holder : undefined;
    return isSame || holder === undefined;
  });
  return { name, iri: addressOf(base, kind, name), stored };
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
  return freeName(wantedName(kind, read), async (name) => {
    if (names.has(`${kind}/${name}`)) return false;
    return (await context.store.findText(kind, name)) === undefined;
  });
}

/** The name that the record's title makes, or its IRI when it has no title. */
function wantedName(kind: RecordKind, { record: { title }, iri = '' }: ReadRecord): string {
  const text = isJsonObject(title) ? textIn(title as LanguageMap, ['sv', 'en']) : undefined;
  const tail = /([^/#]+)[/#]?$/.exec(iri)?.[1] ?? '';
  return nameFrom(text ?? '', nameFrom(tail, kind));
}

/** The refusal of an IRI that is not this organisation's to describe. */
export const takenIri = (iri: Iri): Localized => ({
  sv: `${iri} hör redan till en annan post, och kan inte tas över.`,
  en: `${iri} belongs to another record already, and cannot be taken over.`,
});

const takenName = (name: string): Localized => ({
  sv: `Namnet ${name} är upptaget av en annan post.`,
  en: `The name ${name} is taken by another record.`,
});

const illegalIri = (iri: string): Localized => ({
  sv: `${iri} är ingen absolut IRI.`,
  en: `${iri} is not an absolute IRI.`,
});

const strangeAddress = (base: Iri, kind: Kind): Localized => ({
  sv: `IRI:er på den här webbplatsen har formen ${base}/${collections[kind]}/namn.`,
  en: `IRIs on this site have the form ${base}/${collections[kind]}/name.`,
});
