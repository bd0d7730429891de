import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import { vocabularySet } from '../vocabularies/vocabulary-set.ts';
import { compilePlan } from './compile-plan.ts';
import type { Judgement, Profile } from './profile.ts';
import { schemaFiles } from './schema-files.ts';
import { compileValidator } from './validate.ts';

/**
 * All that a judgement is compiled from, as one JSON document: so that a browser compiles the very same, from files that may
 * change without a line of code.
 */
export interface JudgingDocument {
  /** Of the schema files. */
  readonly version: string;
  readonly schemas: Readonly<Record<string, JsonObject>>;
  readonly vocabularies: readonly JsonObject[];
}

/** The document of a profile. */
export function judgingDocument({
  files,
  vocabularies,
}: Pick<Profile, 'files' | 'vocabularies'>): JudgingDocument {
  return {
    version: files.version,
    schemas: Object.fromEntries([...files.byName].map(([name, { value }]) => [name, value])),
    vocabularies: vocabularies.files.map(withoutWeight),
  };
}

/**
 * Compiles the document.
 * @param now the time by which the rules tell old from new
 * @throws Error when it is not one that `judgingDocument` made.
 */
export function judgementFrom(document: JudgingDocument, now?: () => Date): Judgement {
  const vocabularies = vocabularySet(
    document.vocabularies.map((file) => ({ name: String(file.name), read: () => file })),
  );
  const plan = compilePlan(schemaFiles(document.version, document.schemas));
  return { plan, vocabularies, validate: compileValidator(plan, vocabularies, now) };
}

/** What concepts say that no judgement reads, and that weighs. */
const unread: ReadonlySet<string> = new Set(['definition', 'point', 'box', 'scb', 'nuts', 'iso']);

function withoutWeight(file: JsonObject): JsonObject {
  const { concepts } = file;
  if (!Array.isArray(concepts)) return file;
  return { ...file, concepts: concepts.filter(isJsonObject).map(withoutUnread) };
}

function withoutUnread(concept: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(concept).filter(([key]) => !unread.has(key)));
}
