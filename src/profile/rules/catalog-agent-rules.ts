import type { Iri } from '../../kernel/iri.ts';
import type { NodeObject } from '../record.ts';
import type { CatalogHit, CatalogRule, JudgedRecord } from './catalog-rule.ts';
import { stringOf, textsOf, thingsOf } from './node-values.ts';

/** Who is who across records: V019, V020. */

/** Something that a record says an IRI is. */
interface Mention {
  readonly iri: Iri;
  readonly kind: string;
  readonly record: NodeObject;
  readonly pointer: string;
  readonly node: NodeObject | undefined;
}

const agentProperties = ['publisher', 'creator'];

function* mentions({ className, record }: JudgedRecord): Iterable<Mention> {
  const iri = stringOf(record, '@id');
  if (iri !== undefined) yield { iri, kind: className, record, pointer: '', node: record };
  yield* values(agentProperties, 'Agent');
  yield* values(['contactPoint'], 'ContactPoint');
  yield* values(['distribution'], 'Distribution');

  function* values(properties: readonly string[], kind: string): Iterable<Mention> {
    for (const property of properties) {
      for (const thing of thingsOf(record, property)) {
        if (thing.iri !== undefined) yield { kind, record, ...thing, iri: thing.iri };
      }
    }
  }
}

const oneMeaning: CatalogRule = {
  id: 'V019',
  level: 'error',
  source: 'DCAT-AP-SE 3.0.1, Agent and ContactPoint',
  *check(records) {
    const first = new Map<Iri, Mention>();
    for (const judged of records) {
      for (const mention of mentions(judged)) {
        const before = first.get(mention.iri);
        if (before === undefined) first.set(mention.iri, mention);
        // Within one record the record's own rule has said it.
        else if (before.kind !== mention.kind && before.record !== mention.record) {
          yield {
            record: mention.record,
            pointer: mention.pointer,
            message: twoMeanings(mention.iri),
          };
        }
      }
    }
  },
};

function twoMeanings(iri: Iri): CatalogHit['message'] {
  return {
    sv: `${iri} används för två olika slags saker i katalogen. Ge var och en sin egen IRI.`,
    en: `${iri} is used for two different kinds of things in the catalogue. Give each an IRI of its own.`,
  };
}

const oneAgent: CatalogRule = {
  id: 'V020',
  level: 'warning',
  source: 'DCAT-AP-SE 3.0.1, Agent',
  *check(records) {
    const iriByName = new Map<string, Iri>();
    const told = new Set<Iri>();
    for (const judged of records) {
      for (const { iri, kind, node, record, pointer } of mentions(judged)) {
        if (kind !== 'Agent' || node === undefined) continue;
        for (const { text } of textsOf(node, 'name')) {
          const name = text.trim().toLowerCase();
          const known = iriByName.get(name) ?? iri;
          iriByName.set(name, known);
          if (name === '' || known === iri || told.has(iri)) continue;
          told.add(iri);
          yield { record, pointer: `${pointer}/@id`, message: twoAgents(text.trim(), known) };
        }
      }
    }
  },
};

function twoAgents(name: string, iri: Iri): CatalogHit['message'] {
  return {
    sv: `${name} finns redan med en annan IRI och syns då två gånger i portalen. Använd ${iri} överallt.`,
    en: `${name} is there already with another IRI, and will show twice in the portal. Use ${iri} everywhere.`,
  };
}

export const agentRules: readonly CatalogRule[] = [oneMeaning, oneAgent];
