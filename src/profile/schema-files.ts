import { isJsonObject, type JsonObject, type JsonValue } from '../kernel/json.ts';
import { type SchemaSource, schemaFault, sourceAt } from './schema-source.ts';

/** The schema files of one profile, read but not yet understood. */
export interface SchemaFiles {
  /** SHA-256 over names and contents, shortened: changes when any file does. */
  readonly version: string;
  readonly byName: ReadonlyMap<string, SchemaSource>;
}

/**
 * Schema files that were read elsewhere.
 * @param folder what faults name before the file
 */
export function schemaFiles(
  version: string,
  documents: Readonly<Record<string, JsonObject>>,
  folder = '',
): SchemaFiles {
  const sources = Object.entries(documents).map(
    ([name, value]) => [name, { file: folder + name, steps: [], value }] as const,
  );
  return { version, byName: new Map(sources) };
}

/** The file of that name. @throws Error when the folder has none. */
export function schemaFile(files: SchemaFiles, name: string): SchemaSource {
  const source = files.byName.get(name);
  if (source === undefined) throw new Error(`There is no schema file ${name}.`);
  return source;
}

/**
 * The schema with every reference to a `$defs` entry replaced by what it refers to; keywords beside the reference win.
 * References to whole files, which are classes, stay. @throws Error when a reference leads nowhere or round in a circle.
 */
export function resolveShared(
  files: SchemaFiles,
  source: SchemaSource,
  trail: readonly string[] = [],
): SchemaSource {
  const own = resolveItems(files, source, trail);
  const reference = own.$ref;
  if (typeof reference !== 'string' || !reference.includes('#/$defs/')) {
    return { ...source, value: own };
  }
  if (trail.includes(reference)) {
    throw schemaFault(source, '$ref', `refers to itself: ${[...trail, reference].join(' → ')}.`);
  }
  const [name = '', definition = ''] = reference.split('#/$defs/');
  const target = name === '' ? wholeFile(files, source) : files.byName.get(name);
  if (target === undefined || !isJsonObject(sourceAt(target, '$defs').value[definition])) {
    throw schemaFault(source, '$ref', `refers to ${reference}, which does not exist.`);
  }
  const shared = sourceAt(sourceAt(target, '$defs'), definition);
  const { $ref: _, ...beside } = own;
  const resolved = resolveShared(files, shared, [...trail, reference]);
  return { ...source, value: { ...resolved.value, ...beside } };
}

/** The schema without our own keywords, in its items too: plain JSON Schema. */
export function withoutExtensions(schema: JsonObject): JsonObject {
  const plain: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key.startsWith('x-')) continue;
    plain[key] = key === 'items' && isJsonObject(value) ? withoutExtensions(value) : value;
  }
  return plain;
}

function resolveItems(
  files: SchemaFiles,
  source: SchemaSource,
  trail: readonly string[],
): JsonObject {
  if (!isJsonObject(source.value.items)) return source.value;
  const items = resolveShared(files, sourceAt(source, 'items'), trail);
  return { ...source.value, items: items.value };
}

function wholeFile(files: SchemaFiles, source: SchemaSource): SchemaSource | undefined {
  return [...files.byName.values()].find(({ file }) => file === source.file);
}
