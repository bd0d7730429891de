import type { JsonObject, JsonValue } from '../kernel/json.ts';
import {
  localizedAt,
  refuseUnknownKeys,
  requiredStringAt,
  type SchemaSource,
  schemaFault,
  sourceAt,
  sourcesAt,
  stringAt,
  wordAt,
} from '../profile/schema-source.ts';
import { type CodedValue, type Column, forms } from './column.ts';

const keywords = new Set([
  '$ref',
  'x-form',
  'x-label',
  'x-help',
  'x-obligation',
  'x-evidence',
  'x-unit',
  'x-values',
  'x-codelist',
  'x-list',
  'type',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'required',
  'examples',
]);

/** A column and the schema of its values. */
export interface CompiledColumn {
  readonly column: Column;
  readonly schema: JsonObject;
}

/**
 * The column that a property of the schema describes, what it refers to already filled in.
 * @throws Error that names file and pointer on any fault.
 */
export function compileColumn(name: string, source: SchemaSource): CompiledColumn {
  refuseUnknownKeys(source, keywords);
  const { value } = source;
  const values = valuesAt(source);
  const isList = value['x-list'] === true;
  const column: Column = {
    name,
    label: localizedAt(source, 'x-label'),
    help: value['x-help'] === undefined ? undefined : localizedAt(source, 'x-help'),
    form: wordAt(source, 'x-form', forms),
    isList,
    obligation: wordAt(source, 'x-obligation', ['mandatory', 'recommended', 'optional']),
    evidence: wordAt(source, 'x-evidence', ['S', 'D', 'X', 'P']),
    unit: stringAt(source, 'x-unit'),
    values,
    minimum: numberAt(source, 'minimum'),
    maximum: numberAt(source, 'maximum'),
    minimumLength: numberAt(source, 'minLength'),
    maximumLength: numberAt(source, 'maxLength'),
    pattern: patternAt(source),
    codeList: stringAt(source, 'x-codelist'),
    example: Array.isArray(value.examples) ? value.examples[0] : values?.[0]?.value,
  };
  return { column, schema: schemaOf(source, column) };
}

/** Of one cell: what JSON Schema checks by itself stands beside what only we know. */
function schemaOf({ value }: SchemaSource, { values, isList, label, help }: Column): JsonObject {
  const ours = new Set(['$ref', 'x-list', 'x-values']);
  const own: Record<string, JsonValue> = { title: label.sv };
  if (help !== undefined) own.description = help.sv;
  const ofValue = new Set(['type', 'format', 'pattern', 'minimum', 'maximum', 'minLength']);
  for (const key of ['maxLength', 'required']) ofValue.add(key);
  const one: Record<string, JsonValue> = {};
  for (const [key, content] of Object.entries(value)) {
    if (content === undefined || ours.has(key)) continue;
    (isList && ofValue.has(key) ? one : own)[key] = content;
  }
  if (values !== undefined) {
    (isList ? one : own).oneOf = values.map(({ value: coded, label: said }) => ({
      const: coded,
      title: said.sv,
      'x-label': { ...said },
    }));
  }
  return isList ? { ...own, type: 'array', items: one } : own;
}

function valuesAt(source: SchemaSource): readonly CodedValue[] | undefined {
  if (source.value['x-values'] === undefined) return undefined;
  const values = sourcesAt(source, 'x-values').map((at) => ({
    value: typeof at.value.value === 'number' ? at.value.value : requiredStringAt(at, 'value'),
    label: localizedAt(at, 'x-label'),
  }));
  if (new Set(values.map(({ value }) => value)).size !== values.length)
    throw schemaFault(source, 'x-values', 'has a value twice.');
  return values;
}

function numberAt(source: SchemaSource, key: string): number | undefined {
  const value = source.value[key];
  if (value !== undefined && typeof value !== 'number')
    throw schemaFault(source, key, 'must be a number.');
  return value;
}

function patternAt(source: SchemaSource): string | undefined {
  const pattern = stringAt(source, 'pattern');
  if (pattern !== undefined && !(pattern.startsWith('^') || pattern.endsWith('$')))
    throw schemaFault(source, 'pattern', 'must be anchored.');
  return pattern;
}

/** A property with what it refers to filled in; what stands beside a reference wins. @throws Error when the reference leads nowhere. */
export function withReference(
  source: SchemaSource,
  referred: (reference: string) => JsonObject | undefined,
): SchemaSource {
  const reference = stringAt(source, '$ref');
  if (reference === undefined) return source;
  const target = referred(reference);
  if (target === undefined) throw schemaFault(source, '$ref', `"${reference}" leads nowhere.`);
  return { ...source, value: { ...target, ...source.value } };
}

/** The properties of a schema as sources, in order. @throws Error when they are no objects. */
export function propertiesOf(source: SchemaSource): ReadonlyMap<string, SchemaSource> {
  const properties = sourceAt(source, 'properties');
  return new Map(
    Object.keys(properties.value).map((name) => [name, sourceAt(properties, name)] as const),
  );
}
