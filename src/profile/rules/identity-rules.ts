import type { NodeObject } from '../record.ts';
import { irisOf, type PlacedNode, stringOf, thingsOf } from './node-values.ts';
import { isOrganisationNumber, organisationNumberOf } from './organisation-number.ts';
import type { Hit, RecordRule } from './rule.ts';

/** Who is who: V019, V020. */

/** Every value that is an agent. */
function agentsOf(node: NodeObject): readonly PlacedNode[] {
  return ['publisher', 'creator', 'agent'].flatMap((property) => thingsOf(node, property));
}

function attributedAgentsOf(node: NodeObject): readonly PlacedNode[] {
  return thingsOf(node, 'qualifiedAttribution').flatMap(({ node: attribution, pointer }) =>
    attribution === undefined
      ? []
      : thingsOf(attribution, 'agent').map((one) => ({ ...one, pointer: pointer + one.pointer })),
  );
}

const sharedIri: RecordRule = {
  id: 'V019',
  level: 'error',
  classes: ['Catalog', 'Dataset', 'DatasetSeries', 'DataService'],
  source: 'DCAT-AP-SE 3.0.1, Agent and ContactPoint',
  *check(node) {
    const kinds = new Map([[stringOf(node, '@id'), 'record']]);
    const groups: readonly (readonly [string, readonly PlacedNode[]])[] = [
      ['agent', [...agentsOf(node), ...attributedAgentsOf(node)]],
      ['contact', thingsOf(node, 'contactPoint')],
      ['distribution', thingsOf(node, 'distribution')],
    ];
    for (const [kind, things] of groups) {
      for (const { iri, pointer } of things) {
        if (iri === undefined) continue;
        const before = kinds.get(iri) ?? kind;
        kinds.set(iri, before);
        if (before === kind) continue;
        yield {
          pointer,
          message: before === 'agent' && kind === 'contact' ? contactIsAgent : twoThings,
        };
      }
    }
  },
};

const contactIsAgent: Hit['message'] = {
  sv: 'Kontaktuppgiften har samma IRI som en aktör, och då smälter de ihop till en. Ge kontaktuppgiften en egen IRI, eller ta bort @id så får den en.',
  en: 'The contact point has the same IRI as an agent, and then the two melt into one. Give the contact point an IRI of its own, or leave out @id and it gets one.',
};

const twoThings: Hit['message'] = {
  sv: 'Samma IRI används för två olika saker i beskrivningen. Ge var och en sin egen IRI.',
  en: 'One IRI is used for two different things in the description. Give each an IRI of its own.',
};

const twoKindsOfContact: RecordRule = {
  id: 'V019',
  level: 'error',
  classes: ['ContactPoint'],
  source: 'DCAT-AP-SE 3.0.1, ContactPoint',
  *check(node) {
    const type: unknown = node['@type'];
    const terms = Array.isArray(type) ? type : [];
    if (!terms.includes('ContactOrganization') || !terms.includes('ContactIndividual')) return;
    yield {
      pointer: '/@type',
      message: {
        sv: 'En kontaktuppgift är antingen en organisation eller en person. Behåll en av typerna.',
        en: 'A contact point is either an organisation or a person. Keep one of the types.',
      },
    };
  },
};

const privateIndividual = /^http:\/\/purl\.org\/adms\/publishertype\/PrivateIndividual/;

const agentIri: RecordRule = {
  id: 'V020',
  level: 'warning',
  classes: ['Agent'],
  source: 'DCAT-AP-SE 3.0.1, Agent',
  *check(node) {
    if (isPrivate(node)) return;
    const iri = stringOf(node, '@id');
    const number = iri === undefined ? undefined : organisationNumberOf(iri);
    if (iri !== undefined && number === undefined) yield { pointer: '/@id', message: iriPattern };
    else if (number !== undefined && !isOrganisationNumber(number)) {
      yield { pointer: '/@id', message: numberFault(number) };
    }
    for (const { iri: identifier, pointer } of thingsOf(node, 'identifier')) {
      if (identifier === undefined || !/^\d{6}-?\d{4}$/.test(identifier)) continue;
      if (!isOrganisationNumber(identifier)) yield { pointer, message: numberFault(identifier) };
    }
  },
};

const referredAgent: RecordRule = {
  id: 'V020',
  level: 'warning',
  classes: ['Catalog', 'Dataset', 'DatasetSeries', 'DataService', 'Attribution'],
  source: 'DCAT-AP-SE 3.0.1, Agent',
  *check(node) {
    for (const { iri, pointer, node: described } of agentsOf(node)) {
      if (
        iri === undefined ||
        described !== undefined ||
        !/dataportal\.se\/organisation/i.test(iri)
      )
        continue;
      const number = organisationNumberOf(iri);
      if (number === undefined) yield { pointer, message: iriPattern };
      else if (!isOrganisationNumber(number)) yield { pointer, message: numberFault(number) };
    }
  },
};

function isPrivate(node: NodeObject): boolean {
  return irisOf(node, 'type').some((type) => privateIndividual.test(type));
}

const iriPattern: Hit['message'] = {
  sv: 'En svensk organisations IRI skrivs http://dataportal.se/organisation/SE följt av organisationsnumrets tio siffror. Använd den, så känner portalen igen organisationen.',
  en: 'The IRI of a Swedish organisation is http://dataportal.se/organisation/SE and the ten digits of its organisation number. Use it, and the portal knows the organisation.',
};

function numberFault(number: string): Hit['message'] {
  return {
    sv: `${number} är inget giltigt organisationsnummer. Kontrollera siffrorna; den sista är en kontrollsiffra.`,
    en: `${number} is not a valid organisation number. Check the digits; the last is a check digit.`,
  };
}

export const identityRules: readonly RecordRule[] = [
  sharedIri,
  twoKindsOfContact,
  agentIri,
  referredAgent,
];
