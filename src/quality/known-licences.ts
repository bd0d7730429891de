import type { Vocabularies } from '../vocabularies/vocabularies.ts';

/** Which licences Europe knows. "Metadata quality assessment methodology", data.europa.eu, reusability, known licence. */

const authority = 'http://publications.europa.eu/resource/authority/licence/';

/** The portal's own list, where its names stand. */
const portalList = 'http://europeandataportal.eu/ontologies/od-licenses#';

const portalNames: readonly string[] = [
  'CC-BY-SA3.0NL',
  'CC-BY3.0NL',
  'CC-PDM1.0',
  'CC0',
  'CCBY3.0Austria',
  'DL-DE-BY-NC1.0',
  'DL-DE-BY1.0',
  'DL-DE-BY2.0',
  'DL-DE-ZERO2.0',
  'GFDL-1.1',
  'GFDL-1.2',
  'GNU_FDL',
  'HR-OD',
  'IODLv1.0',
  'IODLv2.0',
  'NLOD',
  'OGL-NC',
  'OGL-ROU-1.0',
  'OGL1.0',
  'OGL2.0',
  'OGL3.0',
  'PSEUL',
];

/** Issuers' pages that the portal's list says are the same. */
const portalMatches: readonly string[] = [
  'http://creativecommons.org/publicdomain/mark/1.0/',
  'https://www.govdata.de/dl-de/by-2-0',
  'http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  'http://data.norge.no/nlod/en/1.0',
];

const own: ReadonlySet<string> = new Set([
  ...portalNames.map((name) => portalList + name),
  ...portalMatches,
]);

/** Whether the licence is one of the EU's, the same as one of them letter by letter, or in the portal's own list. */
export function isKnownLicence(vocabularies: Vocabularies, iri: string): boolean {
  if (iri.startsWith(authority) || own.has(iri)) return true;
  const matches = vocabularies.get('licence').exactMatch(iri);
  return matches.some((match) => match.startsWith(authority) || own.has(match));
}

/** Whether the licence lets everybody use the data as they like, as open data's definition has it. */
export function isOpenLicence(vocabularies: Vocabularies, iri: string): boolean {
  const scheme = vocabularies.get('licence');
  const concept = scheme.concept(iri) ?? scheme.concept(scheme.normalise(iri)?.iri ?? '');
  return concept?.facts.open === true;
}
