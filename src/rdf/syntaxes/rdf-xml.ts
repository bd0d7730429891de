import type { Iri } from '../../kernel/iri.ts';
import { byDatatype, datatypeOf, usualType } from '../literal-types.ts';
import { namespaces } from '../namespaces.ts';
import {
  escapeXml,
  escapeXmlIri,
  iriRenderer,
  isBlankLabel,
  isLanguageTag,
  writableIri,
} from './escape.ts';
import { shortener, splitForXml } from './qualified-names.ts';
import type { Block, Emit, Predicate, StatementObject, Syntax } from './syntax.ts';

/** An element's tags without their angle brackets: a namespace that has no prefix is declared where it is used. */
interface Element {
  readonly start: string;
  readonly end: string;
}

/**
 * RDF/XML with the prefixes given. W3C RDF 1.1 XML Syntax. It cannot carry every graph: a predicate must end in an XML name,
 * and XML 1.0 knows no control characters; such statements are refused one by one.
 */
export function rdfXml(given: Readonly<Record<string, Iri>>): Syntax {
  const prefixes = { rdf: namespaces.rdf, ...given };
  const shorten = shortener(prefixes);

  function element(iri: Iri): Element | undefined {
    const split = splitForXml(iri);
    if (split === undefined) return undefined;
    const short = shorten(iri);
    if (short !== undefined) return { start: short, end: short };
    const name = `ns:${split.local}`;
    return { start: `${name} xmlns:ns="${escapeXmlIri(split.namespace)}"`, end: name };
  }

  /** Emitters for a predicate that no element can name: they refuse. */
  function emitter<Value>(predicate: Predicate, make: (name: Element) => Emit<Value>): Emit<Value> {
    const name = element(predicate.iri);
    if (name !== undefined) return make(name);
    return (block) => {
      block.refuse(predicate.iri, 'predicate-not-splittable');
      return '';
    };
  }

  return {
    name: 'rdf',
    header: `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${Object.entries(prefixes)
      .map(([prefix, iri]) => `\n    xmlns:${prefix}="${escapeXmlIri(iri)}"`)
      .join('')}>\n`,
    footer: '</rdf:RDF>\n',
    joint: '',

    subject(iri) {
      if (isBlankLabel(iri)) return ` rdf:nodeID="${iri.slice(2)}"`;
      const written = writableIri(iri);
      return written === undefined ? undefined : ` rdf:about="${escapeXmlIri(written)}"`;
    },

    block(types) {
      const first = types[0] === undefined ? undefined : element(types[0].iri);
      const name = first ?? { start: 'rdf:Description', end: 'rdf:Description' };
      const others = types
        .slice(first === undefined ? 0 : 1)
        .map(({ iri }) => `    <rdf:type rdf:resource="${escapeXmlIri(iri)}"/>\n`)
        .join('');
      return ({ subject }, body) =>
        types.length === 0 && body === ''
          ? ''
          : `  <${name.start}${subject}>\n${others}${body}  </${name.end}>\n`;
    },

    texts(predicate) {
      return emitter(predicate, (name) => {
        const plain = `    <${name.start}>`;
        const tagged = `    <${name.start} xml:lang="`;
        const end = `</${name.end}>\n`;
        return (block, texts) => {
          let text = '';
          for (const tag in texts) {
            const values = texts[tag];
            if (values === undefined) continue;
            if (tag !== '@none' && !isLanguageTag(tag)) {
              block.refuse(predicate.iri, 'language-tag-not-valid');
              continue;
            }
            const start = tag === '@none' ? plain : `${tagged}${tag}">`;
            if (typeof values === 'string') {
              text += content(block, predicate.iri, start, values, end);
            } else {
              for (const value of values) text += content(block, predicate.iri, start, value, end);
            }
          }
          return text;
        };
      });
    },

    iris(predicate) {
      return emitter(predicate, (name) => {
        const start = `    <${name.start} rdf:resource="`;
        const render = iriRenderer((iri) => `${start}${escapeXmlIri(iri)}"/>\n`);
        const one = (block: Block, value: string): string => {
          const text = render(value);
          if (text !== undefined) return text;
          block.refuse(predicate.iri, 'iri-not-absolute');
          return '';
        };
        return (block, values) => {
          if (typeof values === 'string') return one(block, values);
          let text = '';
          for (const value of values) text += one(block, value);
          return text;
        };
      });
    },

    literals(predicate, format) {
      return emitter(predicate, (name) => {
        const start = byDatatype((datatype) => startOf(name, datatype));
        const fixed = format === 'date' ? undefined : start(usualType(format));
        const end = `</${name.end}>\n`;
        const one = (block: Block, value: string) =>
          content(block, predicate.iri, fixed ?? start(datatypeOf(format, value)), value, end);
        return (block, values) => {
          if (typeof values === 'string') return one(block, values);
          let text = '';
          for (const value of values) text += one(block, value);
          return text;
        };
      });
    },

    objects(predicate) {
      return emitter(predicate, (name) => (block, objects) => {
        let text = '';
        for (const object of objects) text += objectElement(block, predicate.iri, name, object);
        return text;
      });
    },
  };
}

function startOf(name: Element, datatype: Iri | undefined): string {
  return datatype === undefined
    ? `    <${name.start}>`
    : `    <${name.start} rdf:datatype="${escapeXmlIri(datatype)}">`;
}

function content(block: Block, predicate: Iri, start: string, value: string, end: string): string {
  const escaped = escapeXml(value);
  if (escaped !== undefined) return start + escaped + end;
  block.refuse(predicate, 'character-not-allowed');
  return '';
}

function objectElement(
  block: Block,
  predicate: Iri,
  name: Element,
  object: StatementObject,
): string {
  if ('iri' in object) {
    if (isBlankLabel(object.iri)) {
      return `    <${name.start} rdf:nodeID="${object.iri.slice(2)}"/>\n`;
    }
    const iri = writableIri(object.iri);
    if (iri !== undefined) return `    <${name.start} rdf:resource="${escapeXmlIri(iri)}"/>\n`;
    block.refuse(predicate, 'iri-not-absolute');
    return '';
  }
  const end = `</${name.end}>\n`;
  if (object.language === undefined) {
    return content(block, predicate, startOf(name, object.datatype), object.value, end);
  }
  if (isLanguageTag(object.language)) {
    const start = `    <${name.start} xml:lang="${object.language}">`;
    return content(block, predicate, start, object.value, end);
  }
  block.refuse(predicate, 'language-tag-not-valid');
  return '';
}
