import { rdfType } from '../namespaces.ts';
import type { Syntax } from './syntax.ts';
import { termLists } from './term-lists.ts';

/** N-Triples, one statement a line. RDF 1.1 N-Triples. */
export function nTriples(): Syntax {
  return {
    name: 'nt',
    header: '',
    footer: '',
    joint: '',
    ...termLists({
      name: (iri) => `<${iri}>`,
      lead: (predicate) => ` ${predicate} `,
      between: undefined,
      end: ' .\n',
    }),
    block(types) {
      const heads = types.map(({ iri }) => ` <${rdfType}> <${iri}> .\n`);
      return ({ subject }, body) => {
        let text = '';
        for (const head of heads) text += subject + head;
        return text + body;
      };
    },
  };
}
