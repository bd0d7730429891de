import type { NodeObject } from '../record.ts';
import { has, irisOf, stringOf, textsOf, thingsOf } from './node-values.ts';
import type { RecordRule } from './rule.ts';

/** Files and interfaces: V028, V029, V032, V034. */

const reachable: RecordRule = {
  id: 'V028',
  level: 'warning',
  classes: ['Dataset'],
  source: 'DCAT-AP-SE 3.0.1, Dataset, distribution',
  covers: ['distribution'],
  *check(node) {
    if (has(node, 'distribution') || has(node, 'inSeries')) return;
    yield {
      pointer: '/distribution',
      message: {
        sv: 'Datamängden har ingen distribution, så ingen kan hämta data. Lägg till en fil eller ett API, om inte en datatjänst redan anger att den försörjer datamängden.',
        en: 'The dataset has no distribution, so nobody can get at the data. Add a file or an API, unless a data service already says that it serves the dataset.',
      },
    };
  },
};

const describedInterface: RecordRule = {
  id: 'V029',
  level: 'warning',
  classes: ['Distribution'],
  source: 'DCAT-AP-SE 3.0.1, DataService',
  *check(node, { label }) {
    if (has(node, 'accessService') || !looksLikeInterface(node)) return;
    const { sv, en } = label('accessService');
    yield {
      pointer: '/accessService',
      message: {
        sv: `Distributionen ser ut att vara ett API. Beskriv det som en datatjänst och ange den i ”${sv}”.`,
        en: `The distribution looks like an API. Describe it as a data service and give that in "${en}".`,
      },
    };
  },
};

/** By its title, or by a format that only services have: WMS, WFS, WCS, WMTS. */
function looksLikeInterface(node: NodeObject): boolean {
  return (
    textsOf(node, 'title').some(({ text }) =>
      /(^|[^\p{L}\p{N}])API([^\p{L}\p{N}]|$)/iu.test(text),
    ) || /^application\/vnd\.ogc\.w\w+_xml$/.test(stringOf(node, 'format') ?? '')
  );
}

const interfaceAsStandard: RecordRule = {
  id: 'V029',
  level: 'warning',
  classes: ['Dataset'],
  source: 'DCAT-AP-SE 3.0.1, DataService, endpointDescription',
  *check(node) {
    for (const { iri, pointer } of thingsOf(node, 'conformsTo')) {
      if (iri === undefined || !/openapi|swagger/i.test(iri)) continue;
      yield {
        pointer,
        message: {
          sv: 'En API-beskrivning hör inte till datamängden. Ange den på datatjänsten (”Beskrivning åtkomstadress”) och på distributionen (”Länkade scheman”).',
          en: 'An API description does not belong to the dataset. Give it on the data service ("Endpoint description") and on the distribution ("Linked schemas").',
        },
      };
    }
  },
};

const measuredFile: RecordRule = {
  id: 'V032',
  level: 'info',
  classes: ['Distribution'],
  source: 'DCAT-AP-SE 3.0.1, Distribution, byteSize and checksum',
  *check(node, { label }) {
    if (!has(node, 'downloadUrl')) return;
    for (const property of ['byteSize', 'checksum']) {
      if (node[property] !== undefined) continue;
      const { sv, en } = label(property);
      yield {
        pointer: `/${property}`,
        message: {
          sv: `”${sv}” saknas. Fyll i den, så kan den som hämtar filen se att hela kom fram.`,
          en: `"${en}" is missing. Fill it in, so that whoever fetches the file can see that all of it arrived.`,
        },
      };
    }
  },
};

const protectedRight = /\/access-right\/(RESTRICTED|NON_PUBLIC)$/;

const protectedData: RecordRule = {
  id: 'V034',
  level: 'warning',
  classes: ['Dataset'],
  source: 'DCAT-AP-SE 3.0.1, Dataset, accessRights; Regulation (EU) 2022/868',
  *check(node) {
    if (!irisOf(node, 'accessRights').some((right) => protectedRight.test(right))) return;
    if (
      thingsOf(node, 'distribution').some((one) => one.node === undefined || isComplete(one.node))
    )
      return;
    yield {
      pointer: '/distribution',
      message: {
        sv: 'Skyddade data ska kunna begäras. Beskriv minst en distribution med adress, format, storlek och licens eller rättighetsförklaring.',
        en: 'It must be possible to request protected data. Describe at least one distribution with address, format, size and licence or rights statement.',
      },
    };
  },
};

function isComplete(distribution: NodeObject): boolean {
  return (
    ['accessUrl', 'format', 'byteSize'].every((property) => has(distribution, property)) &&
    (has(distribution, 'license') || has(distribution, 'rights'))
  );
}

export const distributionRules: readonly RecordRule[] = [
  reachable,
  describedInterface,
  interfaceAsStandard,
  measuredFile,
  protectedData,
];
