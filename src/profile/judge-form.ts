import { isAbsoluteIri } from '../kernel/iri.ts';
import { type Issue, type Localized, pointer } from '../kernel/issue.ts';
import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { forms, literalForms } from './expected-forms.ts';
import { isDate, isDecimal, isDuration, isHexBinary, isLanguage } from './judge-lexical.ts';
import { formIssue, messages } from './messages.ts';
import { nearestName } from './nearest-name.ts';
import type { ClassPlan, Plan, PropertyPlan } from './plan.ts';

/**
 * The form of the JSON: known properties with values of the right type and written form. Every issue here blocks storing. It asks
 * for nothing to be there; that is the profile's judgement, and a draft may be incomplete.
 *
 * The plan itself is walked, so that browsers, whose policy lets no code be made, judge by the same lines as the server. That it
 * agrees with JSON Schema is a test's to say.
 */
export type JudgeForm = (record: unknown, className: string) => readonly Issue[];

/** More issues than these are not put into words; each of them alone keeps the record from being stored. */
const most = 1000;

/** A longer value is no concept, so that nobody means one by it. */
const longest = 400;

/** The judgement of records of any class of the plan. @throws Error for a class that is not in the plan. */
export function compileForm(plan: Plan, vocabularies: Vocabularies): JudgeForm {
  return (record, className) => {
    const cls = plan.class(className);
    if (!isJsonObject(record)) {
      return [formIssue('wrong-type', '', messages.wrongType(cls.label, forms.object))];
    }
    const issues: Issue[] = [];
    judgeNode(record, cls, '', issues);
    return issues;
  };

  function judgeNode(node: JsonObject, cls: ClassPlan, place: string, issues: Issue[]): void {
    for (const name in node) {
      if (issues.length >= most) return;
      const value = node[name];
      // JSON does not know it, programs do: what is not said is not there.
      if (value === undefined) continue;
      const property = cls.property.get(name);
      // A name of the plan needs no escape in a pointer. RFC 6901 §3.
      const at = property === undefined ? place + pointer(name) : `${place}/${name}`;
      if (name === '@id') judgeId(value, cls, at, issues);
      else if (name === '@type') judgeType(value, cls, at, issues);
      else if (property !== undefined && !property.computed) {
        judgeProperty(value, property, at, issues);
      } else if (place === '' && ofTheRecord.has(name)) {
        if (name === 'extra') judgeLines(value, cls, at, issues);
      } else issues.push(unknownProperty(name, cls, at));
    }
  }

  function judgeProperty(
    value: unknown,
    property: PropertyPlan,
    at: string,
    issues: Issue[],
  ): void {
    if (property.node === 'text') judgeTexts(value, property, at, issues);
    else if (!property.many) judgeValue(value, property, at, issues);
    else if (!Array.isArray(value)) {
      issues.push(formIssue('wrong-type', at, messages.wrongType(property.label, forms.array)));
    } else {
      for (let index = 0; index < value.length; index += 1) {
        if (issues.length >= most) return;
        judgeValue(value[index], property, `${at}/${index}`, issues);
      }
    }
  }

  function judgeValue(value: unknown, property: PropertyPlan, at: string, issues: Issue[]): void {
    const { node, class: nodeClass, format = 'string', base, label } = property;
    if (nodeClass !== undefined && isJsonObject(value)) {
      judgeNode(value, plan.class(nodeClass), at, issues);
    } else if (node === 'literal') {
      judgeLiteral(value, property, format, at, issues);
    } else if (typeof value !== 'string') {
      issues.push(wrongType(value, property, node === 'iri' ? forms.iri : forms.resource, at));
    } else if (base !== undefined && node === 'iri') {
      if (isAbsoluteIri(value) || isAbsoluteIri(base + value)) return;
      issues.push(formIssue('V001', at, messages.illegalIri(label, value, undefined)));
    } else if (!isAbsoluteIri(value)) {
      issues.push(formIssue('V001', at, illegal(value, property)));
    }
  }

  /** What belongs to a list is mostly written as a name. */
  function illegal(value: string, property: PropertyPlan): Localized {
    const { label, vocabulary } = property;
    const concept = meant(value, property);
    return vocabulary !== undefined && concept === undefined && !/[:/]/.test(value)
      ? messages.unknownName(label, value)
      : messages.illegalIri(label, value, concept);
  }

  function meant(text: string, { vocabulary }: PropertyPlan): string | undefined {
    if (vocabulary === undefined || text.length > longest) return undefined;
    return vocabularies.get(vocabulary).normalise(text)?.iri;
  }
}

/** Members of a whole record that are no properties. */
const ofTheRecord: ReadonlySet<string> = new Set(['@context', 'record', 'extra']);

function judgeId(value: unknown, { label }: ClassPlan, at: string, issues: Issue[]): void {
  if (typeof value !== 'string') {
    issues.push(formIssue('wrong-type', at, messages.wrongType(label, forms.text)));
  } else if (!isAbsoluteIri(value)) {
    issues.push(formIssue('V001', at, messages.illegalIri(label, value, undefined)));
  }
}

function judgeType(value: unknown, { types }: ClassPlan, at: string, issues: Issue[]): void {
  const terms = Object.keys(types);
  const isTerm = (one: unknown) => typeof one === 'string' && Object.hasOwn(types, one);
  const unknown = (one: unknown, where: string) =>
    issues.push(formIssue('unknown-type', where, messages.unknownType(shortly(one), terms)));
  if (!Array.isArray(value)) {
    if (!isTerm(value)) unknown(value, at);
  } else if (value.length === 0) unknown(value, at);
  else {
    for (const [index, one] of value.entries()) if (!isTerm(one)) unknown(one, `${at}/${index}`);
  }
}

function judgeLines(value: unknown, { label }: ClassPlan, at: string, issues: Issue[]): void {
  const wrong = (where: string) =>
    issues.push(formIssue('wrong-type', where, messages.wrongType(label, forms.text)));
  if (!Array.isArray(value)) wrong(at);
  else {
    for (const [index, line] of value.entries()) {
      if (issues.length >= most) return;
      if (typeof line !== 'string') wrong(`${at}/${index}`);
    }
  }
}

function judgeTexts(value: unknown, property: PropertyPlan, at: string, issues: Issue[]): void {
  const form = property.many ? forms.texts : forms.languageMap;
  if (!isJsonObject(value)) {
    issues.push(wrongType(value, property, form, at));
    return;
  }
  for (const language in value) {
    if (issues.length >= most) return;
    const text: unknown = value[language];
    const isTag = isLanguage(language);
    const place = isTag ? `${at}/${language}` : at + pointer(language);
    if (!isTag) {
      issues.push(formIssue('language-tag', place, messages.language(property.label, language)));
    }
    if (!property.many || !Array.isArray(text)) {
      if (property.many || typeof text !== 'string') {
        issues.push(wrongType(text, property, form, place));
      }
      continue;
    }
    for (const [index, one] of text.entries()) {
      if (typeof one !== 'string') issues.push(wrongType(one, property, form, `${place}/${index}`));
    }
  }
}

/** The written forms that literals are judged by; the others are any text. */
const lexical: Readonly<Record<string, (value: string) => boolean>> = {
  date: isDate,
  duration: isDuration,
  decimal: isDecimal,
  hexBinary: isHexBinary,
};

function judgeLiteral(
  value: unknown,
  property: PropertyPlan,
  format: NonNullable<PropertyPlan['format']>,
  at: string,
  issues: Issue[],
): void {
  const form = literalForms[format];
  const { label } = property;
  if (format === 'integer') {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      issues.push(wrongType(value, property, form, at));
    } else if (value < 0 || value > Number.MAX_SAFE_INTEGER) {
      issues.push(formIssue('malformed-value', at, messages.malformed(label, `${value}`, form)));
    }
  } else if (typeof value !== 'string') issues.push(wrongType(value, property, form, at));
  else if (lexical[format]?.(value) === false) {
    const rule = format === 'hexBinary' ? 'malformed-value' : 'V008';
    issues.push(formIssue(rule, at, messages.malformed(label, value, form)));
  }
}

/** Several values where one belongs are a fault of their own. */
function wrongType(value: unknown, property: PropertyPlan, form: Localized, at: string): Issue {
  return Array.isArray(value) && !property.many
    ? formIssue('V004', at, messages.onlyOne(property.label))
    : formIssue('wrong-type', at, messages.wrongType(property.label, form));
}

function unknownProperty(name: string, cls: ClassPlan, place: string): Issue {
  const computed = cls.property.get(name);
  if (computed !== undefined) {
    return formIssue('unknown-property', place, messages.computedProperty(computed.label));
  }
  const names = cls.properties.filter((property) => !property.computed).map(({ name }) => name);
  const nearest = nearestName(name, names);
  return formIssue('unknown-property', place, messages.unknownProperty(name, cls.label, nearest));
}

/** Only short things are shown: what a whole record says is nobody's message. */
function shortly(value: unknown): string {
  return typeof value === 'object' ? '…' : String(value);
}
