import type { Iri } from '../../kernel/iri.ts';
import type { LiteralFormat } from '../../profile/plan.ts';
import { datatypeOf, usualType } from '../literal-types.ts';
import { iriRenderer, isBlankLabel, isLanguageTag, quoteJson, writableIri } from './escape.ts';
import type { Block, NodeType, Predicate, StatementObject, Syntax, Texts } from './syntax.ts';

/**
 * JSON-LD 1.1 under our own context: a graph of flat node objects. Terms of the context stand as they do in records, and
 * lean on its coercions; what a coercion does not fit (a year where it says date) is a value object. Statements without a
 * term are written in expanded form, which means the same under any context.
 */
export function jsonLd(contextUrl: Iri): Syntax {
  return {
    name: 'jsonld',
    header: `{"@context":${quoteJson(contextUrl)},"@graph":[`,
    footer: '\n]}\n',
    joint: ',',

    subject(iri) {
      const written = writableReference(iri);
      return written === undefined ? undefined : quoteJson(written);
    },

    block(types) {
      const head = typeMember(types);
      return ({ subject }, body) =>
        types.length === 0 && body === '' ? '' : `,\n{"@id":${subject}${head}${body}}`;
    },

    texts(predicate) {
      if (predicate.term === undefined) return expandedTexts(predicate);
      const key = `,${quoteJson(predicate.term)}:`;
      return (block, texts) => {
        let members = '';
        for (const tag in texts) {
          const values = texts[tag];
          if (values === undefined) continue;
          if (tag !== '@none' && !isLanguageTag(tag)) {
            block.refuse(predicate.iri, 'language-tag-not-valid');
          } else {
            members += members === '' ? `"${tag}":` : `,"${tag}":`;
            members +=
              typeof values === 'string' ? quoteJson(values) : array(values.map(quoteJson));
          }
        }
        return members === '' ? '' : `${key}{${members}}`;
      };
    },

    iris(predicate) {
      const key = keyOf(predicate);
      const expanded = predicate.term === undefined;
      const render = iriRenderer((iri) =>
        expanded ? `{"@id":${quoteJson(iri)}}` : quoteJson(iri),
      );
      const one = (block: Block, value: string): string | undefined => {
        const item = render(value);
        if (item === undefined) block.refuse(predicate.iri, 'iri-not-absolute');
        return item;
      };
      return (block, values) => {
        if (typeof values === 'string') {
          const item = one(block, values);
          return item === undefined ? '' : key + item;
        }
        let items = '';
        for (const value of values) {
          const item = one(block, value);
          if (item !== undefined) items += items === '' ? item : `,${item}`;
        }
        return items === '' ? '' : `${key}[${items}]`;
      };
    },

    literals(predicate, format) {
      const key = keyOf(predicate);
      const item = literalItem(format, predicate.term !== undefined);
      return (_block, values) => {
        if (typeof values === 'string') return key + item(values);
        return values.length === 0 ? '' : key + array(values.map(item));
      };
    },

    objects(predicate) {
      const key =
        predicate.iri === 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
          ? ',"@type":'
          : `,${quoteJson(predicate.iri)}:`;
      return (block, objects) => {
        const items = objects
          .map((object) => objectItem(block, predicate.iri, object, key === ',"@type":'))
          .filter((item) => item !== undefined);
        return items.length === 0 ? '' : key + array(items);
      };
    },
  };
}

/** Only a term can lean on the context; an IRI as key is taken literally. */
function keyOf({ iri, term }: Predicate): string {
  return `,${quoteJson(term ?? iri)}:`;
}

function array(items: readonly string[]): string {
  return `[${items.join(',')}]`;
}

function typeMember(types: readonly NodeType[]): string {
  const items = types.map(({ iri, term }) => quoteJson(term ?? iri));
  if (items.length === 0) return '';
  return `,"@type":${items.length === 1 ? items[0] : array(items)}`;
}

/** How one literal of the format is written; `coerced` when the context already says the format's type. */
function literalItem(format: LiteralFormat, coerced: boolean): (value: string) => string {
  const expected = coerced ? usualType(format) : undefined;
  if (format === 'integer' && coerced) {
    return (value) => (/^(?:0|[1-9]\d{0,14})$/.test(value) ? value : quoteJson(value));
  }
  return (value) => {
    const datatype = datatypeOf(format, value);
    return datatype === expected ? quoteJson(value) : valueObject(value, datatype);
  };
}

function valueObject(value: string, datatype: Iri | undefined): string {
  const type = datatype === undefined ? '' : `,"@type":${quoteJson(datatype)}`;
  return `{"@value":${quoteJson(value)}${type}}`;
}

function expandedTexts(predicate: Predicate) {
  const key = keyOf(predicate);
  return (block: Block, texts: Texts): string => {
    const items: string[] = [];
    for (const [language, values] of Object.entries(texts)) {
      for (const value of typeof values === 'string' ? [values] : values) {
        const object = language === '@none' ? { value } : { value, language };
        const item = objectItem(block, predicate.iri, object, false);
        if (item !== undefined) items.push(item);
      }
    }
    return items.length === 0 ? '' : key + array(items);
  };
}

function objectItem(
  block: Block,
  predicate: Iri,
  object: StatementObject,
  isType: boolean,
): string | undefined {
  if ('iri' in object) {
    const iri = writableReference(object.iri);
    if (iri === undefined) block.refuse(predicate, 'iri-not-absolute');
    else return isType ? quoteJson(iri) : `{"@id":${quoteJson(iri)}}`;
    return undefined;
  }
  if (object.language === undefined) return valueObject(object.value, object.datatype);
  if (isLanguageTag(object.language)) {
    return `{"@value":${quoteJson(object.value)},"@language":${quoteJson(object.language)}}`;
  }
  block.refuse(predicate, 'language-tag-not-valid');
  return undefined;
}

function writableReference(iri: Iri): string | undefined {
  return isBlankLabel(iri) ? iri : writableIri(iri);
}
