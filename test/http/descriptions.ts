import type { JsonObject } from '../../src/kernel/json.ts';

/** Descriptions to send: valid ones, in JSON and in each RDF syntax. */

const authority = 'http://publications.europa.eu/resource/authority';

/** A dataset that may be published. */
export function dataset(title = 'Badplatser i Umeå'): JsonObject {
  return {
    title: { sv: title, en: `${title} (English)` },
    description: { sv: 'Kommunala badplatser.', en: 'Municipal bathing places.' },
    theme: [`${authority}/data-theme/ENVI`],
    accessRights: `${authority}/access-right/PUBLIC`,
    distribution: [
      {
        '@type': 'Distribution',
        title: { sv: 'CSV-fil', en: 'CSV file' },
        accessUrl: 'https://data.umea.se/badplatser.csv',
        format: 'text/csv',
        license: 'http://creativecommons.org/publicdomain/zero/1.0/',
      },
    ],
  };
}

export function series(title = 'Badvatten år för år'): JsonObject {
  return {
    title: { sv: title, en: `${title} (English)` },
    description: { sv: 'En serie.', en: 'A series.' },
  };
}

export function service(title = 'Badplatser som API'): JsonObject {
  return {
    title: { sv: title, en: `${title} (English)` },
    description: { sv: 'Ett API.', en: 'An API.' },
    endpointUrl: ['https://api.umea.se/badplatser/v1'],
  };
}

const prefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
`;

/** A dataset in Turtle whose subject is the address it is sent to. */
export function turtle(title = 'Luftkvalitet'): string {
  return `${prefixes}<> a dcat:Dataset ; dcterms:title "${title}"@sv, "${title} (English)"@en ;
  dcterms:description "Timvärden."@sv, "Hourly values."@en ;
  dcterms:publisher <http://dataportal.se/organisation/SE2120002627> ;
  dcat:theme <${authority}/data-theme/ENVI> ;
  dcterms:accessRights <${authority}/access-right/PUBLIC> .
`;
}

/** The same in each syntax that can be sent. */
export function everySyntax(title = 'Luftkvalitet'): Readonly<Record<string, string>> {
  return {
    'text/turtle': turtle(title),
    'application/rdf+xml': `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dcterms="http://purl.org/dc/terms/">
  <dcat:Dataset rdf:about="">
    <dcterms:title xml:lang="sv">${title}</dcterms:title>
    <dcterms:title xml:lang="en">${title} (English)</dcterms:title>
    <dcterms:description xml:lang="sv">Timvärden.</dcterms:description>
    <dcterms:description xml:lang="en">Hourly values.</dcterms:description>
    <dcat:theme rdf:resource="${authority}/data-theme/ENVI"/>
    <dcterms:accessRights rdf:resource="${authority}/access-right/PUBLIC"/>
  </dcat:Dataset>
</rdf:RDF>
`,
    'application/ld+json': JSON.stringify({
      '@context': 'https://data.example.se/context.jsonld',
      '@id': '',
      '@type': 'Dataset',
      title: { sv: title, en: `${title} (English)` },
      description: { sv: 'Timvärden.', en: 'Hourly values.' },
      theme: [`${authority}/data-theme/ENVI`],
      accessRights: `${authority}/access-right/PUBLIC`,
    }),
    'application/n-triples': `<https://register.umea.se/luft> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .
<https://register.umea.se/luft> <http://purl.org/dc/terms/title> "${title}"@sv .
<https://register.umea.se/luft> <http://purl.org/dc/terms/title> "${title} (English)"@en .
<https://register.umea.se/luft> <http://purl.org/dc/terms/description> "Timvärden."@sv .
<https://register.umea.se/luft> <http://purl.org/dc/terms/description> "Hourly values."@en .
<https://register.umea.se/luft> <http://www.w3.org/ns/dcat#theme> <${authority}/data-theme/ENVI> .
<https://register.umea.se/luft> <http://purl.org/dc/terms/accessRights> <${authority}/access-right/PUBLIC> .
`,
  };
}
