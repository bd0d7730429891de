import type { Iri } from '../kernel/iri.ts';
import type { Issue } from '../kernel/issue.ts';
import { pointer } from '../kernel/issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../kernel/json.ts';
import { extraStatement } from './judge-extra.ts';
import { formIssue, messages } from './messages.ts';
import type { NodeObject } from './record.ts';

/**
 * What a record says of things beside itself. A document of ours is read as one graph, so that a record which describes
 * another's dataset, or an address of ours, would speak in its name. RDF 1.1 Concepts §1.2: a statement holds wherever it
 * stands.
 */

/** Something that a record describes, and where. */
export interface Claim {
  readonly iri: Iri;
  /** JSON Pointer to the node, or to the line of `extra`. */
  readonly pointer: string;
}

const deepest = 32;

/** Everything that the record makes statements about, itself left out; what it only refers to is not among them. */
export function* claimsOf(record: NodeObject): Iterable<Claim> {
  const own = record['@id'];
  for (const claim of claims(record as JsonObject, '', 0)) if (claim.iri !== own) yield claim;
}

/**
 * An issue for each claim about an address of ours that is not the record's to describe.
 * @param base the address of the site, without a slash at its end
 * @param own addresses of the record and of its organisation, and what else is theirs: those, and what lies under them by `#` or `/`
 */
export function judgeClaims(
  record: NodeObject,
  { base, own }: { readonly base: Iri; readonly own: readonly Iri[] },
): readonly Issue[] {
  const issues: Issue[] = [];
  for (const { iri, pointer: place } of claimsOf(record)) {
    if (!liesUnder(iri, base) || own.some((one) => liesUnder(iri, one))) continue;
    issues.push(formIssue('foreign-claim', place, messages.foreignClaim(iri)));
  }
  return issues;
}

/** Whether the IRI is an address, or lies under it. */
function liesUnder(iri: Iri, address: Iri): boolean {
  if (!iri.startsWith(address)) return false;
  const next = iri[address.length];
  return next === undefined || next === '#' || next === '/' || next === '?';
}

function* claims(value: JsonValue | undefined, place: string, depth: number): Iterable<Claim> {
  if (depth > deepest) return;
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) {
      yield* claims(member, `${place}/${index}`, depth + 1);
    }
    return;
  }
  if (!isJsonObject(value)) return;
  const { '@id': id, ...said } = value;
  if (typeof id === 'string' && Object.keys(said).length > 0) yield { iri: id, pointer: place };
  for (const [name, member] of Object.entries(said)) {
    const at = place + pointer(name);
    if (name === 'extra' && depth === 0) yield* statements(member, at);
    else yield* claims(member, at, depth + 1);
  }
}

function* statements(extra: JsonValue | undefined, place: string): Iterable<Claim> {
  if (!Array.isArray(extra)) return;
  for (const [index, line] of extra.entries()) {
    const subject = typeof line === 'string' ? extraStatement(line)?.subject : undefined;
    if (subject !== undefined) yield { iri: subject, pointer: `${place}/${index}` };
  }
}
