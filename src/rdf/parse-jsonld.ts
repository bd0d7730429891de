import jsonld from 'jsonld';
import { CatalogError } from '../kernel/errors.ts';
import type { Budgets } from './budgets.ts';
import { DocumentGraph, type ParsedDocument, type Term } from './document-graph.ts';
import { documentIssue, invalidDocument } from './invalid-document.ts';
import { guardJson, placeIn } from './json-guard.ts';

/** JSON-LD contexts that we know by their address, as documents or bare; no other is ever fetched. */
export type Contexts = Readonly<Record<string, object>>;

/** What jsonld gives for each statement. */
interface JsonLdQuad {
  readonly subject: JsonLdTerm;
  readonly predicate: JsonLdTerm;
  readonly object: JsonLdTerm;
  readonly graph: JsonLdTerm;
}

interface JsonLdTerm {
  readonly termType: Term['termType'];
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}

/** What jsonld says of an error beside its message. */
interface JsonLdErrorDetails {
  readonly url?: string;
  readonly event?: {
    readonly message?: string;
    readonly details?: Readonly<Record<string, unknown>>;
  };
}

/**
 * JSON-LD into a graph, with bundled contexts only and nothing dropped in silence: a key or an IRI that means nothing in
 * RDF is an error. JSON-LD 1.1; its processor's safe mode.
 *
 * @throws CatalogError `invalid-document` that names the context, key or IRI; `document-too-large`.
 */
export async function parseJsonLd(
  text: string,
  options: {
    readonly base: string | undefined;
    readonly budgets: Budgets;
    readonly contexts: Contexts;
  },
): Promise<ParsedDocument> {
  guardJson(text, options.budgets);
  const json = parseJson(text);
  const document = new DocumentGraph(options.budgets);
  for (const quad of await toQuads(json, options)) {
    document.take(
      document.quad(
        term(document, quad.subject),
        term(document, quad.predicate),
        term(document, quad.object),
        term(document, quad.graph),
      ),
    );
  }
  return document.finish();
}

async function toQuads(
  json: object,
  { base, contexts }: { readonly base: string | undefined; readonly contexts: Contexts },
): Promise<readonly JsonLdQuad[]> {
  const documentLoader = (url: string) => {
    const known = Object.hasOwn(contexts, url) ? contexts[url] : undefined;
    if (known === undefined) throw unknownContext(url, Object.keys(contexts));
    const document = '@context' in known ? known : { '@context': known };
    return Promise.resolve({ contextUrl: null, documentUrl: url, document });
  };
  const options = { documentLoader, safe: true, ...(base === undefined ? {} : { base }) };
  try {
    // The types know neither `safe` nor that the answer is a list of quads.
    return (await jsonld.toRDF(json, options as never)) as unknown as readonly JsonLdQuad[];
  } catch (error) {
    throw refusal(error);
  }
}

function parseJson(text: string): object {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.slice(0, 200) : String(cause);
    const position = /position (\d+)/.exec(detail)?.[1];
    const message = {
      sv: `Dokumentet är inte JSON: ${detail}`,
      en: `The document is not JSON: ${detail}`,
    };
    const place =
      position === undefined ? placeIn(text, text.length) : placeIn(text, Number(position));
    throw invalidDocument([documentIssue(message, place)], cause);
  }
  if (typeof json !== 'object' || json === null) {
    throw invalidDocument([
      documentIssue({
        sv: 'JSON-LD är ett objekt eller en lista av objekt.',
        en: 'JSON-LD is an object or an array of objects.',
      }),
    ]);
  }
  return json;
}

function term(document: DocumentGraph, { termType, value, language, datatype }: JsonLdTerm): Term {
  switch (termType) {
    case 'NamedNode':
      return document.namedNode(value);
    case 'BlankNode':
      return document.blankNode(value);
    case 'DefaultGraph':
      return document.defaultGraph();
    case 'Literal':
      return document.literal(
        value,
        language || (datatype === undefined ? undefined : document.namedNode(datatype.value)),
      );
  }
}

function unknownContext(url: string, known: readonly string[]): CatalogError {
  const list = known.join(', ') || '-';
  return invalidDocument([
    documentIssue({
      sv: `@context <${url}> hämtas inte. Skriv in den i dokumentet eller använd en av: ${list}.`,
      en: `@context <${url}> is not fetched. Write it into the document or use one of: ${list}.`,
    }),
  ]);
}

/** The reason that is ours, however deep the processor wrapped it; else the processor's own. */
function refusal(error: unknown): CatalogError {
  for (let cause = error, steps = 0; cause instanceof Error && steps < 10; steps++) {
    if (cause instanceof CatalogError) return cause;
    const details = (cause as { readonly details?: { readonly cause?: unknown } }).details;
    cause = cause.cause ?? details?.cause;
  }
  const { event, url } = (error as { readonly details?: JsonLdErrorDetails }).details ?? {};
  const message = event?.message ?? (error instanceof Error ? error.message : String(error));
  const named = event?.details ?? (url === undefined ? undefined : { url });
  const detail = `${message}${named === undefined ? '' : ` ${JSON.stringify(named)}`}`.slice(
    0,
    400,
  );
  return invalidDocument(
    [
      documentIssue({
        sv: `Dokumentet kan inte läsas som JSON-LD: ${detail}`,
        en: `The document cannot be read as JSON-LD: ${detail}`,
      }),
    ],
    error,
  );
}
