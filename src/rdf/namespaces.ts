/**
 * Every namespace that our own code names, and the terms it names in them, once. What the profile knows about
 * properties and classes stands in `/schemas`, not here. DCAT-AP-SE 3.0.1, namespaces.
 */

/** A function that makes terms of one namespace: `dcterms('title')`. */
function namespace(base: string): (term: string) => string {
  return (term) => base + term;
}

export const namespaces = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  /** A slash, not `#`. */
  dcatap: 'http://data.europa.eu/r5r/',
  adms: 'http://www.w3.org/ns/adms#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  prov: 'http://www.w3.org/ns/prov#',
  spdx: 'http://spdx.org/rdf/terms#',
  schema: 'http://schema.org/',
  locn: 'http://www.w3.org/ns/locn#',
  geosparql: 'http://www.opengis.net/ont/geosparql#',
  odrs: 'http://schema.theodi.org/odrs#',
  odrl: 'http://www.w3.org/ns/odrl/2/',
  time: 'http://www.w3.org/2006/time#',
  eli: 'http://data.europa.eu/eli/ontology#',
  /** The Swedish profile writes https; the W3C ontology is http. Write this, read both. */
  org: 'https://www.w3.org/ns/org#',
  as: 'https://www.w3.org/ns/activitystreams#',
  ldes: 'https://w3id.org/ldes#',
  tree: 'https://w3id.org/tree#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  sh: 'http://www.w3.org/ns/shacl#',
  dqv: 'http://www.w3.org/ns/dqv#',
  /** The metrics of data.europa.eu. */
  pv: 'https://piveau.eu/ns/voc#',
} as const;

export const rdf = namespace(namespaces.rdf);
export const xsd = namespace(namespaces.xsd);
export const dcat = namespace(namespaces.dcat);
export const dcterms = namespace(namespaces.dcterms);
export const skos = namespace(namespaces.skos);
export const geosparql = namespace(namespaces.geosparql);
export const hydra = namespace(namespaces.hydra);
export const prov = namespace(namespaces.prov);
export const dqv = namespace(namespaces.dqv);
export const pv = namespace(namespaces.pv);

export const rdfType = rdf('type');
export const langString = rdf('langString');
export const xsdString = xsd('string');
