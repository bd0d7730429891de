import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import {
  localizedAt,
  refuseUnknownKeys,
  requiredStringAt,
  type SchemaSource,
  schemaFault,
  sourceAt,
  sourcesAt,
  stringAt,
  stringsAt,
} from '../profile/schema-source.ts';
import {
  type CompiledColumn,
  compileColumn,
  propertiesOf,
  withReference,
} from './compile-columns.ts';
import { readPresentation } from './presentation.ts';
import { readRowCheck } from './row-check.ts';
import type { StandardVersion } from './standard.ts';

/** Schema files by name within their folder, with forward slashes: `badplats/1.0.0.json`. */
export type StandardFiles = ReadonlyMap<string, JsonObject>;

/** Before the name of a file, where a fault is told of. */
const folder = 'schemas/standards/';

const keywords = new Set([
  '$schema',
  '$id',
  '$comment',
  'x-label',
  'x-help',
  'x-modified',
  'x-changes',
  'x-predecessor',
  'x-renamed',
  'x-specification',
  'x-source',
  'x-theme',
  'x-keyword',
  'x-key',
  'x-checks',
  'x-presentation',
  'type',
  'allOf',
  'properties',
]);

/**
 * Makes one version of a standard from its file and the shared files that it refers to.
 * @throws Error that names file and pointer on any fault: files of standards are ours, and the program does not start on a fault.
 */
export function compileVersion(files: StandardFiles, file: string): StandardVersion {
  const source = sourceOf(files, file);
  refuseUnknownKeys(source, keywords);
  const [, standard = '', version = ''] = /^([a-z0-9-]+)\/(\d+\.\d+\.\d+)\.json$/.exec(file) ?? [];
  const blocks = sourcesAt(source, 'allOf').map((at) => {
    const name = posix.join(posix.dirname(file), requiredStringAt(at, '$ref'));
    return sourceOf(files, name);
  });
  const compiled = new Map<string, CompiledColumn>();
  for (const part of [...blocks, source]) {
    for (const [name, property] of propertiesOf(part)) {
      // A column of the standard's own takes the place of one that all have.
      compiled.set(name, compileColumn(name, withReference(property, pointed(files, part.file))));
    }
  }
  const columns = [...compiled.values()].map(({ column }) => column);
  const known: ReadonlySet<string> = new Set(compiled.keys());
  const key = stringsAt(source, 'x-key');
  const strange = key.find((name) => !known.has(name));
  if (strange !== undefined) throw schemaFault(source, 'x-key', `"${strange}" is no column.`);
  const checks = [...blocks, source].flatMap((part) =>
    sourcesAt(part, 'x-checks').map((at) => readRowCheck(at, known)),
  );
  const schema = schemaOf(source, compiled, [...blocks, source]);
  const predecessor = stringAt(source, 'x-predecessor');
  return {
    standard,
    version,
    label: localizedAt(source, 'x-label'),
    help: localizedAt(source, 'x-help'),
    modified: requiredStringAt(source, 'x-modified'),
    changes: predecessor === undefined ? undefined : localizedAt(source, 'x-changes'),
    predecessor,
    renamed: renamedAt(source, known),
    specifications: stringsAt(source, 'x-specification'),
    source: requiredStringAt(source, 'x-source'),
    themes: stringsAt(source, 'x-theme'),
    keyword: localizedAt(source, 'x-keyword'),
    columns,
    key,
    checks,
    presentation: readPresentation(sourceAt(source, 'x-presentation'), known),
    schema,
    digest: createHash('sha256').update(JSON.stringify(schema)).digest('hex'),
  };
}

/** The schema with nothing to look up elsewhere, and with what is required said in JSON Schema's own word. */
function schemaOf(
  source: SchemaSource,
  compiled: ReadonlyMap<string, CompiledColumn>,
  parts: readonly SchemaSource[],
): JsonObject {
  const {
    allOf: _blocks,
    properties: _properties,
    $id: _id,
    'x-checks': _checks,
    ...rest
  } = source.value;
  const columns = [...compiled];
  return {
    ...rest,
    type: 'object',
    'x-checks': parts.flatMap((part) => sourcesAt(part, 'x-checks').map(({ value }) => value)),
    required: columns
      .filter(([, { column }]) => column.obligation === 'mandatory')
      .map(([name]) => name),
    properties: Object.fromEntries(columns.map(([name, { schema }]) => [name, schema])),
  };
}

function renamedAt(source: SchemaSource, known: ReadonlySet<string>): ReadonlyMap<string, string> {
  if (source.value['x-renamed'] === undefined) return new Map();
  const renamed = sourceAt(source, 'x-renamed');
  return new Map(
    Object.keys(renamed.value).map((old) => {
      const name = requiredStringAt(renamed, old);
      if (!known.has(name)) throw schemaFault(renamed, old, `"${name}" is no column.`);
      return [old, name];
    }),
  );
}

/** What a reference in a file leads to: a definition in a file beside it. */
function pointed(files: StandardFiles, from: string) {
  return (reference: string): JsonObject | undefined => {
    const [file = '', name = ''] = reference.split('#/$defs/');
    const definitions = files.get(
      posix.join(posix.dirname(from.slice(folder.length)), file),
    )?.$defs;
    const found = isJsonObject(definitions) ? definitions[name] : undefined;
    return isJsonObject(found) ? found : undefined;
  };
}

function sourceOf(files: StandardFiles, file: string): SchemaSource {
  const value = files.get(file);
  if (value === undefined) throw new Error(`${file}: there is no such file.`);
  return { file: `${folder}${file}`, steps: [], value };
}
