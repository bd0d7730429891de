import type { Iri } from '../kernel/iri.ts';
import type { LiteralFormat } from './plan.ts';

const xsd = 'http://www.w3.org/2001/XMLSchema#';

/**
 * The datatypes that a literal of each format may have in RDF, the usual one first. XML Schema 1.1 part 2; dates by
 * DCAT-AP 3.0.1, a checksum plain by the Swedish profile or as hexBinary by both.
 */
export const literalDatatypes: Readonly<Record<LiteralFormat, readonly [Iri, ...Iri[]]>> = {
  string: [`${xsd}string`],
  date: [`${xsd}date`, `${xsd}dateTime`, `${xsd}gYear`, `${xsd}gYearMonth`],
  integer: [`${xsd}nonNegativeInteger`],
  decimal: [`${xsd}decimal`],
  duration: [`${xsd}duration`],
  hexBinary: [`${xsd}hexBinary`, `${xsd}string`],
  wkt: ['http://www.opengis.net/ont/geosparql#wktLiteral'],
};
