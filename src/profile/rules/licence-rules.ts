import { has, irisOf } from './node-values.ts';
import type { RecordRule } from './rule.ts';

/** Licences: V012, V014. Their spelling, V013, is judged with the vocabulary. */

const cc0 = 'http://creativecommons.org/publicdomain/zero/1.0/';

const catalogLicence: RecordRule = {
  id: 'V012',
  level: 'error',
  classes: ['Catalog'],
  source: 'DCAT-AP-SE 3.0.1, Catalog, license',
  *check(node) {
    if (!has(node, 'license')) return;
    const [licence, ...others] = irisOf(node, 'license');
    if (licence === cc0 && others.length === 0) return;
    yield {
      pointer: '/license',
      message: {
        sv: `Katalogens beskrivningar ska vara fria att använda. Skriv exakt ${cc0}`,
        en: `The descriptions in a catalogue must be free to use. Write exactly ${cc0}`,
      },
    };
  },
};

const distributionLicence: RecordRule = {
  id: 'V014',
  level: 'warning',
  classes: ['Distribution'],
  source: 'DCAT-AP-SE 3.0.1, Distribution, license',
  covers: ['license'],
  *check(node, { label }) {
    if (has(node, 'license') || has(node, 'rights')) return;
    const licence = label('license');
    const rights = label('rights');
    yield {
      pointer: '/license',
      message: {
        sv: `”${licence.sv}” saknas, så ingen vet om data får användas. Välj en licens, helst CC0 eller CC BY 4.0, eller beskriv villkoren i ”${rights.sv}”.`,
        en: `"${licence.en}" is missing, so nobody knows whether the data may be used. Choose a licence, preferably CC0 or CC BY 4.0, or state the terms in "${rights.en}".`,
      },
    };
  },
};

const datasetLicence: RecordRule = {
  id: 'V014',
  level: 'warning',
  classes: ['Dataset', 'DatasetSeries'],
  source: 'DCAT-AP-SE 3.0.1, Distribution, license',
  *check(node, { says }) {
    if (!says(node['@id'], 'http://purl.org/dc/terms/license')) return;
    yield {
      pointer: '/extra',
      message: {
        sv: 'Licensen står på datamängden, där ingen letar efter den. Flytta den till varje distribution.',
        en: 'The licence stands on the dataset, where nobody looks for it. Move it to every distribution.',
      },
    };
  },
};

export const licenceRules: readonly RecordRule[] = [
  catalogLicence,
  distributionLicence,
  datasetLicence,
];
