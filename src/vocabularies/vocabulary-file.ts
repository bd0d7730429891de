import type { Iri } from '../kernel/iri.ts';
import { isAbsoluteIri } from '../kernel/iri.ts';
import type { Localized } from '../kernel/issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../kernel/json.ts';

/**
 * The shape of a file in `/vocabularies`: one concept scheme, and the rules by which old and loose forms of its concepts
 * are recognised. Everything is checked once, here, so that nothing behind this file needs to ask again.
 */

/** Alternative labels by language. */
export type AltLabels = Readonly<Record<'sv' | 'en', readonly string[]>>;

/** One term of a list, as SKOS sees it. */
export interface Concept {
  readonly iri: Iri;
  /** What follows the list's base, in lists that have one: `ENVI`. */
  readonly code?: string;
  readonly prefLabel: Localized;
  readonly altLabel: AltLabels;
  /** A code that people and programs write: a BCP 47 tag, a media type, SCB's number. */
  readonly notation?: string;
  /** The nearest broader concepts. */
  readonly broader: readonly Iri[];
  /** The same thing in other lists. */
  readonly exactMatch: readonly Iri[];
  readonly definition?: Localized;
  /** Whether an editor suggests it; what is not offered is accepted all the same. */
  readonly offered: boolean;
  /** Whether the Swedish label was translated here, because the source has none. */
  readonly labelTranslated: boolean;
  /** What only this list says about its concepts: `mediaTypes`, `open`, `nuts`. */
  readonly facts: JsonObject;
}

/** How to recognise a value that is not the IRI of a concept as it stands. */
export interface Acceptance {
  /** Prefixes, each with its last slash, under which any IRI is accepted, when what follows matches `local`. */
  readonly open: readonly { readonly prefix: Iri; readonly local: RegExp }[];
  /** Old IRI or word → concept. These win over `words`. */
  readonly forms: ReadonlyMap<string, Iri>;
  /** Replacements, made one after the other, with a look after each. */
  readonly rewrites: readonly { readonly from: RegExp; readonly to: string }[];
  /** The members whose values name a concept, the strongest first. */
  readonly words: readonly string[];
  /** Whether an IRI that a concept exactly matches is rewritten to the concept. */
  readonly exactMatch: boolean;
}

export interface VocabularyFile {
  readonly name: string;
  readonly iri: Iri;
  readonly title: Localized;
  /** Where the list comes from. */
  readonly source: Iri;
  readonly version: string;
  /** ISO date, of a day or a month. */
  readonly date: string;
  /** The licence of the list; `undefined` when it is not stated with it, which `note` then says. */
  readonly licence: Iri | undefined;
  readonly note?: string;
  readonly concepts: readonly Concept[];
  readonly accepts: Acceptance;
}

/**
 * Reads the JSON of one file.
 * @throws Error that says what is wrong and where: a fault in what we ship or in what an operator has changed.
 */
export function vocabularyFile(json: unknown): VocabularyFile {
  const file = object(json, 'the file');
  const base = optionalText(file.base, 'base') ?? '';
  const concepts = list(file.concepts, 'concepts').map((value, at) =>
    concept(object(value, `concepts[${at}]`), base, `concepts[${at}]`),
  );
  const note = optionalText(file.note, 'note');
  return {
    name: someText(file.name, 'name'),
    iri: absolute(file.iri, 'iri'),
    title: localized(file.title, 'title'),
    source: absolute(file.source, 'source'),
    version: someText(file.version, 'version'),
    date: someText(file.date, 'date'),
    licence: file.licence === null ? undefined : absolute(file.licence, 'licence'),
    ...(note === undefined ? {} : { note }),
    concepts,
    accepts: acceptance(object(file.accepts, 'accepts'), base),
  };
}

const common = new Set(
  'iri code prefLabel altLabel notation broader exactMatch definition offered labelTranslated'.split(
    ' ',
  ),
);

function concept(value: JsonObject, base: string, where: string): Concept {
  const code = optionalText(value.code, `${where}.code`);
  const notation = optionalText(value.notation, `${where}.notation`);
  const altLabel = object(value.altLabel ?? {}, `${where}.altLabel`);
  return {
    iri: absolute(value.iri ?? (code === undefined ? undefined : base + code), `${where}.iri`),
    ...(code === undefined ? {} : { code }),
    prefLabel: localized(value.prefLabel, `${where}.prefLabel`),
    altLabel: {
      sv: texts(altLabel.sv ?? [], `${where}.altLabel.sv`),
      en: texts(altLabel.en ?? [], `${where}.altLabel.en`),
    },
    ...(notation === undefined ? {} : { notation }),
    broader: texts(value.broader ?? [], `${where}.broader`).map((other) => resolved(other, base)),
    exactMatch: texts(value.exactMatch ?? [], `${where}.exactMatch`),
    ...(value.definition === undefined
      ? {}
      : { definition: localized(value.definition, `${where}.definition`) }),
    offered: value.offered !== false,
    labelTranslated: value.labelTranslated === true,
    facts: Object.fromEntries(Object.entries(value).filter(([key]) => !common.has(key))),
  };
}

function acceptance(value: JsonObject, base: string): Acceptance {
  const forms = Object.entries(object(value.forms ?? {}, 'accepts.forms'));
  return {
    open: list(value.open ?? [], 'accepts.open').map((entry, at) => {
      const where = `accepts.open[${at}]`;
      const { prefix, local } = object(entry, where);
      return { prefix: absolute(prefix, `${where}.prefix`), local: whole(local, `${where}.local`) };
    }),
    forms: new Map(
      forms.map(([old, now]) => [old, resolved(someText(now, `accepts.forms["${old}"]`), base)]),
    ),
    rewrites: list(value.rewrites ?? [], 'accepts.rewrites').map((entry, at) => {
      const where = `accepts.rewrites[${at}]`;
      const { from, to } = object(entry, where);
      return {
        from: new RegExp(someText(from, `${where}.from`), 'iu'),
        to: text(to, `${where}.to`),
      };
    }),
    words: texts(value.words ?? [], 'accepts.words'),
    exactMatch: value.exactMatch === true,
  };
}

function resolved(codeOrIri: string, base: string): Iri {
  return isAbsoluteIri(codeOrIri) ? codeOrIri : base + codeOrIri;
}

function whole(value: JsonValue | undefined, where: string): RegExp {
  return new RegExp(`^(?:${optionalText(value, where) ?? '.+'})$`, 'u');
}

function object(value: unknown, where: string): JsonObject {
  if (isJsonObject(value)) return value;
  throw new Error(`${where} must be an object`);
}

function list(value: JsonValue | undefined, where: string): readonly JsonValue[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${where} must be an array`);
}

function texts(value: JsonValue, where: string): readonly string[] {
  return list(value, where).map((item, at) => someText(item, `${where}[${at}]`));
}

function text(value: JsonValue | undefined, where: string): string {
  if (typeof value === 'string') return value;
  throw new Error(`${where} must be a string`);
}

function someText(value: JsonValue | undefined, where: string): string {
  const found = text(value, where);
  if (found.trim() !== '') return found;
  throw new Error(`${where} must not be empty`);
}

function optionalText(value: JsonValue | undefined, where: string): string | undefined {
  return value === undefined ? undefined : someText(value, where);
}

function absolute(value: JsonValue | undefined, where: string): Iri {
  const iri = someText(value, where);
  if (isAbsoluteIri(iri)) return iri;
  throw new Error(`${where} must be an absolute IRI, but is "${iri}"`);
}

function localized(value: JsonValue | undefined, where: string): Localized {
  const { sv, en } = object(value, where);
  return { sv: someText(sv, `${where}.sv`), en: someText(en, `${where}.en`) };
}
