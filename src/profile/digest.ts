import { hash } from 'node:crypto';
import { isJsonObject } from '../kernel/json.ts';

/**
 * One text for one meaning: RDF knows neither the order of keys nor of values, nor a value said twice. Two descriptions with equal
 * digests are the same graph. RDF 1.2 Concepts §3; in the manner of RFC 8785, with arrays sorted as well.
 */

/** Deeper than this nothing is looked at: `validate` refuses such a record, so that it is never kept. */
const deepest = 64;

/** The members of a record that are not part of its description. */
const outside: ReadonlySet<string> = new Set(['@context', 'record']);

/** SHA-256, in 64 lower-case hexadecimal digits, of the description in canonical form, leaving out `@context` and `record`. */
export function digest(content: Readonly<Record<string, unknown>>): string {
  return hash('sha256', canonicalObject(content, outside, 0), 'hex');
}

/**
 * The value as JSON with keys sorted, arrays sorted by their members' canonical form, each member once. What JSON cannot
 * say (undefined) is left out. Never throws on JSON.
 */
export function canonicalJson(value: unknown): string {
  return canonical(value, 0);
}

function canonical(value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (depth > deepest) return 'null';
  if (Array.isArray(value)) return canonicalArray(value, depth);
  if (isJsonObject(value)) return canonicalObject(value, undefined, depth);
  return JSON.stringify(value) ?? 'null';
}

function canonicalArray(values: readonly unknown[], depth: number): string {
  if (values.length === 1) return `[${canonical(values[0], depth + 1)}]`;
  const members = new Set<string>();
  for (const value of values) members.add(canonical(value, depth + 1));
  return `[${[...members].sort().join()}]`;
}

function canonicalObject(
  value: Readonly<Record<string, unknown>>,
  skip: ReadonlySet<string> | undefined,
  depth: number,
): string {
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined || skip?.has(key)) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(member, depth + 1)}`;
  }
  return `{${text}}`;
}
