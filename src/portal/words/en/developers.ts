import type { Words } from '../words.ts';

/** The guide to the API. */
export const developers: Words['developers'] = {
  title: 'For developers',
  description:
    'Search, fetch and follow the catalogue from programs of your own: JSON, RDF and feeds, without a key.',
  intro:
    'Everything on the site can be fetched by programs. Reading needs neither an account nor a key, and replies may be used from any web site (CORS). The lines here work on this very site: copy and run them.',
  openApi: 'The whole API as OpenAPI 3.1',
  profile: 'The metadata profile with all properties and rules',
  vocabularies: 'The vocabularies',
  context: 'The JSON-LD context',
  shapes: 'SHACL of the profile',
  examples: {
    search: {
      title: 'Search',
      text: 'The same search as on the web page, with the same parameters. Inflected forms and compounds are found.',
    },
    narrow: {
      title: 'Narrow and count',
      text: 'Filters may be repeated: within a facet any of the values will do, between facets all must hold. With facets the hits are counted.',
    },
    record: {
      title: 'Fetch a dataset',
      text: 'One address for each thing. Browsers get a page, programs get JSON, or the form that Accept or the end of the address asks for.',
    },
    rdf: {
      title: 'As RDF',
      text: 'Turtle, RDF/XML, JSON-LD and N-Triples, by DCAT-AP-SE. With profile=eu you get DCAT-AP 3.0.1.',
    },
    catalog: {
      title: 'The whole catalogue',
      text: 'All descriptions in one document, streamed. This is also how the national data portal fetches it.',
    },
    feed: {
      title: 'Follow a search',
      text: 'Every search is a feed, as Atom or JSON Feed: add .atom or .jsonfeed before the question mark.',
    },
    unchanged: {
      title: 'Fetch only what has changed',
      text: 'Replies have an ETag. Send it back in If-None-Match, and the reply is 304 without content when nothing has happened.',
    },
  },
  pages: {
    title: 'Pages of lists',
    text: 'Lists answer with items, total and next. Follow next until there is none; it works however long the list is. limit is at most 1,000.',
  },
  faults: {
    title: 'Faults',
    text: 'Faults are application/problem+json (RFC 9457), in Swedish or English by Accept-Language. Every code has a page that explains it.',
  },
  limits: {
    title: 'Limits',
    text: 'Calls per minute are limited for each address; the header RateLimit-Policy says how many. At 429 and 503, Retry-After says how long to wait. Please give a contact in User-Agent.',
  },
  writing: {
    title: 'Writing',
    text: 'Publishers write with an access token in the header Authorization: Bearer. The token is made in the workspace and has one or more scopes: read, write, publish, administer. A JWT of the issuer that the operator has set will do too. Scores are at /api/v1/quality, and the log of your organisation at /api/v1/audit. Anybody can have a description judged without its being kept.',
  },
};
