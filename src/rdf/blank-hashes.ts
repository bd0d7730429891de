import { hash } from 'node:crypto';
import type { Graph, TermId } from './graph.ts';

/** What is said of nodes in a circle is told apart by looking this many steps around; a longer way round makes twins. */
const mostRounds = 32;

/**
 * What is said of each blank node, as 16 hex digits: equal for nodes of which the same is said, whatever the document
 * calls them and in whatever order it speaks. A node waits for those that it refers to; nodes in circles, who would wait for
 * ever, are told apart by looking one step further in each round. The time is linear in the statements.
 */
export function blankHashes(
  graph: Graph,
  plainTerm: (term: TermId) => string,
): (term: TermId) => string {
  const hashes = new Map<TermId, string>();
  const hashOf = (term: TermId): string => hashes.get(term) ?? nothing;
  const said = (node: TermId): string => digest(saidOf(node, hashOf));

  /** Lines about the node; what it refers to stands there by its hash. */
  function saidOf(node: TermId, named: (term: TermId) => string): string[] {
    return graph.statements(node).map((quad) => {
      const object = graph.object(quad);
      const end = graph.isBlank(object) ? `_:${named(object)}` : plainTerm(object);
      return `${plainTerm(graph.predicate(quad))} ${end}`;
    });
  }

  const { waiting, referrers } = references(graph);
  const ready = [...waiting.keys()].filter((node) => waiting.get(node) === 0);
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    hashes.set(node, said(node));
    waiting.delete(node);
    for (const referrer of referrers.get(node) ?? []) {
      const left = (waiting.get(referrer) ?? 0) - 1;
      waiting.set(referrer, left);
      if (left === 0) ready.push(referrer);
    }
  }
  for (const tangle of tangles(waiting, referrers)) {
    for (const node of tangle) hashes.set(node, 'circle');
    let kinds = 1;
    for (let round = 0; round < mostRounds; round++) {
      const next = tangle.map((node) => [node, said(node)] as const);
      for (const [node, text] of next) hashes.set(node, text);
      const found = new Set(next.map(([, text]) => text)).size;
      if (round > 0 && found === kinds) break;
      kinds = found;
    }
  }
  return hashOf;
}

/** How many statements each blank node waits for, and who waits for it. */
function references(graph: Graph): {
  readonly waiting: Map<TermId, number>;
  readonly referrers: ReadonlyMap<TermId, readonly TermId[]>;
} {
  const waiting = new Map<TermId, number>();
  const referrers = new Map<TermId, TermId[]>();
  for (let quad = 0; quad < graph.size; quad++) {
    const subject = graph.subject(quad);
    if (!graph.isBlank(subject)) continue;
    const object = graph.object(quad);
    const waits = graph.isBlank(object) && graph.isSubject(object);
    waiting.set(subject, (waiting.get(subject) ?? 0) + (waits ? 1 : 0));
    if (!waits) continue;
    const others = referrers.get(object);
    if (others === undefined) referrers.set(object, [subject]);
    else others.push(subject);
  }
  return { waiting, referrers };
}

/** The nodes left, in groups that do not refer to each other: what is said in one has no bearing on another. */
function tangles(
  left: ReadonlyMap<TermId, number>,
  referrers: ReadonlyMap<TermId, readonly TermId[]>,
): readonly (readonly TermId[])[] {
  const neighbours = new Map<TermId, TermId[]>([...left.keys()].map((node) => [node, []]));
  for (const node of left.keys()) {
    for (const referrer of referrers.get(node) ?? []) {
      neighbours.get(node)?.push(referrer);
      neighbours.get(referrer)?.push(node);
    }
  }
  const done = new Set<TermId>();
  const groups: TermId[][] = [];
  for (const start of left.keys()) {
    const group: TermId[] = [];
    const open = [start];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (done.has(node)) continue;
      done.add(node);
      group.push(node);
      for (const neighbour of neighbours.get(node) ?? []) open.push(neighbour);
    }
    if (group.length > 0) groups.push(group);
  }
  return groups;
}

function digest(lines: readonly string[]): string {
  return hash('sha256', [...new Set(lines)].sort().join('\n'), 'hex').slice(0, 16);
}

/** The hash of a node of which nothing is said. */
const nothing = digest([]);
