import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { isAbsoluteIri } from '../kernel/iri.ts';
import { type Issue, type Localized, pointer } from '../kernel/issue.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { formats, rootId, storableSchema } from './judge-storable-schema.ts';
import { formIssue, messages } from './messages.ts';
import { nearestName } from './nearest-name.ts';
import type { ClassPlan, Plan, PropertyPlan } from './plan.ts';

/** The form of the JSON: what ajv finds, said in words that a person can act on. Every issue here blocks storing. */
export type JudgeForm = (record: unknown, className: string) => readonly Issue[];

/** More errors than these are not put into words; each of them alone keeps the record from being stored. */
const most = 1000;

/** Compiles the schemas of every class of the plan, once. */
export function compileForm(plan: Plan, vocabularies: Vocabularies): JudgeForm {
  const ajv = new Ajv2020({ allErrors: true, strict: true, verbose: true, allowUnionTypes: true });
  for (const [name, test] of Object.entries(formats)) ajv.addFormat(name, test);
  ajv.addKeyword({
    keyword: 'base',
    type: 'string',
    schemaType: 'string',
    compile: (base: string) => (value: string) =>
      isAbsoluteIri(value) || isAbsoluteIri(base + value),
  });
  for (const cls of plan.classes.values()) {
    ajv.addSchema([storableSchema(cls, false), storableSchema(cls, true)]);
  }
  const compiled = new Map<string, ValidateFunction>();

  function validator(className: string): ValidateFunction {
    const known = compiled.get(className);
    if (known !== undefined) return known;
    const made = ajv.getSchema(rootId(plan.class(className).name));
    if (made === undefined) throw new Error(`There is no schema for the class ${className}.`);
    compiled.set(className, made);
    return made;
  }

  return (record, className) => {
    const validate = validator(className);
    if (validate(record)) return [];
    return (validate.errors ?? []).slice(0, most).flatMap((error) => {
      const issue = formFault(error, plan, vocabularies, className);
      return issue === undefined ? [] : [issue];
    });
  };
}

/** One of ajv's errors as an issue; undefined for those that only repeat another. */
function formFault(
  error: ErrorObject,
  plan: Plan,
  vocabularies: Vocabularies,
  className: string,
): Issue | undefined {
  const { keyword, instancePath: at, params, data } = error;
  const { cls, property } = locate(plan, className, at);
  const label = property?.label ?? cls.label;
  // Only short things are shown: what a whole record says is nobody's message.
  const value = typeof data === 'object' ? '…' : String(data);
  switch (keyword) {
    case 'additionalProperties':
      return unknownProperty(String(params.additionalProperty), cls, at);
    case 'type':
      if (Array.isArray(data) && property !== undefined && !property.many) {
        return formIssue('V004', at, messages.onlyOne(label));
      }
      return formIssue('wrong-type', at, messages.wrongType(label, expectedForm(property, at)));
    case 'enum':
    case 'minItems':
      return formIssue('unknown-type', at, messages.unknownType(value, Object.keys(cls.types)));
    case 'base':
      return formIssue('V001', at, messages.illegalIri(label, value, undefined));
    case 'format':
      return malformed(String(params.format), String(error.propertyName ?? value));
    case 'minimum':
    case 'maximum':
      return formIssue(
        'malformed-value',
        at,
        messages.malformed(label, value, literalForms.integer),
      );
    default:
      // `if` and `propertyNames` only say that what stands inside them failed, which has its own error.
      return undefined;
  }

  function malformed(format: string, text: string): Issue {
    if (format === 'language') {
      return formIssue('language-tag', at + pointer(text), messages.language(label, text));
    }
    if (format === 'iri') {
      return formIssue('V001', at, messages.illegalIri(label, text, meant(text)));
    }
    const form = literalForms[format] ?? literalForms.string;
    const rule = format === 'hexBinary' ? 'malformed-value' : 'V008';
    return formIssue(rule, at, messages.malformed(label, text, form));
  }

  function meant(text: string): string | undefined {
    const vocabulary = property?.vocabulary;
    return vocabulary === undefined || text.length > 400
      ? undefined
      : vocabularies.get(vocabulary).normalise(text)?.iri;
  }
}

function unknownProperty(name: string, cls: ClassPlan, at: string): Issue {
  const computed = cls.property.get(name);
  const place = at + pointer(name);
  if (computed !== undefined) {
    return formIssue('unknown-property', place, messages.computedProperty(computed.label));
  }
  const names = cls.properties.filter((property) => !property.computed).map(({ name }) => name);
  const nearest = nearestName(name, names);
  return formIssue('unknown-property', place, messages.unknownProperty(name, cls.label, nearest));
}

/** The class and property that a JSON Pointer into a record leads to. */
function locate(
  plan: Plan,
  className: string,
  at: string,
): { readonly cls: ClassPlan; readonly property: PropertyPlan | undefined } {
  let cls = plan.class(className);
  let property: PropertyPlan | undefined;
  for (const step of at.split('/').slice(1)) {
    if (property?.node === 'text' || (property?.many === true && /^\d+$/.test(step))) continue;
    if (property?.class !== undefined) cls = plan.class(property.class);
    property = cls.property.get(step.replace(/~1/g, '/').replace(/~0/g, '~'));
  }
  return { cls: ownerAt(plan, cls, property, at), property };
}

/** At an object inside a property the class is that of the object, not of the one that holds it. */
function ownerAt(
  plan: Plan,
  cls: ClassPlan,
  property: PropertyPlan | undefined,
  at: string,
): ClassPlan {
  return property?.class === undefined || at === '' ? cls : plan.class(property.class);
}

function expectedForm(property: PropertyPlan | undefined, at: string): Localized {
  if (property === undefined) return at === '' ? forms.object : forms.text;
  if (property.many && at.endsWith(`/${property.name}`) && property.node !== 'text') {
    return forms.array;
  }
  switch (property.node) {
    case 'text':
      return property.many ? forms.texts : forms.languageMap;
    case 'resource':
      return forms.resource;
    case 'iri':
      return forms.iri;
    case 'literal':
      return literalForms[property.format ?? 'string'] ?? literalForms.string;
  }
}

const forms = {
  object: { sv: 'ett objekt', en: 'an object' },
  text: { sv: 'text', en: 'text' },
  array: { sv: 'en lista: [ … ]', en: 'a list: [ … ]' },
  languageMap: {
    sv: 'text per språk: { "sv": "…", "en": "…" }',
    en: 'text by language: { "sv": "…", "en": "…" }',
  },
  texts: {
    sv: 'listor av texter per språk: { "sv": ["…"] }',
    en: 'lists of texts by language: { "sv": ["…"] }',
  },
  resource: { sv: 'en IRI eller ett objekt', en: 'an IRI or an object' },
  iri: { sv: 'en IRI, som text', en: 'an IRI, as text' },
} as const satisfies Record<string, Localized>;

const string: Localized = { sv: 'text utan språk', en: 'text without a language' };

const literalForms: Readonly<Record<string, Localized>> & {
  readonly string: Localized;
  readonly integer: Localized;
} = {
  string,
  wkt: { sv: 'WKT, till exempel POINT(18.07 59.33)', en: 'WKT, for example POINT(18.07 59.33)' },
  integer: {
    sv: 'ett heltal från 0, utan citattecken',
    en: 'a whole number from 0, without quotation marks',
  },
  decimal: {
    sv: 'ett decimaltal som text, till exempel "2.5"',
    en: 'a decimal number as text, for example "2.5"',
  },
  date: {
    sv: 'ett datum som finns, till exempel 2026, 2026-10-01 eller 2026-10-01T08:00:00Z',
    en: 'a date that exists, for example 2026, 2026-10-01 or 2026-10-01T08:00:00Z',
  },
  duration: {
    sv: 'en tidslängd, till exempel P1Y eller PT1H',
    en: 'a duration, for example P1Y or PT1H',
  },
  hexBinary: { sv: 'hexadecimala siffror i par', en: 'hexadecimal digits in pairs' },
};
