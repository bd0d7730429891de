import type { JsonLd } from 'jsonld/jsonld-spec.js';
import { contextOf } from '../../src/profile/context.ts';
import { loadPlan } from '../../src/profile/load-plan.ts';
import { type RdfWriters, rdfWriters, type WriteOptions } from '../../src/rdf/rdf-writers.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';
import {
  exampleAgent,
  exampleCatalog,
  exampleDataset,
  exampleMembers,
  exampleSeries,
  exampleService,
} from './worked-example.ts';

/** The writers of the real profile, and the worked example written whole with them. */

const plan = loadPlan('schemas/dcat-ap-se');

/** As the JSON it is served as. */
export const context: JsonLd = JSON.parse(JSON.stringify(contextOf(plan)));
export const writers: RdfWriters = rdfWriters(plan, loadVocabularies('vocabularies'), {
  contextUrl: 'https://data.example.se/context.jsonld',
});

/** The worked example as one document; its series carries the mark of high-value datasets. */
export function writeExample(options: WriteOptions): string {
  const markedSeries = new Set([exampleSeries['@id']]);
  const document = writers.document({ markedSeries, ...options });
  return [
    document.open(),
    document.catalog(exampleCatalog, exampleMembers),
    document.record(exampleAgent, 'Agent'),
    document.record(exampleSeries, 'DatasetSeries'),
    document.record(exampleDataset, 'Dataset'),
    document.record(exampleService, 'DataService'),
    document.close(),
  ].join('');
}
