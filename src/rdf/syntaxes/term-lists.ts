import type { Iri } from '../../kernel/iri.ts';
import { byDatatype, datatypeOf, usualType } from '../literal-types.ts';
import { iriRenderer, isBlankLabel, isLanguageTag, quoteTurtle, writableIri } from './escape.ts';
import type { Block, Emit, Predicate, StatementObject, Syntax } from './syntax.ts';

/** Turtle and N-Triples write terms alike and differ in how statements are strung together. */
export interface Stringing {
  /** A predicate or datatype as it is written. */
  name(iri: Iri): string;
  /** What stands before the first object, after the subject when that is repeated. */
  lead(predicate: string): string;
  /** Before each further object; undefined where subject and predicate are written again. */
  readonly between: string | undefined;
  /** After each object. */
  readonly end: string;
}

/** The emitters of a syntax that writes terms as Turtle does. RDF 1.1 Turtle §2.2–2.5; RDF 1.1 N-Triples §2. */
export function termLists(
  style: Stringing,
): Pick<Syntax, 'subject' | 'texts' | 'iris' | 'literals' | 'objects'> {
  const { between, end } = style;

  /** What begins the next statement. */
  const opener = ({ iri }: Predicate): ((block: Block, sofar: string) => string) => {
    const lead = style.lead(style.name(iri));
    if (between === undefined) return (block) => block.subject + lead;
    return (_block, sofar) => (sofar === '' ? lead : between);
  };

  return {
    subject: reference,

    texts(predicate) {
      const open = opener(predicate);
      return (block, texts) => {
        let text = '';
        for (const tag in texts) {
          const values = texts[tag];
          if (values === undefined) continue;
          if (tag !== '@none' && !isLanguageTag(tag)) {
            block.refuse(predicate.iri, 'language-tag-not-valid');
            continue;
          }
          const suffix = (tag === '@none' ? '' : `@${tag}`) + end;
          if (typeof values === 'string') {
            text += open(block, text) + quoteTurtle(values) + suffix;
          } else {
            for (const value of values) text += open(block, text) + quoteTurtle(value) + suffix;
          }
        }
        return text;
      };
    },

    iris(predicate) {
      const open = opener(predicate);
      const render = iriRenderer((iri) => `<${iri}>${end}`);
      const one: Emit<string> = (block, value) => {
        const term = render(value);
        if (term !== undefined) return term;
        block.refuse(predicate.iri, 'iri-not-absolute');
        return '';
      };
      return (block, values) => {
        if (typeof values === 'string') {
          const term = one(block, values);
          return term === '' ? '' : open(block, '') + term;
        }
        let text = '';
        for (const value of values) {
          const term = one(block, value);
          if (term !== '') text += open(block, text) + term;
        }
        return text;
      };
    },

    literals(predicate, format) {
      const open = opener(predicate);
      const suffixOf = byDatatype((datatype) => typeSuffix(datatype) + end);
      const fixed = format === 'date' ? undefined : suffixOf(usualType(format));
      const one = (value: string) =>
        quoteTurtle(value) + (fixed ?? suffixOf(datatypeOf(format, value)));
      return (block, values) => {
        if (typeof values === 'string') return open(block, '') + one(values);
        let text = '';
        for (const value of values) text += open(block, text) + one(value);
        return text;
      };
    },

    objects(predicate) {
      const open = opener(predicate);
      return (block, objects) => {
        let text = '';
        for (const object of objects) {
          const term = objectTerm(predicate.iri, block, object);
          if (term !== '') text += open(block, text) + term + end;
        }
        return text;
      };
    },
  };

  function typeSuffix(datatype: Iri | undefined): string {
    return datatype === undefined ? '' : `^^${style.name(datatype)}`;
  }

  function objectTerm(predicate: Iri, block: Block, object: StatementObject): string {
    if ('iri' in object) {
      const term = reference(object.iri);
      if (term === undefined) block.refuse(predicate, 'iri-not-absolute');
      return term ?? '';
    }
    if (object.language !== undefined) {
      if (isLanguageTag(object.language)) return `${quoteTurtle(object.value)}@${object.language}`;
      block.refuse(predicate, 'language-tag-not-valid');
      return '';
    }
    return quoteTurtle(object.value) + typeSuffix(object.datatype);
  }
}

function reference(iri: Iri): string | undefined {
  if (isBlankLabel(iri)) return iri;
  const written = writableIri(iri);
  return written === undefined ? undefined : `<${written}>`;
}
