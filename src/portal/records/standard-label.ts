import type { FactValue } from './facts-of.ts';

/** A standard by its name, or by the last parts of its address when nothing tells what it is called: `badplats 1.0`. */
export function standardLabel(value: FactValue): FactValue {
  const { href, text } = value;
  return href === text ? { ...value, text: standardName(text) } : value;
}

/** The last parts of a standard's IRI; what is no address stays as it is. */
export function standardName(iri: string): string {
  const path = /^https?:\/\/([^/?#]+)\/?([^?#]*)/i.exec(iri);
  if (path === null) return iri;
  const parts = (path[2] ?? '').split('/').filter((part) => part !== '');
  return parts.length === 0 ? (path[1] ?? iri) : parts.slice(-2).join(' ');
}
