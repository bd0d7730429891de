import type { Level, Localized } from '../../kernel/issue.ts';
import { ruleLevel } from './rule-level.ts';

/**
 * Every rule of the profile by its code: how bad a breach is, where it can be seen, what it is called and where it stands.
 * Codes are public and never renamed.
 */

/**
 * Where a rule is judged: on one `record`, over a whole `catalog`, when a document comes in (`import`) or goes out (`export`),
 * or by asking other servers (`network`).
 */
export type RuleWhere = 'record' | 'catalog' | 'import' | 'export' | 'network';

export interface RuleEntry {
  readonly id: string;
  readonly level: Level;
  readonly where: RuleWhere;
  readonly title: Localized;
  /** The section of the standard, by its own name. */
  readonly source: string;
}

const se = 'DCAT-AP-SE 3.0.1';
const eu = 'DCAT-AP 3.0.1';

/** V001–V035 in order. */
export const ruleTable: readonly RuleEntry[] = [
  entry(
    'V001',
    'import',
    'RFC 3987 §2.2',
    'Filen går att läsa och alla IRI:er är fullständiga',
    'The file can be read and every IRI is complete',
  ),
  entry(
    'V002',
    'import',
    `${se}, harvesting, blank nodes`,
    'Kataloger, datamängder, distributioner, tjänster, aktörer och kontakter har en IRI',
    'Catalogues, datasets, distributions, services, agents and contacts have an IRI',
  ),
  entry(
    'V003',
    'catalog',
    `${se}, harvesting`,
    'Det finns exakt en rotkatalog',
    'There is exactly one root catalogue',
  ),
  entry(
    'V004',
    'record',
    `${se}, mandatory properties`,
    'Obligatoriska egenskaper finns, med rätt antal värden',
    'Mandatory properties are there, with the right number of values',
  ),
  entry(
    'V005',
    'record',
    `${se}, recommended properties`,
    'Rekommenderade egenskaper finns',
    'Recommended properties are there',
  ),
  entry('V006', 'record', `${se}, recommendation 2`, 'Texter har språk', 'Texts have a language'),
  entry(
    'V007',
    'record',
    `${se}, recommendation 2`,
    'Titel och beskrivning finns på svenska och engelska',
    'Title and description are in Swedish and English',
  ),
  entry(
    'V008',
    'record',
    `${se}, PeriodOfTime`,
    'Datum är rätt skrivna och slut kommer efter start',
    'Dates are well written and ends follow starts',
  ),
  entry(
    'V009',
    'record',
    `${se}, controlled vocabularies`,
    'Värden hör till sina slutna listor',
    'Values belong to their closed lists',
  ),
  entry(
    'V010',
    'record',
    `${se}, Distribution, format`,
    'Format skrivs som medietyp',
    'Formats are written as media types',
  ),
  entry(
    'V011',
    'record',
    `${se}, Dataset, theme`,
    'Minst en av EU:s kategorier finns',
    'At least one EU data theme is there',
  ),
  entry(
    'V012',
    'record',
    `${se}, Catalog, license`,
    'Katalogens licens är CC0',
    'The licence of the catalogue is CC0',
  ),
  entry(
    'V013',
    'record',
    `${se}, Distribution, license`,
    'Licensens adress är exakt',
    'The address of the licence is exact',
  ),
  entry(
    'V014',
    'record',
    `${se}, Distribution, license`,
    'Licensen står på distributionen',
    'The licence stands on the distribution',
  ),
  entry(
    'V015',
    'record',
    `${se}, recommendation 14`,
    'Värdefulla datamängder är helt beskrivna',
    'High-value datasets are described in full',
  ),
  entry(
    'V016',
    'record',
    'DCAT-AP HVD 3.0.0',
    'Värdefulla datamängder uppfyller EU:s krav',
    'High-value datasets meet the EU requirements',
  ),
  entry(
    'V017',
    'record',
    `${se}, recommendation 14`,
    'Kategori för värdefulla datamängder används bara med förordningen',
    'High-value categories are used only with the regulation',
  ),
  entry(
    'V018',
    'record',
    `${se}, recommendation 14`,
    'En distribution är värdefull bara om datamängden är det',
    'A distribution is high-value only when its dataset is',
  ),
  entry(
    'V019',
    'record',
    `${se}, Agent and ContactPoint`,
    'En IRI betyder en sak',
    'One IRI means one thing',
  ),
  entry(
    'V020',
    'record',
    `${se}, Agent`,
    'Aktörer har rätt IRI och organisationsnummer',
    'Agents have the right IRI and organisation number',
  ),
  entry(
    'V021',
    'record',
    `${se}, ContactPoint`,
    'E-post och telefon är adresser som går att använda',
    'E-mail and telephone are addresses that can be used',
  ),
  entry(
    'V022',
    'record',
    `${se}, Location`,
    'Geometrier är WKT inom jordens gränser',
    'Geometries are WKT within the bounds of the earth',
  ),
  entry(
    'V023',
    'record',
    `${se}, web addresses`,
    'Webbadresser börjar med http eller https',
    'Web addresses begin with http or https',
  ),
  entry(
    'V024',
    'record',
    `${se}, Dataset, keyword`,
    'Varje nyckelord står för sig',
    'Every keyword stands by itself',
  ),
  entry(
    'V025',
    'export',
    `${se}, CatalogRecord`,
    'Katalogposter används inte',
    'Catalogue records are not used',
  ),
  entry(
    'V026',
    'record',
    `${se}, changes`,
    'Inga föråldrade termer eller värden',
    'No outdated terms or values',
  ),
  entry(
    'V027',
    'catalog',
    `${se}, recommendations 15–21`,
    'Datamängdsserier är lagom stora och sammanhållna',
    'Dataset series are of moderate size and consistent',
  ),
  entry(
    'V028',
    'record',
    `${se}, Dataset, distribution`,
    'Datamängden går att nå',
    'The dataset can be reached',
  ),
  entry(
    'V029',
    'record',
    `${se}, DataService`,
    'API:er beskrivs som datatjänster',
    'APIs are described as data services',
  ),
  entry(
    'V030',
    'catalog',
    `${se}, Dataset, title`,
    'Titlar skiljer datamängder åt',
    'Titles tell datasets apart',
  ),
  entry(
    'V031',
    'record',
    `${se}, Dataset, accrualPeriodicity`,
    'Ändringsdatum stämmer med uppdateringsfrekvensen',
    'The date of change agrees with the frequency',
  ),
  entry(
    'V032',
    'record',
    `${se}, Distribution, byteSize`,
    'Filer har storlek och checksumma',
    'Files have size and checksum',
  ),
  entry('V033', 'network', `${se}, link check`, 'Länkar går att öppna', 'Links can be opened'),
  entry(
    'V034',
    'record',
    `${se}, Dataset, accessRights; Regulation (EU) 2022/868`,
    'Skyddade data är beskrivna så att de kan begäras',
    'Protected data is described so that it can be requested',
  ),
  entry(
    'V035',
    'export',
    `${eu}, range of properties`,
    'Refererade saker har den typ som EU väntar sig',
    'Things referred to have the types that the EU expects',
  ),
];

function entry(id: string, where: RuleWhere, source: string, sv: string, en: string): RuleEntry {
  return { id, level: ruleLevel(id), where, source, title: { sv, en } };
}
