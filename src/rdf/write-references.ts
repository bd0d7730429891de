import type { Iri } from '../kernel/iri.ts';
import type { Localized } from '../kernel/issue.ts';
import type { PropertyPlan } from '../profile/plan.ts';
import type { ConceptScheme } from '../vocabularies/concept-scheme.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { dcterms, skos } from './namespaces.ts';
import type { Syntax } from './syntaxes/syntax.ts';
import { type OpenBlock, openBlock } from './write-block.ts';

/**
 * What the EU checks want to be told about a thing that a record refers to: its type, and of a concept also its label and
 * scheme (DCAT-AP 3.0.1, ranges). Concepts of our vocabularies are rendered once and kept; their number is bounded by the lists.
 */

/** Adds statements about the thing to what follows the block, unless the document has them. */
export type DescribeReference = (block: OpenBlock, iri: Iri) => void;

/** What is said about the values of one property; its range gives their types. */
export function referenceDescriber(
  property: PropertyPlan,
  syntax: Syntax,
  vocabularies: Vocabularies,
): DescribeReference {
  const { range } = property;
  const asThing = syntax.block(range.map((iri) => ({ iri })));
  const asConcept = syntax.block([...new Set([...range, skos('Concept')])].map((iri) => ({ iri })));
  const asScheme = syntax.block([{ iri: skos('ConceptScheme') }]);
  const prefLabel = syntax.texts({ iri: skos('prefLabel') });
  const inScheme = syntax.iris({ iri: skos('inScheme') });
  const title = syntax.texts({ iri: dcterms('title') });
  const wantsConcept = range.includes(skos('Concept'));
  const wantsScheme = range.includes(skos('ConceptScheme'));
  const schemeByIri = new Map(
    vocabularies.names().map((name) => {
      const scheme = vocabularies.get(name);
      return [scheme.iri, scheme] as const;
    }),
  );
  const known = new Map<Iri, readonly string[]>();

  return (block, iri) => {
    const { state } = block;
    const ready = known.get(iri);
    if (ready !== undefined && state.described.has(ready)) return;
    const blocks = ready ?? describe(block, iri);
    for (const text of blocks) if (state.once.isNew(text)) state.references += text;
    if (known.has(iri)) state.described.add(blocks);
  };

  function describe(block: OpenBlock, iri: Iri): readonly string[] {
    const asSchemeItself = wantsScheme ? schemeByIri.get(iri) : undefined;
    if (asSchemeItself !== undefined) return keep(iri, [scheme(block, asSchemeItself)]);
    const list = vocabularies.schemeOf(iri);
    const concept = list?.concept(iri);
    if (list !== undefined && concept !== undefined && isConcept(list, iri)) {
      return keep(iri, [
        written(block, iri, asConcept, (about) => {
          return prefLabel(about, texts(concept.prefLabel)) + inScheme(about, list.iri);
        }),
        scheme(block, list),
      ]);
    }
    return range.length === 0 ? [] : [written(block, iri, asThing, () => '')];
  }

  /** Lists that only gather things of others (licences, places) do not make concepts of them. */
  function isConcept(list: ConceptScheme, iri: Iri): boolean {
    return wantsConcept || (range.length > 0 && iri.startsWith(`${list.iri}/`));
  }

  function scheme(block: OpenBlock, list: ConceptScheme): string {
    return written(block, list.iri, asScheme, (about) => title(about, texts(list.title)));
  }

  function keep(iri: Iri, blocks: readonly string[]): readonly string[] {
    known.set(iri, blocks);
    return blocks;
  }

  function written(
    { state }: OpenBlock,
    iri: Iri,
    write: (about: OpenBlock, body: string) => string,
    body: (about: OpenBlock) => string,
  ): string {
    const about = openBlock(syntax, state, iri, {});
    return about === undefined ? '' : write(about, body(about));
  }
}

function texts({ sv, en }: Localized): Readonly<Record<string, string>> {
  return { sv, en };
}
