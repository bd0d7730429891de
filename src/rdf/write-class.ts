import type { Iri } from '../kernel/iri.ts';
import type { JsonValue } from '../kernel/json.ts';
import type { ClassPlan, Plan } from '../profile/plan.ts';
import type { NodeObject } from '../profile/record.ts';
import { mediaTypes } from '../vocabularies/media-types.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import type { Block, NodeType, Syntax } from './syntaxes/syntax.ts';
import {
  type DocumentState,
  type OpenBlock,
  openBlock,
  type ProfileName,
  type WriteValue,
} from './write-block.ts';
import { writeEuProperty } from './write-eu-property.ts';
import { writeProperty } from './write-property.ts';

/**
 * Writes a node and everything described inside it, as one block each. What is to be said about things that are only
 * referred to gathers in `state.references`. A block that the document has already, word for word, is left out: an agent or
 * a contact is described once in a file. DCAT-AP-SE 3.0.1, Agent and ContactPoint.
 */
export type WriteNode = (
  node: NodeObject,
  iri: Iri,
  state: DocumentState,
  more?: (block: Block) => string,
) => string;

/** More combinations of types than a class can sensibly have; beyond them nothing is remembered. */
const rememberedTypes = 64;

/**
 * The writer of each class in one syntax and profile, compiled when first asked for.
 * @throws Error when there is no such class: a fault of ours.
 */
export function compileWriter(
  plan: Plan,
  vocabularies: Vocabularies,
  syntax: Syntax,
  profile: ProfileName,
): (className: string) => WriteNode {
  const known = mediaTypes(vocabularies);
  const embedded = new Set(
    [...plan.classes.values()].flatMap(({ properties }) => properties.map((one) => one.class)),
  );
  const writers = new Map<string, WriteNode>();

  function writerOf(className: string): WriteNode {
    const ready = writers.get(className);
    if (ready !== undefined) return ready;
    const writer = writeClass(plan.class(className));
    writers.set(className, writer);
    return writer;
  }

  function writeClass(owner: ClassPlan): WriteNode {
    const around = { owner, syntax, vocabularies, mediaTypes: known };
    const writes: WriteValue[] = [];
    const slotOf = new Map<string, number>();
    for (const property of owner.properties) {
      if (property.computed) continue;
      const write =
        profile === 'eu' ? writeEuProperty(property, around) : writeProperty(property, syntax);
      if (write !== undefined) slotOf.set(property.name, writes.push(write) - 1);
    }
    const blockOf = blocks(owner, syntax, profile);
    const isEmbedded = embedded.has(owner.name);

    return (node, iri, state, more) => {
      const block = openBlock(syntax, state, iri, node);
      if (block === undefined) return '';
      // The values in the plan's order.
      const values = new Array<JsonValue | undefined>(writes.length);
      for (const name in node) {
        const slot = slotOf.get(name);
        if (slot !== undefined) values[slot] = node[name];
      }
      let body = '';
      for (let slot = 0; slot < values.length; slot++) {
        const value = values[slot];
        if (value !== undefined && value !== null) body += writes[slot]?.(block, value) ?? '';
      }
      if (more !== undefined) body += more(block);
      const own = blockOf(node)(block, body);
      const isSaid = isEmbedded && !isPart(iri, state.record) && !state.once.isNew(own);
      return (isSaid ? '' : own) + writeNested(block);
    };
  }

  function writeNested({ nested, state }: OpenBlock): string {
    let text = '';
    for (const { className, node, iri } of nested) text += writerOf(className)(node, iri, state);
    return text;
  }

  return writerOf;
}

/** Whether a node stands under the record's own IRI; then it is described nowhere else. */
function isPart(iri: Iri, record: Iri): boolean {
  if (!iri.startsWith(record)) return false;
  const next = iri[record.length];
  return next === '#' || next === '/';
}

type WriteBlock = (block: Block, body: string) => string;

/** The block of a node's types, kept for each combination of terms. */
function blocks(
  owner: ClassPlan,
  syntax: Syntax,
  profile: ProfileName,
): (node: NodeObject) => WriteBlock {
  const plain = new Map<string, WriteBlock>();
  const worn = new Map<string, WriteBlock>();
  return (node) => {
    const type = node['@type'] ?? owner.defaultType;
    const withEu = profile === 'eu' && wearsEuTypes(owner, node);
    const ready = withEu ? worn : plain;
    const key = typeof type === 'string' ? type : type.join(' ');
    const found = ready.get(key);
    if (found !== undefined) return found;
    const made = syntax.block(typesOf(owner, typeof type === 'string' ? [type] : type, withEu));
    if (ready.size < rememberedTypes) ready.set(key, made);
    return made;
  };
}

function typesOf(owner: ClassPlan, terms: readonly string[], withEu: boolean): readonly NodeType[] {
  const types: NodeType[] = [];
  const add = (type: NodeType) => {
    if (!types.some(({ iri }) => iri === type.iri)) types.push(type);
  };
  for (const term of terms) {
    const iri = Object.hasOwn(owner.types, term) ? owner.types[term] : undefined;
    if (iri !== undefined) add({ iri, term });
  }
  if (withEu) for (const iri of owner.euTypes) add({ iri });
  return types;
}

function wearsEuTypes({ euTypes, euTypesUnless }: ClassPlan, node: NodeObject): boolean {
  if (euTypes.length === 0) return false;
  if (euTypesUnless === undefined) return true;
  const value = node[euTypesUnless.property];
  return Array.isArray(value)
    ? !value.includes(euTypesUnless.value)
    : value !== euTypesUnless.value;
}
