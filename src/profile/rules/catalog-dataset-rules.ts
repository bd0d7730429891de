import type { Iri } from '../../kernel/iri.ts';
import type { CatalogHit, CatalogRule } from './catalog-rule.ts';
import { isHighValue } from './hvd-rules.ts';
import { has, irisOf, stringOf, textsOf, thingsOf } from './node-values.ts';

/** Datasets beside each other: V016 (an API for data of high value), V030. */

const servedData: CatalogRule = {
  id: 'V016',
  level: 'warning',
  source: 'DCAT-AP HVD 3.0.0, Dataset, API',
  *check(records) {
    const served = new Set<Iri>();
    for (const { className, record } of records) {
      if (className !== 'DataService') continue;
      for (const iri of irisOf(record, 'servesDataset')) served.add(iri);
    }
    for (const { className, record } of records) {
      if (className !== 'Dataset' || !isHighValue(record)) continue;
      if (
        [stringOf(record, '@id'), ...irisOf(record, 'inSeries')].some(
          (iri) => iri !== undefined && served.has(iri),
        )
      )
        continue;
      const distributions = thingsOf(record, 'distribution');
      if (distributions.some(({ node }) => node !== undefined && has(node, 'accessService')))
        continue;
      yield { record, pointer: '/distribution', message: noInterface };
    }
  },
};

const noInterface: CatalogHit['message'] = {
  sv: 'Värdefulla data ska gå att nå genom ett API, men ingen datatjänst hör till datamängden. Beskriv tjänsten och koppla ihop dem.',
  en: 'High-value data must be reachable through an API, but no data service belongs to the dataset. Describe the service and link the two.',
};

const tellingTitles: CatalogRule = {
  id: 'V030',
  level: 'warning',
  source: 'DCAT-AP-SE 3.0.1, Dataset, title',
  *check(records) {
    const seen = new Set<string>();
    for (const { className, record } of records) {
      if (className !== 'Dataset') continue;
      const publisher = irisOf(record, 'publisher')[0] ?? '';
      for (const { language, text, pointer } of textsOf(record, 'title')) {
        const title = JSON.stringify([publisher, language, text.trim().toLowerCase()]);
        if (seen.has(title)) yield { record, pointer, message: sameTitle };
        seen.add(title);
      }
    }
  },
};

const sameTitle: CatalogHit['message'] = {
  sv: 'En annan datamängd från samma utgivare har samma titel. Lägg till det som skiljer dem åt, till exempel plats eller år.',
  en: 'Another dataset of the same publisher has the same title. Add what tells them apart, for example place or year.',
};

export const datasetRules: readonly CatalogRule[] = [servedData, tellingTitles];
