import type { JsonObject } from '../kernel/json.ts';
import { canonicalJson } from './digest.ts';
import { literalDatatypes } from './literal-datatypes.ts';
import type { ClassPlan, Plan, PropertyPlan } from './plan.ts';

/** Keys of a record that say nothing about what it describes: the context hides them from RDF. */
const administrative = ['record', 'extra'] as const;

/**
 * The JSON-LD context under which every record is RDF. JSON-LD 1.1 §4.1–4.2. It names whole IRIs and no prefixes, so that no IRI
 * in a record can be taken for a short form. A name that means different things in different classes has its most common
 * meaning here, and the others in contexts scoped to the types of those classes.
 *
 * A date's datatype follows its form, which a context cannot say: the term is an `xsd:date`, and JSON-LD for others to read
 * writes the three other forms as value objects.
 */
export function contextOf(plan: Plan): JsonObject {
  const classes = [...plan.classes.values()];
  const usual = usualDefinitions(classes);
  return {
    '@context': {
      '@version': 1.1,
      ...Object.fromEntries(administrative.map((key) => [key, null])),
      ...Object.assign({}, ...classes.map((cls) => typeDefinitions(cls, usual))),
      ...usual,
    },
  };
}

/** The definition of each name that most classes share; the first one on a draw. */
function usualDefinitions(classes: readonly ClassPlan[]): Readonly<Record<string, JsonObject>> {
  const properties = classes.flatMap((cls) => cls.properties);
  const byName = Map.groupBy(properties, (property) => property.name);
  return Object.fromEntries(
    [...byName].map(([name, uses]) => {
      const alike = Map.groupBy(uses.map(definition), canonicalJson);
      const [usual] = [...alike.values()].toSorted((a, b) => b.length - a.length);
      return [name, usual?.[0] ?? {}];
    }),
  );
}

function typeDefinitions(
  cls: ClassPlan,
  usual: Readonly<Record<string, JsonObject>>,
): Readonly<Record<string, JsonObject | string>> {
  const own = cls.properties
    .map((property) => [property.name, definition(property)] as const)
    .filter(([name, term]) => canonicalJson(term) !== canonicalJson(usual[name]));
  return Object.fromEntries(
    Object.entries(cls.types).map(([term, iri]) => [
      term,
      own.length === 0 ? iri : { '@id': iri, '@context': Object.fromEntries(own) },
    ]),
  );
}

function definition(property: PropertyPlan): JsonObject {
  const { iri, node, base } = property;
  switch (node) {
    case 'text':
      return { '@id': iri, '@container': '@language' };
    case 'literal': {
      const { format = 'string' } = property;
      return format === 'string'
        ? { '@id': iri }
        : { '@id': iri, '@type': literalDatatypes[format][0] };
    }
    case 'iri':
    case 'resource':
      // JSON-LD 1.1 §4.1.3: @base is ignored in a context that is fetched, so bare values hang on a vocabulary mapping.
      return base === undefined
        ? { '@id': iri, '@type': '@id' }
        : { '@id': iri, '@type': '@vocab', '@context': { '@vocab': base } };
  }
}
