import type { Iri } from '../kernel/iri.ts';
import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import type {
  AcceptedForm,
  EuForm,
  LiteralFormat,
  NodeKind,
  Obligation,
  PropertyGroup,
  PropertyPlan,
} from './plan.ts';
import { withoutExtensions } from './schema-files.ts';
import {
  flagAt,
  localizedAt,
  refuseUnknownKeys,
  requiredNumberAt,
  requiredStringAt,
  type SchemaSource,
  schemaFault,
  sourceAt,
  sourcesAt,
  stringAt,
  stringsAt,
  wordAt,
} from './schema-source.ts';

/** What a property's schema is read against. */
export interface PropertySurroundings {
  /** The full IRI of a prefixed name. @throws Error when its prefix is unknown. */
  readonly expand: (source: SchemaSource, key: string, name: string) => Iri;
  /** Class names by the schema file that describes them. */
  readonly classOfFile: ReadonlyMap<string, string>;
  readonly groups: readonly PropertyGroup[];
  /** The source of the class, which a property's own is made from when it states none. */
  readonly classSource: string;
  readonly isVocabulary: (name: string) => boolean;
}

const obligations: readonly Obligation[] = ['mandatory', 'recommended', 'optional', 'conditional'];
const plainNodes: readonly NodeKind[] = ['text', 'literal', 'iri'];
const formats: readonly LiteralFormat[] = [
  'string',
  'date',
  'integer',
  'decimal',
  'duration',
  'hexBinary',
  'wkt',
];
/** The kinds of field that the editor can draw. */
const widgets = [
  ...['text', 'long-text', 'words', 'string', 'number', 'date', 'period', 'duration'],
  ...['iri', 'address', 'email', 'telephone', 'concept', 'format', 'record', 'resource'],
  ...['place', 'box', 'point', 'geometry', 'agent', 'sections'],
];
const keywords: ReadonlySet<string> = new Set([
  ...['$ref', 'type', 'items', 'pattern', 'format', 'minimum', 'minLength', 'minProperties'],
  ...['uniqueItems', 'propertyNames', 'additionalProperties'],
  ...['x-iri', 'x-node', 'x-format', 'x-obligation', 'x-group', 'x-order', 'x-widget', 'x-label'],
  ...['x-help', 'x-source', 'x-vocabulary', 'x-strict', 'x-base', 'x-pattern', 'x-pattern-rule'],
  ...['x-tag-optional', 'x-default', 'x-computed', 'x-where-apt', 'x-range', 'x-eu', 'x-accepts'],
]);

/** The plan of one property from its resolved schema. @throws Error on any fault in the schema. */
export function compileProperty(
  name: string,
  source: SchemaSource,
  around: PropertySurroundings,
): PropertyPlan {
  refuseUnknownKeys(source, keywords);
  const iri = requiredStringAt(source, 'x-iri');
  const schema = withoutExtensions(source.value);
  const obligation = wordAt(source, 'x-obligation', obligations);
  return {
    name,
    iri: around.expand(source, 'x-iri', iri),
    ...nodeOf(source, schema, around),
    ...vocabularyOf(source, around),
    ...patternOf(source),
    ...defaultOf(source),
    tagOptional: flagAt(source, 'x-tag-optional'),
    obligation,
    whereApt: flagAt(source, 'x-where-apt'),
    min: obligation === 'mandatory' || obligation === 'conditional' ? 1 : 0,
    computed: flagAt(source, 'x-computed'),
    range: stringsAt(source, 'x-range').map((type) => around.expand(source, 'x-range', type)),
    eu: euFormOf(source, around),
    accepts: acceptedFormsOf(source, around),
    group: wordAt(
      source,
      'x-group',
      around.groups.map((group) => group.name),
    ),
    order: requiredNumberAt(source, 'x-order'),
    widget: wordAt(source, 'x-widget', widgets),
    label: localizedAt(source, 'x-label'),
    help: localizedAt(source, 'x-help'),
    source: stringAt(source, 'x-source') ?? `${around.classSource}, ${iri}`,
    schema,
  };
}

function nodeOf(
  source: SchemaSource,
  schema: JsonObject,
  { classOfFile }: PropertySurroundings,
): Pick<PropertyPlan, 'node' | 'class' | 'format' | 'many'> {
  const node = requiredStringAt(source, 'x-node');
  const plain = plainNodes.find((kind) => kind === node);
  if (plain === 'text') return { node: 'text', many: holdsArrays(schema) };
  const many = schema.type === 'array';
  if (plain === 'literal') {
    return { node: 'literal', format: wordAt(source, 'x-format', formats), many };
  }
  if (plain === 'iri') return { node: 'iri', many };
  const value = many && isJsonObject(schema.items) ? schema.items : schema;
  const file = value.$ref;
  if (typeof file !== 'string' || classOfFile.get(file) !== node) {
    throw schemaFault(
      source,
      'x-node',
      `"${node}" is no class that the property's $ref leads to; a class has a file of its own.`,
    );
  }
  return { node: 'resource', class: node, many };
}

function holdsArrays(schema: JsonObject): boolean {
  const perLanguage = schema.additionalProperties;
  return isJsonObject(perLanguage) && perLanguage.type === 'array';
}

function vocabularyOf(
  source: SchemaSource,
  { isVocabulary }: PropertySurroundings,
): Pick<PropertyPlan, 'vocabulary' | 'strict' | 'base'> {
  const vocabulary = stringAt(source, 'x-vocabulary');
  const base = stringAt(source, 'x-base');
  const strict = flagAt(source, 'x-strict');
  if (vocabulary !== undefined && !isVocabulary(vocabulary)) {
    throw schemaFault(source, 'x-vocabulary', `"${vocabulary}" is no vocabulary.`);
  }
  if (strict && vocabulary === undefined) {
    throw schemaFault(source, 'x-strict', 'needs an x-vocabulary to be strict about.');
  }
  return {
    ...(vocabulary === undefined ? {} : { vocabulary }),
    strict,
    ...(base === undefined ? {} : { base }),
  };
}

function patternOf(source: SchemaSource): Pick<PropertyPlan, 'pattern' | 'patternRule'> {
  const pattern = stringAt(source, 'x-pattern');
  if (pattern === undefined) return {};
  try {
    new RegExp(pattern, 'u');
  } catch (cause) {
    throw new Error(schemaFault(source, 'x-pattern', 'is no pattern.').message, { cause });
  }
  return { pattern, patternRule: requiredStringAt(source, 'x-pattern-rule') };
}

function defaultOf(source: SchemaSource): Pick<PropertyPlan, 'default'> {
  const value = source.value['x-default'];
  if (value === undefined) return {};
  if (typeof value === 'string' || isJsonObject(value)) return { default: value };
  return { default: stringsAt(source, 'x-default') };
}

function euFormOf(source: SchemaSource, around: PropertySurroundings): EuForm {
  if (source.value['x-eu'] === undefined) return {};
  const eu = sourceAt(source, 'x-eu');
  refuseUnknownKeys(eu, new Set(['conceptOf', 'wrap', 'rewrite', 'omit']));
  const conceptOf = stringAt(eu, 'conceptOf');
  if (conceptOf !== undefined && !around.isVocabulary(conceptOf)) {
    throw schemaFault(eu, 'conceptOf', `"${conceptOf}" is no vocabulary.`);
  }
  return {
    ...(conceptOf === undefined ? {} : { conceptOf }),
    ...(eu.value.wrap === undefined ? {} : { wrap: wrapOf(sourceAt(eu, 'wrap'), around) }),
    ...(eu.value.rewrite === undefined
      ? {}
      : { rewrite: wordAt(eu, 'rewrite', ['geonames'] as const) }),
    ...(flagAt(eu, 'omit') ? { omit: true } : {}),
  };
}

function wrapOf(source: SchemaSource, { expand }: PropertySurroundings) {
  refuseUnknownKeys(source, new Set(['type', 'property']));
  return {
    type: expand(source, 'type', requiredStringAt(source, 'type')),
    property: expand(source, 'property', requiredStringAt(source, 'property')),
  };
}

function acceptedFormsOf(
  source: SchemaSource,
  { expand }: PropertySurroundings,
): readonly AcceptedForm[] {
  return sourcesAt(source, 'x-accepts').map((form) => {
    refuseUnknownKeys(form, new Set(['iri', 'inverse']));
    const iri = expand(form, 'iri', requiredStringAt(form, 'iri'));
    return flagAt(form, 'inverse') ? { iri, inverse: true } : { iri };
  });
}
