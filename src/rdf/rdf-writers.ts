import type { Iri } from '../kernel/iri.ts';
import { literalDatatypes } from '../profile/literal-datatypes.ts';
import type { Plan } from '../profile/plan.ts';
import type { NodeObject, RecordContent } from '../profile/record.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import type { Statement } from './n-triples-line.ts';
import { namespaces } from './namespaces.ts';
import { jsonLd } from './syntaxes/json-ld.ts';
import { nTriples } from './syntaxes/n-triples.ts';
import { rdfXml } from './syntaxes/rdf-xml.ts';
import type { SyntaxName } from './syntaxes/registry.ts';
import type { Syntax } from './syntaxes/syntax.ts';
import { turtle } from './syntaxes/turtle.ts';
import type { ProfileName } from './write-block.ts';
import { compileWriter } from './write-class.ts';
import {
  type CompiledWriter,
  type DocumentOptions,
  type DocumentWriter,
  writeDocument,
} from './write-document.ts';
import { statementWriter } from './write-statements.ts';

/**
 * From records to RDF text, straight: no graph in memory. Each pair of syntax and profile is compiled when it is first
 * asked for and kept.
 */
export interface RdfWriters {
  /** A document about one record, with the agents given described in it. */
  record(content: RecordContent, className: string, options: RecordOptions): string;
  /** A document to be written piece by piece. */
  document(options: WriteOptions): DocumentWriter;
  /** A document of plain statements, best sorted by subject. */
  statements(statements: Iterable<Statement>, syntax: SyntaxName): string;
}

export interface WriteOptions extends DocumentOptions {
  readonly syntax: SyntaxName;
  /** `se` is DCAT-AP-SE 3.0.1, `eu` DCAT-AP 3.0.1. */
  readonly profile?: ProfileName;
}

export interface RecordOptions extends WriteOptions {
  /** Agents that the record refers to. */
  readonly describe?: readonly NodeObject[];
}

/** The writers of a plan. @param contextUrl where JSON-LD documents say that our context stands. */
export function rdfWriters(
  plan: Plan,
  vocabularies: Vocabularies,
  { contextUrl }: { readonly contextUrl: Iri },
): RdfWriters {
  const prefixes = usedPrefixes(plan);
  const make: Readonly<Record<SyntaxName, () => Syntax>> = {
    ttl: () => turtle(prefixes),
    rdf: () => rdfXml(prefixes),
    jsonld: () => jsonLd(contextUrl),
    nt: () => nTriples(),
  };
  const compiled = new Map<string, CompiledWriter>();

  function writer(name: SyntaxName, profile: ProfileName): CompiledWriter {
    const key = `${name} ${profile}`;
    const ready = compiled.get(key);
    if (ready !== undefined) return ready;
    const syntax = make[name]();
    const made = {
      plan,
      syntax,
      profile,
      writerOf: compileWriter(plan, vocabularies, syntax, profile),
      statements: statementWriter(syntax),
    };
    compiled.set(key, made);
    return made;
  }

  function document({ syntax, profile = 'se', ...options }: WriteOptions): DocumentWriter {
    return writeDocument(writer(syntax, profile), options);
  }

  return {
    document,
    record(content, className, { describe = [], ...options }) {
      const writing = document(options);
      let text = writing.open() + writing.record(content, className);
      for (const agent of describe) text += writing.record(agent, 'Agent');
      return text + writing.close();
    },
    statements(statements, syntax) {
      const writing = document({ syntax });
      return writing.open() + writing.statements(statements) + writing.close();
    },
  };
}

/** Those of the plan's prefixes that its own classes and properties need; a document begins with no others. */
function usedPrefixes(plan: Plan): Readonly<Record<string, Iri>> {
  const iris: Iri[] = [namespaces.rdf, namespaces.xsd];
  for (const { types, euTypes, properties } of plan.classes.values()) {
    iris.push(...Object.values(types), ...euTypes);
    for (const { iri, range, eu, format } of properties) {
      if (format !== undefined) iris.push(...literalDatatypes[format]);
      iris.push(iri, ...range, ...(eu.wrap === undefined ? [] : [eu.wrap.type, eu.wrap.property]));
    }
  }
  return Object.fromEntries(
    Object.entries(plan.prefixes).filter(([, base]) => iris.some((iri) => iri.startsWith(base))),
  );
}
