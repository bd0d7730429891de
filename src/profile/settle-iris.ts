import { hash } from 'node:crypto';
import type { Iri } from '../kernel/iri.ts';
import type { JsonValue } from '../kernel/json.ts';
import { canonicalJson } from './digest.ts';

/**
 * IRIs for nodes that have none: `{prefix}#{property}-{n}`. Newcomers of one property are numbered in the order of what they
 * say, never of where they stood, so that a source which shuffles its blank nodes makes no change. What lies in a node with
 * an IRI of its own, such as the address of a contact that many records share, is named by that IRI and by what it says:
 * every record that describes the contact then describes the same address. RDF 1.1 Concepts §3.5.
 */

/** A node that came without an IRI, or with a blank node label, which means nothing outside its document. */
export interface Newcomer {
  readonly node: Record<string, JsonValue>;
  readonly parent: Readonly<Record<string, JsonValue>>;
  readonly property: string;
  /** Levels below the record: parents are named before their children. */
  readonly depth: number;
  /** `_:b0`, or nothing: nodes with one label are one node. */
  readonly label: string;
}

/** Writes the IRI of each newcomer into its `@id`, taking the lowest free numbers. Answers the IRIs by blank node label. */
export function nameNewcomers(
  newcomers: readonly Newcomer[],
  prefix: Iri,
  taken: Set<Iri>,
): ReadonlyMap<string, Iri> {
  const byLabel = new Map<string, Iri>();
  if (newcomers.length === 0) return byLabel;
  const lowest = new Map<string, number>();
  for (const newcomer of inStableOrder(newcomers)) {
    const { node, label, property } = newcomer;
    const iri = byLabel.get(label) ?? shared(newcomer, prefix) ?? free(property);
    if (label !== '') byLabel.set(label, iri);
    node['@id'] = iri;
  }
  return byLabel;

  function free(property: string): Iri {
    let number = lowest.get(property) ?? 1;
    while (taken.has(`${prefix}#${property}-${number}`)) number += 1;
    lowest.set(property, number + 1);
    return `${prefix}#${property}-${number}`;
  }
}

/** The IRI of a node in one that belongs to more than this record; undefined where the record alone is meant. */
function shared({ node, parent, property, depth }: Newcomer, prefix: Iri): Iri | undefined {
  const owner: unknown = parent['@id'];
  const site = /^https?:\/\/[^/?#]+/.exec(prefix)?.[0];
  // Right under the record, whatever IRI that has, it is the record's own.
  if (site === undefined || depth < 2 || typeof owner !== 'string') return undefined;
  if (isPartOf(owner, prefix)) return undefined;
  const said = hash('sha256', `${owner}\n${property}\n${canonicalJson(node)}`, 'hex');
  return `${site}/.well-known/genid/${said.slice(0, 32)}`;
}

function isPartOf(iri: Iri, prefix: Iri): boolean {
  return iri === prefix || iri.startsWith(`${prefix}#`) || iri.startsWith(`${prefix}/`);
}

/** Level by level, as a child's place depends on its parent's IRI. */
function* inStableOrder(newcomers: readonly Newcomer[]): Iterable<Newcomer> {
  const levels = Map.groupBy(newcomers, ({ depth }) => depth);
  for (const depth of [...levels.keys()].sort((one, other) => one - other)) {
    const level = levels.get(depth) ?? [];
    if (level.length === 1) {
      yield* level;
      continue;
    }
    const keyed = level.map((newcomer) => ({
      newcomer,
      key: `${canonicalJson(newcomer.parent['@id'] ?? null)}\n${canonicalJson(newcomer.node)}`,
    }));
    keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
    for (const { newcomer } of keyed) yield newcomer;
  }
}

/** A line of N-Triples with the IRIs that its blank nodes became. A literal never ends in a label, so text stays as it is. */
export function withIris(line: string, byLabel: ReadonlyMap<string, Iri>): string {
  const subject = byLabel.get(/^_:\S+/.exec(line)?.[0] ?? '');
  const object = byLabel.get(/\s(_:\S+)\s*\.$/.exec(line)?.[1] ?? '');
  const about = subject === undefined ? line : line.replace(/^_:\S+/, `<${subject}>`);
  return object === undefined ? about : about.replace(/(?<=\s)_:\S+\s*\.$/, `<${object}> .`);
}
