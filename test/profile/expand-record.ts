import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import type { JsonObject } from '../../src/kernel/json.ts';

const contextAddress = 'https://data.exempelkommun.se/context.jsonld';

/** The record as N-Quads when the context is fetched from its address, as anyone else would read it. */
export async function nQuadsOf(record: JsonObject, context: JsonObject): Promise<string> {
  const documentLoader = async (url: string) => {
    if (url !== contextAddress) throw new Error(`Nothing but the context is served, not ${url}.`);
    return { contextUrl: undefined, documentUrl: url, document: structuredClone(context) };
  };
  const text = await jsonld.toRDF(
    { '@context': contextAddress, ...structuredClone(record) } as jsonld.JsonLdDocument,
    { documentLoader, format: 'application/n-quads', safe: false } as jsonld.Options.ToRdf,
  );
  return String(text);
}

export function quadsOf(nQuads: string): Quad[] {
  return new Parser({ format: 'N-Quads' }).parse(nQuads);
}
