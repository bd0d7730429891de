import { type Iri, isAbsoluteIri } from '../kernel/iri.ts';
import type { Issue, Localized } from '../kernel/issue.ts';
import { isWritable } from './judge-writable.ts';
import { formIssue, messages, profileIssue } from './messages.ts';
import type { NodeObject } from './record.ts';

/**
 * Statements that the profile does not know are written out as they stand, so each line must be one whole N-Triples statement,
 * about a thing that this record names. RDF 1.2 N-Triples §2 and §7.
 */

const iriRef = '<((?:[^\\u0000-\\u0020<>"{}|^`\\\\]|\\\\u[0-9A-Fa-f]{4}|\\\\U[0-9A-Fa-f]{8})*)>';
const blank = '_:[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.·-]*[\\p{L}\\p{N}_-])?';
const string = '"((?:[^"\\\\\\r\\n]|\\\\[tbnrf"\'\\\\]|\\\\u[0-9A-Fa-f]{4}|\\\\U[0-9A-Fa-f]{8})*)"';
const statement = new RegExp(
  `^(?:${iriRef}|${blank}) +${iriRef} +(?:${iriRef}|${blank}|${string}(?:@[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*|\\^\\^${iriRef})?) *\\.$`,
  'u',
);

/** A line of `extra`, read. */
export interface ExtraStatement {
  /** Undefined for a blank node. */
  readonly subject: string | undefined;
  readonly predicate: string;
  /** Undefined for a blank node or a literal. */
  readonly object: string | undefined;
}

/** The statement on a line, or undefined when it is not one that can be written. */
export function extraStatement(line: string): ExtraStatement | undefined {
  const parts = statement.exec(line);
  if (parts === null) return undefined;
  const [, subject, predicate = '', object, text, datatype] = parts.map((part) =>
    part === undefined ? undefined : unescaped(part),
  );
  const iris = [subject, predicate, object, datatype].filter((iri) => iri !== undefined);
  if (!iris.every(isAbsoluteIri) || (text !== undefined && !isWritable(text))) return undefined;
  return { subject, predicate, object };
}

/** What a class allows its records to say in `extra`. */
export interface ExtraLimits {
  /** A catalogue keeps what its document says of things that no record names. */
  readonly ofAnything?: boolean;
  /** Predicates of the record that only the program writes: `dcat:dataset` of a catalogue. */
  readonly computed?: ReadonlySet<Iri>;
}

/**
 * An issue for each line of `extra` that cannot be kept; for each that speaks of a catalogue record, which the Swedish profile
 * forbids (V025). DCAT-AP-SE 3.0.1, CatalogRecord.
 */
export function judgeExtra(
  record: NodeObject,
  { ofAnything = false, computed = new Set() }: ExtraLimits = {},
): readonly Issue[] {
  const { extra } = record;
  if (!Array.isArray(extra) || extra.length === 0) return [];
  const lines = extra.map((line: unknown) =>
    typeof line === 'string' ? (extraStatement(line) ?? 'malformed') : undefined,
  );
  const named = new Set(textsIn({ ...record, extra: undefined }, 0));
  for (const line of lines) {
    if (typeof line === 'object' && line.object !== undefined) named.add(line.object);
  }
  return lines.flatMap((line, index) => {
    if (line === 'malformed') return [fault(index, notOne)];
    if (line?.predicate === recordLink || line?.object === recordClass) {
      return [profileIssue('V025', `/extra/${index}`, messages.catalogRecord)];
    }
    if (line?.subject === record['@id'] && computed.has(line?.predicate ?? '')) {
      return [fault(index, notByHand)];
    }
    if (ofAnything) return [];
    return line?.subject === undefined || named.has(line.subject) ? [] : [fault(index, notOurs)];
  });
}

function fault(index: number, reason: Localized): Issue {
  return formIssue('extra-statement', `/extra/${index}`, messages.extra(reason));
}

const recordLink = 'http://www.w3.org/ns/dcat#record';
const recordClass = 'http://www.w3.org/ns/dcat#CatalogRecord';

const notByHand: Localized = {
  sv: 'den länken gör systemet självt',
  en: 'the system makes that link itself',
};
const notOne: Localized = { sv: 'den är ingen hel sats', en: 'it is not one whole statement' };
const notOurs: Localized = {
  sv: 'den handlar om något som inte nämns här',
  en: 'it is about something that is not named here',
};

/** Every text in the record, its IRIs among them. */
function* textsIn(value: unknown, depth: number): Iterable<string> {
  if (typeof value === 'string') yield value;
  if (depth > 32 || typeof value !== 'object' || value === null) return;
  for (const member of Object.values(value)) yield* textsIn(member, depth + 1);
}

/** The text that a term with escapes stands for. What no syntax can write comes out as U+0000, which `isWritable` refuses. */
function unescaped(term: string): string {
  if (!term.includes('\\')) return term;
  return term.replace(/\\(?:u(.{4})|U(.{8})|(.))/g, (_, short, long, letter) => {
    if (letter !== undefined) return letter === 'b' || letter === 'f' ? '\u0000' : ' ';
    const code = Number.parseInt(short ?? long, 16);
    return code > 0x10ffff ? '\u0000' : String.fromCodePoint(code);
  });
}
