import type { Iri } from '../kernel/iri.ts';
import { isJsonObject, type JsonValue } from '../kernel/json.ts';
import type { LiteralFormat, PropertyPlan } from '../profile/plan.ts';
import type { Predicate, Syntax, Texts } from './syntaxes/syntax.ts';
import type { OpenBlock, WriteValue } from './write-block.ts';

/** Changes an IRI on its way out; undefined leaves it out. */
export type IriForm = (value: string, block: OpenBlock) => Iri | undefined;

/** How one property is written: the predicate is rendered now, the values when they come. */
export function writeProperty(
  property: PropertyPlan,
  syntax: Syntax,
  form: IriForm | undefined = basedOn(property.base),
): WriteValue {
  const predicate: Predicate = { iri: property.iri, term: property.name };
  switch (property.node) {
    case 'text':
      return writeTexts(predicate, syntax);
    case 'literal':
      return writeLiterals(predicate, property.format ?? 'string', syntax);
    case 'iri':
      return writeIris(predicate, syntax, form);
    case 'resource':
      return writeResources(property, writeIris(predicate, syntax), form);
  }
}

/** The IRI of a bare value such as `text/csv`, for properties whose values may be written without their common base. */
export function basedOn(base: Iri | undefined): ((value: string) => Iri) | undefined {
  if (base === undefined) return undefined;
  return (value) => (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(value) ? value : base + value);
}

/** The IRI of a helper node that has none: within its owner's. */
export function helperIri(owner: Iri, name: string): Iri {
  return `${owner}${owner.includes('#') ? '-' : '#'}${name}`;
}

function writeTexts(predicate: Predicate, syntax: Syntax): WriteValue {
  const emit = syntax.texts(predicate);
  return (block, value) => (isTexts(value) ? emit(block, value) : '');
}

function writeLiterals(predicate: Predicate, format: LiteralFormat, syntax: Syntax): WriteValue {
  const emit = syntax.literals(predicate, format);
  return (block, value) => {
    if (typeof value === 'string') return emit(block, value);
    if (typeof value === 'number') return emit(block, plainNumber(value));
    return Array.isArray(value) ? emit(block, value.filter(isString)) : '';
  };
}

function writeIris(
  predicate: Predicate,
  syntax: Syntax,
  form?: IriForm,
): (block: OpenBlock, value: JsonValue) => string {
  const emit = syntax.iris(predicate);
  return (block, value) => {
    if (typeof value === 'string') {
      const iri = form === undefined ? value : form(value, block);
      return iri === undefined ? '' : emit(block, iri);
    }
    if (!Array.isArray(value)) return '';
    if (form === undefined) return emit(block, value.every(isString) ? value : []);
    const iris: Iri[] = [];
    for (const one of value) {
      const iri = typeof one === 'string' ? form(one, block) : undefined;
      if (iri !== undefined) iris.push(iri);
    }
    return iris.length === 0 ? '' : emit(block, iris);
  };
}

/** References; nodes that are described here are put by, to be written after the block. */
function writeResources(
  { name, class: className = '' }: PropertyPlan,
  write: WriteValue,
  form: IriForm | undefined,
): WriteValue {
  const reference = (block: OpenBlock, value: JsonValue, index: number): Iri | undefined => {
    if (typeof value === 'string') return form === undefined ? value : form(value, block);
    if (!isJsonObject(value)) return undefined;
    const id = value['@id'];
    const iri = typeof id === 'string' ? id : helperIri(block.iri, `${name}-${index + 1}`);
    block.nested.push({ className, node: value, iri });
    return iri;
  };
  return (block, value) => {
    if (!Array.isArray(value)) {
      const iri = reference(block, value, 0);
      return iri === undefined ? '' : write(block, iri);
    }
    const iris: Iri[] = [];
    for (let index = 0; index < value.length; index++) {
      const iri = reference(block, value[index], index);
      if (iri !== undefined) iris.push(iri);
    }
    return iris.length === 0 ? '' : write(block, iris);
  };
}

function isTexts(value: JsonValue): value is Texts {
  if (!isJsonObject(value)) return false;
  for (const tag in value) {
    const texts = value[tag];
    if (typeof texts !== 'string' && !(Array.isArray(texts) && texts.every(isString))) return false;
  }
  return true;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** A number in XSD's plain form, without an exponent. XML Schema 1.1 part 2 §3.3.3. */
function plainNumber(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '');
}
