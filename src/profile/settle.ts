import type { Iri } from '../kernel/iri.ts';
import { type Issue, pointer } from '../kernel/issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../kernel/json.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import type { ClassPlan, Plan, PropertyPlan } from './plan.ts';
import type { NodeObject, RecordContent } from './record.ts';
import { withBothFormats } from './settle-formats.ts';
import { type Newcomer, nameNewcomers, withIris } from './settle-iris.ts';
import {
  isBareReference,
  settleText,
  settleType,
  settleValue,
  unwrapped,
} from './settle-values.ts';

/**
 * A description made ready to be kept: every node has an IRI and a type, every value the one form that its property has,
 * every key its place. What is wrong is left as it stands, for `validate` to explain. Settling twice changes nothing more.
 * DCAT-AP-SE 3.0.1, on blank nodes: helper nodes get IRIs of ours, so that the same description makes the same graph.
 */

/** Deeper than this nothing is settled; `validate` refuses such a record. */
const deepest = 32;

export interface SettleOptions {
  /** The subject of the description. */
  readonly iri: Iri;
  /** What IRIs of nodes without one begin with, when the subject is not ours: our address of the record. */
  readonly prefix?: Iri | undefined;
  /** Lets file types and common names become media types, and lets `format` and `mediaType` fill each other. */
  readonly vocabularies?: Vocabularies | undefined;
}

export interface Settled {
  readonly content: RecordContent;
  /** What was changed in meaning, for the person who wrote it. */
  readonly notes: readonly Issue[];
}

/** Settles any JSON object as a description of the class. Never throws on what a person can write. */
export function settle(
  record: NodeObject,
  className: string,
  plan: Plan,
  { iri, prefix = iri, vocabularies }: SettleOptions,
): Settled {
  const notes: Issue[] = [];
  const newcomers: Newcomer[] = [];
  const taken = new Set<Iri>();

  function settleNode(
    given: NodeObject,
    cls: ClassPlan,
    place: { readonly path: string; readonly depth: number; readonly id: JsonValue },
  ): Record<string, JsonValue> {
    const node =
      vocabularies === undefined ? given : withBothFormats(given, cls, vocabularies, note);
    const settled: Record<string, JsonValue> = {
      '@id': place.id,
      '@type': settleType(given['@type'], cls),
    };
    for (const property of cls.properties) {
      const value = settleProperty(node[property.name], property, settled, place);
      if (value !== undefined) settled[property.name] = value;
    }
    for (const [key, value] of Object.entries(node)) {
      if (value === undefined || value === null || cls.property.has(key)) continue;
      if (key === '@id' || key === '@type' || (place.depth === 0 && ofTheRecord.has(key))) continue;
      // Defined, not assigned: a key named __proto__ must stay a key, so that it is seen and refused.
      Object.defineProperty(settled, key, {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return settled;

    function note(name: string, issue: Omit<Issue, 'pointer'>): void {
      notes.push({ ...issue, pointer: place.path + pointer(name) });
    }
  }

  function settleProperty(
    value: JsonValue | undefined,
    property: PropertyPlan,
    parent: Record<string, JsonValue>,
    { path, depth }: { readonly path: string; readonly depth: number },
  ): JsonValue | undefined {
    if (value === undefined || value === null) return undefined;
    if (property.node === 'text') return settleText(value, property);
    const at = `${path}${pointer(property.name)}`;
    if (!property.many) {
      return Array.isArray(value) && value.length === 0
        ? undefined
        : settleMember(unwrapped(value), at);
    }
    const members: readonly JsonValue[] = Array.isArray(value) ? value : [value];
    if (members.length === 0) return undefined;
    return members.map((member, index) => settleMember(member, `${at}/${index}`));

    function settleMember(member: JsonValue, where: string): JsonValue {
      if (!isJsonObject(member) || isBareReference(member)) return settleValue(member, property);
      if (property.class === undefined || depth >= deepest) return member;
      return settleResource(member, property, property.class, {
        parent,
        path: where,
        depth: depth + 1,
      });
    }
  }

  function settleResource(
    node: JsonObject,
    property: PropertyPlan,
    nodeClass: string,
    place: {
      readonly parent: Record<string, JsonValue>;
      readonly path: string;
      readonly depth: number;
    },
  ): JsonObject {
    const id = node['@id'] ?? '';
    const isNew = typeof id === 'string' && (id === '' || id.startsWith('_:'));
    const settled = settleNode(node, plan.class(nodeClass), { ...place, id: isNew ? '' : id });
    if (isNew) newcomers.push({ node: settled, property: property.name, label: id, ...place });
    else if (typeof id === 'string') taken.add(id);
    return settled;
  }

  const content = settleNode(record, plan.class(className), { path: '', depth: 0, id: iri });
  const labels = new Map(nameNewcomers(newcomers, prefix, taken));
  const label: unknown = record['@id'];
  if (typeof label === 'string' && label.startsWith('_:')) labels.set(label, iri);
  const extra = settleExtra(record.extra, labels);
  if (extra !== undefined) content.extra = extra;
  return { content: content as RecordContent, notes };
}

/** What a new record of the class says when its maker says nothing. */
export function defaultsFor(className: string, plan: Plan): NodeObject {
  const entries: [string, JsonValue][] = [];
  for (const { name, default: value } of plan.class(className).properties) {
    if (value !== undefined) entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

/** Members of the whole record that are no properties: the context and what the platform says are no part of what is kept. */
const ofTheRecord: ReadonlySet<string> = new Set(['@context', 'record', 'extra']);

/** What the profile does not know, each line once and in order, speaking of nodes by the IRIs that they got. */
function settleExtra(
  extra: JsonValue | undefined,
  byLabel: ReadonlyMap<string, Iri>,
): JsonValue | undefined {
  if (extra === undefined || extra === null) return undefined;
  if (!Array.isArray(extra) || !extra.every((line) => typeof line === 'string')) return extra;
  if (extra.length === 0) return undefined;
  return [...new Set(extra.map((line) => withIris(line, byLabel)))].sort();
}
