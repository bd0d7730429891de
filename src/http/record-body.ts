import { addressOf } from '../catalog/catalog-context.ts';
import { unnamed } from '../catalog/create-resource.ts';
import { classOf, type Kind } from '../catalog/resource.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { Iri } from '../kernel/iri.ts';
import { isJsonObject, type JsonValue } from '../kernel/json.ts';
import type { NodeObject } from '../profile/record.ts';
import type { ReadRecord } from '../rdf/read-record.ts';
import { syntaxByMediaType } from '../rdf/syntaxes/registry.ts';
import { readBody, readJson } from './body.ts';
import { contentType } from './content-type.ts';
import type { Context } from './context.ts';
import { hangUp } from './hang-up.ts';
import { HttpProblem } from './http-problem.ts';
import { nowhere, type Placement, placement } from './placement.ts';
import type { Services } from './services.ts';

/** What a writer sent: a description, and what the body says of where it is to be kept. */
export interface RecordBody extends Placement {
  readonly node: NodeObject;
}

/** Media types in which a record can be sent. */
export const recordMediaTypes: readonly string[] = [
  'application/json',
  'application/ld+json',
  'text/turtle',
  'application/rdf+xml',
  'application/n-triples',
];

/**
 * Reads one record from the body, JSON or RDF, as the same plain description.
 * @throws HttpProblem `bad-request`, `payload-too-large`. @throws CatalogError `invalid-document` with every fault.
 */
export async function readRecord(
  ctx: Context,
  services: Services,
  kind: Kind,
): Promise<RecordBody> {
  const type = contentType(ctx) ?? 'application/json';
  if (type === 'application/json') return fromJson(await readJson(ctx, services.bodyLimit));
  const bytes = await readBody(ctx, services.bodyLimit);
  // `<>` in the document is the record: at its address, or at one that it gets with its name.
  const name = ctx.params.name ?? ctx.state.query.text('name') ?? unnamed;
  using gone = hangUp(ctx);
  return {
    node: await fromRdf(services, kind, bytes, {
      mediaType: type,
      base: addressOf(services.context.base, kind, name),
      signal: gone.signal,
    }),
    ...nowhere,
  };
}

/**
 * A JSON body as a description.
 * @throws HttpProblem `bad-request` when it is no object. @throws CatalogError `invalid-record` for `record`, as `placement` does.
 */
export function fromJson(body: JsonValue): RecordBody {
  if (!isJsonObject(body)) {
    throw new HttpProblem('bad-request', {
      sv: 'Skicka ett JSON-objekt: en post med sina egenskaper.',
      en: 'Send a JSON object: a record with its properties.',
    });
  }
  const { '@context': _, record, ...node } = body;
  return { node: node as NodeObject, ...placement(record) };
}

/** The one record of its class in an RDF document. @throws CatalogError `invalid-document` when there is none, or several. */
async function fromRdf(
  services: Services,
  kind: Kind,
  bytes: Buffer,
  {
    mediaType,
    base,
    signal,
  }: { readonly mediaType: string; readonly base: Iri; readonly signal: AbortSignal },
): Promise<NodeObject> {
  const className = classOf[kind];
  const syntax = syntaxByMediaType(mediaType);
  const { catalog, records } = await services.reader.readCatalog(bytes, {
    mediaType: syntax?.mediaType ?? mediaType,
    base,
    signal,
  });
  const all = catalog === undefined ? records : [catalog, ...records];
  const [first, ...others] = all.filter((record) => record.className === className);
  if (first !== undefined && others.length === 0) return withExtra(first);
  throw new CatalogError('invalid-document', {
    sv: `Dokumentet ska beskriva precis en ${className}; det beskriver ${first === undefined ? 'ingen' : others.length + 1}.`,
    en: `The document must describe exactly one ${className}; it describes ${first === undefined ? 'none' : others.length + 1}.`,
  });
}

/** A record as read, with the statements that the profile does not know. Its own IRI stays its `@id`. */
export function withExtra({ iri, record, extra }: ReadRecord): NodeObject {
  return {
    ...record,
    ...(iri === undefined ? {} : { '@id': iri }),
    ...(extra.length > 0 ? { extra: [...extra] } : {}),
  };
}
