import { collections, type Kind } from '../../catalog/resource.ts';
import type { JsonValue } from '../../kernel/json.ts';
import { patchMediaTypes } from '../record-change.ts';
import type { MediaContent } from '../route.ts';

/** How the body of a PATCH of the kind is described in the OpenAPI document: each media type with an example of its own. */
export function patchContent(kind: Kind): Readonly<Record<string, MediaContent>> {
  return Object.fromEntries(
    patchMediaTypes.map((mediaType) => [
      mediaType,
      {
        schema: { type: mediaType.endsWith('json') ? 'object' : 'string' },
        example: exampleOf(mediaType, kind),
      },
    ]),
  );
}

function exampleOf(mediaType: string, kind: Kind): JsonValue {
  const iri = `https://data.example.se/${collections[kind]}/umea`;
  const { key, predicate } = kind === 'organization' ? name : description;
  const text = 'Environmental data of Umeå';
  switch (mediaType) {
    case 'application/sparql-update':
      return `INSERT DATA { <${iri}> <${predicate}> "${text}"@en }`;
    case 'text/n3':
      return (
        '@prefix solid: <http://www.w3.org/ns/solid/terms#> .\n' +
        `<> a solid:InsertDeletePatch ; solid:inserts { <${iri}> <${predicate}> "${text}"@en } .`
      );
    default:
      return { [key]: { en: text } };
  }
}

const name = { key: 'name', predicate: 'http://xmlns.com/foaf/0.1/name' };
const description = { key: 'description', predicate: 'http://purl.org/dc/terms/description' };
