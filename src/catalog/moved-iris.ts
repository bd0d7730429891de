import type { Iri } from '../kernel/iri.ts';
import type { NodeObject } from '../profile/record.ts';

/**
 * A description that has moved from one address to another: its own IRI and those below it (`#contact`, `/distributions/csv`)
 * follow, in values and in `extra` alike.
 */
export function movedIris(node: NodeObject, before: Iri, after: Iri): NodeObject {
  const moved = (iri: string): string =>
    iri === before || iri.startsWith(`${before}#`) || iri.startsWith(`${before}/`)
      ? after + iri.slice(before.length)
      : iri;
  const { extra, ...described } = node;
  const text = JSON.stringify(described);
  if (!text.includes(before) && extra === undefined) return node;
  const result = JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' ? moved(value) : value,
  ) as NodeObject;
  if (!Array.isArray(extra)) return extra === undefined ? result : { ...result, extra };
  const lines = extra.map((line) =>
    typeof line === 'string'
      ? line.replace(/<([^<>]*)>/g, (_whole, iri: string) => `<${moved(iri)}>`)
      : line,
  );
  return { ...result, extra: lines };
}
