import { syntaxes } from '../../rdf/syntaxes/registry.ts';
import type { RequestBody } from '../route.ts';
import type { Services } from '../services.ts';
import { rdfContent } from './record-schemas.ts';

/** All syntaxes that can be read: ours, and the two with named graphs. */
const documentMediaTypes: readonly string[] = [
  ...Object.values(syntaxes).map((entry) => entry.mediaType),
  'application/trig',
  'application/n-quads',
];

/** An RDF document as a request's body, plain or as a file in a form. @param limit bytes */
export function documentBody(services: Services, limit: number): RequestBody {
  const example = rdfContent(services, 'dataset');
  return {
    description: {
      sv: 'Ett RDF-dokument, eller ett formulär med det i fältet file.',
      en: 'An RDF document, or a form with it in the field file.',
    },
    limit,
    content: {
      ...Object.fromEntries(documentMediaTypes.map((type) => [type, example(type)])),
      'multipart/form-data': {
        schema: { type: 'object', required: ['file'], properties: { file: { type: 'string' } } },
        example: { file: 'catalog.rdf' },
      },
    },
  };
}
