import { type IActiveTag, RdfXmlParser } from 'rdfxml-streaming-parser';
import type { CatalogError } from '../kernel/errors.ts';
import type { Budgets } from './budgets.ts';
import { DocumentGraph, type ParsedDocument, type TermQuad } from './document-graph.ts';
import { documentIssue, invalidDocument, isSettledFault, type Place } from './invalid-document.ts';
import { defineEntities, readEntities } from './rdfxml-entities.ts';

/** What we use of the XML parser inside the RDF/XML parser. */
interface XmlParser {
  readonly line: number;
  readonly column: number;
  readonly ENTITIES: Record<string, string>;
  close(): void;
}

type Tag = Parameters<RdfXmlParser['onTag']>[0];

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

const rdfAttributes = new Set(['about', 'ID', 'nodeID', 'resource', 'datatype', 'parseType']);

/**
 * RDF/XML into a graph. RDF 1.1 XML Syntax.
 *
 * @throws CatalogError `invalid-document` with line and column, `document-too-large`.
 */
export function parseRdfXml(
  text: Iterable<string>,
  { base, budgets }: { readonly base: string | undefined; readonly budgets: Budgets },
): ParsedDocument {
  const document = new DocumentGraph(budgets);
  const parser = new GuardedRdfXmlParser(document, budgets, base);
  document.place = () => parser.place();
  try {
    for (const chunk of text) parser.feed(chunk);
    parser.finish();
  } catch (error) {
    if (isSettledFault(error)) throw error;
    throw syntaxFault(error, parser.place());
  }
  return document.finish();
}

/**
 * The streaming parser without its stream: it is driven by hand, hands each statement on at once, and is stricter where
 * the original loses something silently (text beside elements, attributes without a namespace) or can be made to burn
 * (depth, entities).
 */
class GuardedRdfXmlParser extends RdfXmlParser {
  private readonly document: DocumentGraph;
  private readonly budgets: Budgets;
  private failure: unknown;
  private atRoot = true;

  constructor(document: DocumentGraph, budgets: Budgets, base: string | undefined) {
    super({
      // Terms of ours go in; the parser's own types know only whole RDF/JS terms.
      dataFactory: document as never,
      trackPosition: true,
      validateUri: false,
      ...(base === undefined ? {} : { baseIRI: base }),
    });
    this.document = document;
    this.budgets = budgets;
    this.on('error', (error) => {
      this.failure ??= error;
    });
  }

  place(): Place {
    return { line: this.xml().line, column: this.xml().column + 1 };
  }

  /** @throws what the parser found wrong so far. */
  feed(chunk: string): void {
    this._transform(chunk, 'utf8', (error) => {
      this.failure ??= error ?? undefined;
    });
    if (this.failure !== undefined) throw this.failure;
  }

  /** @throws when an element is still open. */
  finish(): void {
    if (this.atRoot) throw new SyntaxError('There is no XML element in the document.');
    this.xml().close();
    if (this.failure !== undefined) throw this.failure;
  }

  override push(quad: unknown): boolean {
    this.document.take(quad as TermQuad);
    return true;
  }

  protected override onTag(tag: Tag): void {
    const stack = this.tags();
    if (this.atRoot) {
      this.atRoot = false;
      // §2.6: rdf:RDF may be left out when there is one node; the parser only knows nodes inside it.
      if (tag.uri !== rdf || tag.local !== 'RDF') {
        if (tag.uri === '') throw this.newParseError(`<${tag.name}> is not RDF/XML`);
        stack.push({ childrenParseType: 0, baseIRI: this['baseIRI' as never] });
      }
    }
    if (stack.length > this.budgets.depth) {
      throw this.newParseError(`Elements inside one another deeper than ${this.budgets.depth}`);
    }
    const parent = stack.at(-1);
    if (parent?.childrenStringTags === undefined) {
      this.nameText(parent?.text);
      if (parent !== undefined) parent.text = '';
      for (const name in tag.attributes) {
        const attribute = tag.attributes[name];
        if (attribute?.uri === '' && name !== 'xmlns') this.nameAttribute(name, attribute.value);
      }
    }
    super.onTag(tag);
    // Kept for XML literals that we do not ask for, and copied for every element.
    const active = stack.at(-1);
    if (active !== undefined) delete active.namespaces;
  }

  protected override onText(text: string): void {
    const tag = this.tags().at(-1);
    if (tag === undefined) return;
    if (tag.childrenStringTags !== undefined) tag.childrenStringTags.push(escapeXml(text));
    // The parser keeps the last piece only; a text broken by CDATA has several.
    else if (tag.predicate && !tag.hadChildren) tag.text = (tag.text ?? '') + text;
    else this.nameText(text);
  }

  protected override onDoctype(doctype: string): void {
    defineEntities(this.xml().ENTITIES, readEntities(doctype, this.budgets), this.budgets);
  }

  private nameText(text: string | undefined): void {
    if (text === undefined || !/\S/.test(text)) return;
    const shown = text.trim().slice(0, 200);
    this.document.note({
      sv: `Texten ”${shown}” står utanför varje egenskap och betyder inget i RDF/XML.`,
      en: `The text “${shown}” stands outside every property and means nothing in RDF/XML.`,
    });
  }

  private nameAttribute(name: string, value: string): void {
    if (rdfAttributes.has(name)) {
      throw this.newParseError(`The attribute ${name} must be written rdf:${name}`);
    }
    this.document.note({
      sv: `Attributet ${name}="${value.slice(0, 200)}" saknar namnrymd och betyder inget i RDF/XML.`,
      en: `The attribute ${name}="${value.slice(0, 200)}" has no namespace and means nothing in RDF/XML.`,
    });
  }

  private tags(): IActiveTag[] {
    return this['activeTagStack' as never] as IActiveTag[];
  }

  private xml(): XmlParser {
    return this['saxParser' as never] as XmlParser;
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function syntaxFault(error: unknown, fallback: Place): CatalogError {
  const raw = error instanceof Error ? error.message : String(error);
  const placed = /^(?:Line (\d+) column (\d+)|(\d+):(\d+)): /.exec(raw);
  const line = placed?.[1] ?? placed?.[3];
  const place: Place =
    line === undefined
      ? fallback
      : { line: Number(line), column: Number(placed?.[2] ?? placed?.[4]) };
  const detail = raw.slice(placed?.[0].length ?? 0).slice(0, 300);
  return invalidDocument(
    [
      documentIssue(
        {
          sv: `Dokumentet kan inte läsas: ${detail}`,
          en: `The document cannot be read: ${detail}`,
        },
        place,
      ),
    ],
    error,
  );
}
