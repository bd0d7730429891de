import type { Iri } from '../../kernel/iri.ts';
import { shortener } from './qualified-names.ts';
import type { Syntax } from './syntax.ts';
import { termLists } from './term-lists.ts';

const follow = ' ;\n  ';

/** Turtle with the prefixes given. RDF 1.1 Turtle. */
export function turtle(prefixes: Readonly<Record<string, Iri>>): Syntax {
  const shorten = shortener(prefixes);
  const name = (iri: Iri) => shorten(iri) ?? `<${iri}>`;

  return {
    name: 'ttl',
    header: Object.entries(prefixes)
      .map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`)
      .join(''),
    footer: '',
    joint: '',
    ...termLists({ name, lead: (predicate) => `${follow}${predicate} `, between: ', ', end: '' }),
    block(types) {
      if (types.length === 0) {
        return ({ subject }, body) =>
          body === '' ? '' : `\n${subject} ${body.slice(follow.length)} .\n`;
      }
      const head = ` a ${types.map(({ iri }) => name(iri)).join(', ')}`;
      return ({ subject }, body) => `\n${subject}${head}${body} .\n`;
    },
  };
}
