import type { NodeObject } from '../record.ts';
import { has, irisOf, thingsOf } from './node-values.ts';
import type { RecordRule } from './rule.ts';

/**
 * High-value datasets: V015–V018. A thing is of high value when its `applicableLegislation` is the regulation.
 * Commission Implementing Regulation (EU) 2023/138; DCAT-AP-SE 3.0.1, recommendation 14; DCAT-AP HVD 3.0.0.
 */
const hvdRegulation = 'http://data.europa.eu/eli/reg_impl/2023/138/oj';

const swedish = 'DCAT-AP-SE 3.0.1, recommendation 14';
const european = 'DCAT-AP HVD 3.0.0';
const hvdCategoryIri = 'http://data.europa.eu/r5r/hvdCategory';

/** Whether the thing is marked as of high value. */
export function isHighValue(node: NodeObject): boolean {
  return irisOf(node, 'applicableLegislation').includes(hvdRegulation);
}

const category: RecordRule = {
  id: 'V015',
  level: 'error',
  classes: ['Dataset', 'DatasetSeries', 'DataService'],
  source: swedish,
  *check(node, { label }) {
    if (!isHighValue(node) || has(node, 'hvdCategory')) return;
    const { sv, en } = label('hvdCategory');
    yield {
      pointer: '/hvdCategory',
      message: {
        sv: `”${sv}” måste fyllas i när förordningen om värdefulla datamängder gäller. Välj den mest precisa kategorin, eller ta bort förordningen.`,
        en: `"${en}" must be filled in when the regulation on high-value datasets applies. Choose the most precise category, or remove the regulation.`,
      },
    };
  },
};

const markedDistribution: RecordRule = {
  id: 'V015',
  level: 'error',
  classes: ['Dataset'],
  source: swedish,
  *check(node) {
    if (!isHighValue(node)) return;
    const distributions = thingsOf(node, 'distribution');
    // What is reached through its series has no distribution of its own, and one only referred to is not seen from here.
    if (distributions.length === 0 && has(node, 'inSeries')) return;
    if (distributions.some((one) => one.node === undefined || isHighValue(one.node))) return;
    yield {
      pointer: '/distribution',
      message: {
        sv: 'Ingen distribution är märkt som värdefull. Ange förordningen (EU) 2023/138 som tillämplig lagstiftning på minst en distribution.',
        en: 'No distribution is marked as of high value. Give regulation (EU) 2023/138 as applicable legislation of at least one distribution.',
      },
    };
  },
};

const serviceDetails: RecordRule = {
  id: 'V015',
  level: 'error',
  classes: ['DataService'],
  source: swedish,
  *check(node, { label }) {
    if (!isHighValue(node)) return;
    for (const property of ['contactPoint', 'page', 'servesDataset']) {
      if (has(node, property)) continue;
      const { sv, en } = label(property);
      yield {
        pointer: `/${property}`,
        message: {
          sv: `”${sv}” måste fyllas i för en tjänst med värdefulla data.`,
          en: `"${en}" must be filled in for a service with high-value data.`,
        },
      };
    }
  },
};

const interfaceOfDataset: RecordRule = {
  id: 'V016',
  // A service may say from its side that it serves the dataset, which is not seen from here.
  level: 'info',
  classes: ['Dataset'],
  source: european,
  *check(node) {
    if (!isHighValue(node) || has(node, 'inSeries')) return;
    const distributions = thingsOf(node, 'distribution');
    if (distributions.some((one) => one.node === undefined || has(one.node, 'accessService')))
      return;
    yield {
      pointer: '/distribution',
      message: {
        sv: 'Värdefulla data ska gå att nå genom ett API. Koppla en distribution till en datatjänst, eller låt tjänsten ange datamängden i ”Försörjer datamängd”.',
        en: 'High-value data must be reachable through an API. Link a distribution to a data service, or let the service name the dataset in "Serves dataset".',
      },
    };
  },
};

const legalInformation: RecordRule = {
  id: 'V016',
  level: 'warning',
  classes: ['Distribution', 'DataService'],
  source: european,
  *check(node, { vocabularies, label }) {
    if (!isHighValue(node)) return;
    const { sv, en } = label('license');
    const licences = irisOf(node, 'license');
    if (licences.length === 0 && !has(node, 'rights')) {
      yield {
        pointer: '/license',
        message: {
          sv: `”${sv}” saknas. Värdefulla data ska ha en licens som är minst lika öppen som CC BY 4.0.`,
          en: `"${en}" is missing. High-value data must have a licence at least as open as CC BY 4.0.`,
        },
      };
    }
    const known = vocabularies.get('licence');
    for (const licence of licences) {
      const iri = known.normalise(licence)?.iri;
      if (iri === undefined || known.concept(iri)?.facts.hvdAllowed !== false) continue;
      yield {
        pointer: '/license',
        message: {
          sv: `Licensen är mindre öppen än CC BY 4.0, vilket inte räcker för värdefulla data. Välj CC0 eller CC BY 4.0.`,
          en: `The licence is less open than CC BY 4.0, which is not enough for high-value data. Choose CC0 or CC BY 4.0.`,
        },
      };
    }
  },
};

const describedEndpoint: RecordRule = {
  id: 'V016',
  level: 'warning',
  classes: ['DataService'],
  source: european,
  covers: [],
  *check(node, { label }) {
    if (!isHighValue(node) || has(node, 'endpointDescription')) return;
    const { sv, en } = label('endpointDescription');
    yield {
      pointer: '/endpointDescription',
      message: {
        sv: `”${sv}” saknas. Ett API med värdefulla data ska ha en teknisk beskrivning, till exempel en OpenAPI-fil.`,
        en: `"${en}" is missing. An API with high-value data must have a technical description, for example an OpenAPI file.`,
      },
    };
  },
};

const categoryWithoutRegulation: RecordRule = {
  id: 'V017',
  level: 'error',
  classes: ['Dataset', 'DatasetSeries', 'DataService'],
  source: swedish,
  *check(node, { label }) {
    if (isHighValue(node) || !has(node, 'hvdCategory')) return;
    const { sv, en } = label('hvdCategory');
    yield {
      pointer: '/hvdCategory',
      message: {
        sv: `”${sv}” får bara anges när förordningen (EU) 2023/138 är tillämplig lagstiftning. Ta bort kategorin, eller ange förordningen.`,
        en: `"${en}" may be given only when regulation (EU) 2023/138 is the applicable legislation. Remove the category, or give the regulation.`,
      },
    };
  },
};

const categoryOnDistribution: RecordRule = {
  id: 'V017',
  level: 'error',
  classes: ['Distribution'],
  source: swedish,
  *check(node, { says }) {
    if (!says(node['@id'], hvdCategoryIri)) return;
    yield {
      pointer: '',
      message: {
        sv: 'En distribution har ingen kategori för värdefulla datamängder; den står på datamängden. Ta bort raden ur extra.',
        en: 'A distribution has no high-value category; that stands on the dataset. Remove the line from extra.',
      },
    };
  },
};

const distributionWithoutDataset: RecordRule = {
  id: 'V018',
  level: 'error',
  classes: ['Dataset'],
  source: swedish,
  *check(node) {
    if (isHighValue(node)) return;
    for (const { node: distribution, pointer } of thingsOf(node, 'distribution')) {
      if (distribution === undefined || !isHighValue(distribution)) continue;
      yield {
        pointer: `${pointer}/applicableLegislation`,
        message: {
          sv: 'Distributionen är märkt som värdefull, men inte datamängden. Märk datamängden också, eller ta bort märkningen här.',
          en: 'The distribution is marked as of high value, but the dataset is not. Mark the dataset too, or remove the mark here.',
        },
      };
    }
  },
};

export const hvdRules: readonly RecordRule[] = [
  category,
  markedDistribution,
  serviceDetails,
  interfaceOfDataset,
  legalInformation,
  describedEndpoint,
  categoryWithoutRegulation,
  categoryOnDistribution,
  distributionWithoutDataset,
];
