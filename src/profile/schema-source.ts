import { type Localized, pointer } from '../kernel/issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../kernel/json.ts';

/**
 * One object in a schema file, with the place it stands at: keywords are read from here, and a fault names the file and
 * the pointer. Schema files are ours, so a fault in one is an Error that keeps the program from starting.
 */
export interface SchemaSource {
  readonly file: string;
  readonly steps: readonly string[];
  readonly value: JsonObject;
}

/** A fault in a schema file, to be thrown. */
export function schemaFault(source: SchemaSource, key: string | undefined, message: string): Error {
  const steps = key === undefined ? source.steps : [...source.steps, key];
  return new Error(`${source.file}#${pointer(...steps)}: ${message}`);
}

/** The object under a key as a source of its own. @throws Error when it is not an object. */
export function sourceAt(source: SchemaSource, key: string): SchemaSource {
  const value = source.value[key];
  if (!isJsonObject(value)) throw schemaFault(source, key, 'must be an object.');
  return { file: source.file, steps: [...source.steps, key], value };
}

/** @throws Error when the keyword is there and no string. */
export function stringAt(source: SchemaSource, key: string): string | undefined {
  const value = source.value[key];
  if (value !== undefined && typeof value !== 'string') {
    throw schemaFault(source, key, 'must be a string.');
  }
  return value;
}

/** @throws Error when the keyword is missing or no string. */
export function requiredStringAt(source: SchemaSource, key: string): string {
  const value = stringAt(source, key);
  if (value === undefined || value === '') throw schemaFault(source, key, 'is missing.');
  return value;
}

/** False when it is not there. @throws Error when the keyword is there and no boolean. */
export function flagAt(source: SchemaSource, key: string): boolean {
  const value = source.value[key] ?? false;
  if (typeof value !== 'boolean') throw schemaFault(source, key, 'must be true or false.');
  return value;
}

/** @throws Error when the keyword is missing or no number. */
export function requiredNumberAt(source: SchemaSource, key: string): number {
  const value = source.value[key];
  if (typeof value !== 'number') throw schemaFault(source, key, 'must be a number.');
  return value;
}

/** The objects in an array, none when it is not there. @throws Error when it is something else. */
export function sourcesAt(source: SchemaSource, key: string): readonly SchemaSource[] {
  const list: JsonValue = source.value[key] ?? [];
  if (!Array.isArray(list)) throw schemaFault(source, key, 'must be an array.');
  return list.map((value, index) => {
    const steps = [...source.steps, key, String(index)];
    if (!isJsonObject(value))
      throw schemaFault({ ...source, steps }, undefined, 'must be an object.');
    return { file: source.file, steps, value };
  });
}

/** The strings in an array, none when it is not there. @throws Error when it is something else. */
export function stringsAt(source: SchemaSource, key: string): readonly string[] {
  const list: JsonValue = source.value[key] ?? [];
  if (!Array.isArray(list)) throw schemaFault(source, key, 'must be an array.');
  return list.map((value) => {
    if (typeof value !== 'string') throw schemaFault(source, key, 'must hold strings.');
    return value;
  });
}

/** A text in both languages. @throws Error when either is missing. */
export function localizedAt(source: SchemaSource, key: string): Localized {
  const texts = sourceAt(source, key);
  return { sv: requiredStringAt(texts, 'sv'), en: requiredStringAt(texts, 'en') };
}

/** One of the given words. @throws Error when it is missing or another. */
export function wordAt<Word extends string>(
  source: SchemaSource,
  key: string,
  words: readonly Word[],
): Word {
  const value = requiredStringAt(source, key);
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) {
    throw schemaFault(source, key, `"${value}" is none of ${words.join(', ')}.`);
  }
  return word;
}

/** @throws Error when the object has a key that nobody reads: usually a slip of the pen. */
export function refuseUnknownKeys(source: SchemaSource, known: ReadonlySet<string>): void {
  for (const key of Object.keys(source.value)) {
    if (!known.has(key)) throw schemaFault(source, key, 'is no known keyword.');
  }
}
