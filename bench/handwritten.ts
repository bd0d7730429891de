/**
 * The yardstick: what one would write by hand for datasets of one shape only, in Turtle and RDF/XML. Literals are escaped,
 * IRIs are trusted.
 */

export interface HandwrittenContact {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface HandwrittenDistribution {
  readonly id: string;
  readonly titleSv: string;
  readonly titleEn: string;
  readonly accessUrl: string;
  readonly downloadUrl: string;
  readonly format: string;
  readonly license: string;
  readonly byteSize: number;
  readonly issued: string;
  readonly availability: string;
}

export interface HandwrittenDataset {
  readonly id: string;
  readonly titleSv: string;
  readonly titleEn: string;
  readonly descriptionSv: string;
  readonly descriptionEn: string;
  readonly keywordsSv: readonly string[];
  readonly keywordsEn: readonly string[];
  readonly identifier: string;
  readonly publisher: string;
  readonly theme: string;
  readonly language: string;
  readonly accessRights: string;
  readonly frequency: string;
  readonly conformsTo: string;
  readonly landingPage: string;
  readonly page: string;
  readonly place: string;
  readonly issued: string;
  readonly modified: string;
  readonly version: string;
  readonly temporal: { readonly id: string; readonly start: string; readonly end: string };
  readonly contact: HandwrittenContact;
  readonly distributions: readonly HandwrittenDistribution[];
}

function ttl(text: string): string {
  return /["\\\n\r\t]/.test(text)
    ? text
        .replace(/["\\]/g, '\\$&')
        .replace(/\n/g, '\\n')
        .replace(/\r/g, '\\r')
        .replace(/\t/g, '\\t')
    : text;
}

function xml(text: string): string {
  return /[&<>]/.test(text)
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    : text;
}

/** The document after its prefixes. */
export function handwrittenTurtle(d: HandwrittenDataset): string {
  return `
<${d.id}> a dcat:Dataset ;
  dcterms:title "${ttl(d.titleSv)}"@sv, "${ttl(d.titleEn)}"@en ;
  dcterms:description "${ttl(d.descriptionSv)}"@sv, "${ttl(d.descriptionEn)}"@en ;
  dcterms:language <${d.language}> ;
  dcat:keyword ${d.keywordsSv.map((word) => `"${ttl(word)}"@sv`).join(', ')}, ${d.keywordsEn.map((word) => `"${ttl(word)}"@en`).join(', ')} ;
  dcat:theme <${d.theme}> ;
  dcterms:publisher <${d.publisher}> ;
  dcat:contactPoint <${d.contact.id}> ;
  dcat:distribution ${d.distributions.map((one) => `<${one.id}>`).join(', ')} ;
  dcterms:accessRights <${d.accessRights}> ;
  dcterms:spatial <${d.place}> ;
  dcterms:temporal <${d.temporal.id}> ;
  dcterms:issued "${d.issued}"^^xsd:date ;
  dcterms:modified "${d.modified}"^^xsd:date ;
  dcterms:accrualPeriodicity <${d.frequency}> ;
  dcat:version "${ttl(d.version)}" ;
  dcat:landingPage <${d.landingPage}> ;
  foaf:page <${d.page}> ;
  dcterms:conformsTo <${d.conformsTo}> ;
  dcterms:identifier "${ttl(d.identifier)}" .

<${d.contact.id}> a vcard:Organization ;
  vcard:fn "${ttl(d.contact.name)}"@sv ;
  vcard:hasEmail <${d.contact.email}> .

<${d.temporal.id}> a dcterms:PeriodOfTime ;
  dcat:startDate "${d.temporal.start}"^^xsd:date ;
  dcat:endDate "${d.temporal.end}"^^xsd:date .
${d.distributions
  .map(
    (one) => `
<${one.id}> a dcat:Distribution ;
  dcterms:title "${ttl(one.titleSv)}"@sv, "${ttl(one.titleEn)}"@en ;
  dcat:accessURL <${one.accessUrl}> ;
  dcat:downloadURL <${one.downloadUrl}> ;
  dcterms:format "${ttl(one.format)}" ;
  dcat:byteSize "${one.byteSize}"^^xsd:nonNegativeInteger ;
  dcterms:license <${one.license}> ;
  dcterms:issued "${one.issued}"^^xsd:date ;
  dcatap:availability <${one.availability}> .
`,
  )
  .join('')}`;
}

/** The elements of the document. */
export function handwrittenXml(d: HandwrittenDataset): string {
  return `  <dcat:Dataset rdf:about="${xml(d.id)}">
    <dcterms:title xml:lang="sv">${xml(d.titleSv)}</dcterms:title>
    <dcterms:title xml:lang="en">${xml(d.titleEn)}</dcterms:title>
    <dcterms:description xml:lang="sv">${xml(d.descriptionSv)}</dcterms:description>
    <dcterms:description xml:lang="en">${xml(d.descriptionEn)}</dcterms:description>
    <dcterms:language rdf:resource="${xml(d.language)}"/>
${d.keywordsSv.map((word) => `    <dcat:keyword xml:lang="sv">${xml(word)}</dcat:keyword>\n`).join('')}${d.keywordsEn.map((word) => `    <dcat:keyword xml:lang="en">${xml(word)}</dcat:keyword>\n`).join('')}    <dcat:theme rdf:resource="${xml(d.theme)}"/>
    <dcterms:publisher rdf:resource="${xml(d.publisher)}"/>
    <dcat:contactPoint rdf:resource="${xml(d.contact.id)}"/>
${d.distributions.map((one) => `    <dcat:distribution rdf:resource="${xml(one.id)}"/>\n`).join('')}    <dcterms:accessRights rdf:resource="${xml(d.accessRights)}"/>
    <dcterms:spatial rdf:resource="${xml(d.place)}"/>
    <dcterms:temporal rdf:resource="${xml(d.temporal.id)}"/>
    <dcterms:issued rdf:datatype="http://www.w3.org/2001/XMLSchema#date">${d.issued}</dcterms:issued>
    <dcterms:modified rdf:datatype="http://www.w3.org/2001/XMLSchema#date">${d.modified}</dcterms:modified>
    <dcterms:accrualPeriodicity rdf:resource="${xml(d.frequency)}"/>
    <dcat:version>${xml(d.version)}</dcat:version>
    <dcat:landingPage rdf:resource="${xml(d.landingPage)}"/>
    <foaf:page rdf:resource="${xml(d.page)}"/>
    <dcterms:conformsTo rdf:resource="${xml(d.conformsTo)}"/>
    <dcterms:identifier>${xml(d.identifier)}</dcterms:identifier>
  </dcat:Dataset>
  <vcard:Organization rdf:about="${xml(d.contact.id)}">
    <vcard:fn xml:lang="sv">${xml(d.contact.name)}</vcard:fn>
    <vcard:hasEmail rdf:resource="${xml(d.contact.email)}"/>
  </vcard:Organization>
  <dcterms:PeriodOfTime rdf:about="${xml(d.temporal.id)}">
    <dcat:startDate rdf:datatype="http://www.w3.org/2001/XMLSchema#date">${d.temporal.start}</dcat:startDate>
    <dcat:endDate rdf:datatype="http://www.w3.org/2001/XMLSchema#date">${d.temporal.end}</dcat:endDate>
  </dcterms:PeriodOfTime>
${d.distributions
  .map(
    (one) => `  <dcat:Distribution rdf:about="${xml(one.id)}">
    <dcterms:title xml:lang="sv">${xml(one.titleSv)}</dcterms:title>
    <dcterms:title xml:lang="en">${xml(one.titleEn)}</dcterms:title>
    <dcat:accessURL rdf:resource="${xml(one.accessUrl)}"/>
    <dcat:downloadURL rdf:resource="${xml(one.downloadUrl)}"/>
    <dcterms:format>${xml(one.format)}</dcterms:format>
    <dcat:byteSize rdf:datatype="http://www.w3.org/2001/XMLSchema#nonNegativeInteger">${one.byteSize}</dcat:byteSize>
    <dcterms:license rdf:resource="${xml(one.license)}"/>
    <dcterms:issued rdf:datatype="http://www.w3.org/2001/XMLSchema#date">${one.issued}</dcterms:issued>
    <dcatap:availability rdf:resource="${xml(one.availability)}"/>
  </dcat:Distribution>
`,
  )
  .join('')}`;
}
