import { addressOf } from '../catalog/catalog-context.ts';
import { describe, stands } from '../catalog/describe.ts';
import { foreignClaims, withForeignClaims } from '../catalog/foreign-claims.ts';
import type { Resource } from '../catalog/resource.ts';
import { signatureOf } from '../catalog/signature.ts';
import { type Iri, isAbsoluteIri } from '../kernel/iri.ts';
import type { Issue, Localized } from '../kernel/issue.ts';
import type { NodeObject } from '../profile/record.ts';
import type { ReadRecord } from '../rdf/read-record.ts';
import type { CatalogReading } from '../rdf/reader.ts';
import { type Deciding, type Decision, refused } from './decide-record.ts';
import { isUnder, looseStatements, ourSubject } from './loose-statements.ts';
import { withReferences } from './own-agent.ts';
import { takenIri } from './place-record.ts';

/** What becomes of a document's catalogue and of everything in it that belongs to no record. */
export interface CatalogDecision {
  readonly decisions: readonly Decision[];
  readonly notes: readonly Issue[];
}

/**
 * The document's catalogue becomes the organisation's description of its own, as long as nobody has written one here or the
 * two are the same catalogue; otherwise ours stays, and the report says so. Statements that belong to no record are kept with
 * it. A description with faults waits as a draft, while the last public one is served.
 */
export async function decideCatalog(
  deciding: Deciding,
  { catalog, leftovers, notes }: Omit<CatalogReading, 'records'>,
): Promise<CatalogDecision> {
  const { context, organization, loose } = deciding;
  if (catalog === undefined && leftovers.length === 0 && loose.length === 0) {
    return { decisions: [], notes };
  }
  const stored = await context.store.find('catalog', organization.name);
  if (stored === undefined) throw new Error(`${organization.name} has no catalogue.`);
  const left = (more: readonly Decision[] = []): CatalogDecision => ({
    decisions: [...more, ...loose.map(notTaken)],
    notes: [...notes, kept(leftovers.length)],
  });
  if (catalog === undefined) return left();
  const obstacle = await obstacleTo(deciding, catalog, stored);
  if (obstacle !== undefined) return left([obstacle]);
  const address = addressOf(context.base, 'catalog', organization.name);
  const ours = leftovers.filter((line) => ourSubject(line, context.base));
  const strangers = loose.filter(({ iri }) => iri !== undefined && isUnder(iri, context.base));
  const guests = loose.filter((read) => !strangers.includes(read));
  const turnedAway = strangers.map(notTaken);
  const node: NodeObject = {
    ...withReferences({ ...catalog, extra: [] }, deciding.agent),
    extra: [
      ...catalog.extra.filter((line) => !deciding.agent.extra.has(line)),
      ...leftovers.filter((line) => !ours.includes(line)),
      ...looseStatements(context, guests, address),
    ],
  };
  const iri = catalog.iri ?? stored.iri;
  const { name } = organization;
  const description = describe(context, { kind: 'catalog', name, iri, owner: name }, node);
  const { content, digest } = description;
  const foreign = await foreignClaims(context.store, organization.id, content);
  const issues = withForeignClaims(description.issues, foreign);
  const all = [...catalog.notes, ...issues];
  const state = issues.some((issue) => stands(issue, true)) ? 'draft' : 'published';
  const entry = { kind: 'catalog', name: organization.name, iri, state, issues: all } as const;
  const more = [
    ...notes,
    ...guests.map(keptWithCatalog),
    ...ours.slice(0, 1).map(() => dropped(ours)),
  ];
  if (digest === stored.digest && state === stored.state) {
    return { decisions: [{ list: 'unchanged', entry }, ...turnedAway], notes: more };
  }
  if (catalog.iri !== stored.iri && stored.version > 1) return left();
  if (issues.some((issue) => stands(issue, false))) {
    return left([refused('catalog', { iri, notes: all }, 'invalid-record', notStorable)]);
  }
  const save: Decision['save'] = {
    resource: {
      ...stored,
      iri,
      content,
      digest,
      state,
      version: stored.version + 1,
      changed: context.now().toISOString(),
    },
    author: signatureOf(deciding.actor),
    reason: deciding.reason,
    announce: state === 'published' ? 'update' : undefined,
  };
  return { decisions: [{ list: 'updated', entry, save }, ...turnedAway], notes: more };
}

/** Why the document's catalogue cannot be the organisation's at all, when it cannot. */
async function obstacleTo(
  { context: { base, store } }: Deciding,
  { iri, notes }: ReadRecord,
  stored: Resource,
): Promise<Decision | undefined> {
  if (iri === undefined || iri === stored.iri) return undefined;
  const refusal = (code: 'invalid-record' | 'iri-taken', reason: Localized) =>
    refused('catalog', { iri, notes }, code, reason);
  if (!isAbsoluteIri(iri) || isUnder(iri, base)) {
    return refusal('invalid-record', strange(iri, stored.iri));
  }
  const holder = await store.findByIri(iri);
  return holder === undefined ? undefined : refusal('iri-taken', takenIri(iri));
}

function notTaken(read: ReadRecord): Decision {
  const kind = read.className === 'Agent' ? 'organization' : 'catalog';
  return refused(kind, read, 'not-permitted', notARecord);
}

function keptWithCatalog({ className, iri = '[ … ]' }: ReadRecord): Issue {
  const [sv, en] =
    className === 'Agent' ? ['Aktören', 'The agent'] : ['Delkatalogen', 'The catalogue'];
  return note('kept-with-catalog', 'info', {
    sv: `${sv} ${iri} är ingen egen post här. Dess påståenden sparades i organisationens katalog.`,
    en: `${en} ${iri} is no record of its own here. Its statements were kept in the organisation's catalogue.`,
  });
}

function dropped(lines: readonly string[]): Issue {
  return note('about-this-site', 'warning', {
    sv: `${lines.length} påståenden utanför posterna handlar om adresser på den här webbplatsen, och togs inte in: ${lines[0]}`,
    en: `${lines.length} statements outside the records are about addresses on this site, and were not taken in: ${lines[0]}`,
  });
}

function kept(leftovers: number): Issue {
  const sv = leftovers === 0 ? '' : ` ${leftovers} påståenden utanför posterna togs inte in.`;
  const en =
    leftovers === 0 ? '' : ` ${leftovers} statements outside the records were not taken in.`;
  return note('catalog-kept', 'info', {
    sv: `Organisationens katalog har en egen beskrivning här, som behölls.${sv}`,
    en: `The organisation's catalogue has a description of its own here, which was kept.${en}`,
  });
}

function note(rule: string, level: Issue['level'], message: Localized): Issue {
  return { rule, level, blocks: 'nothing', pointer: '', message };
}

const notARecord: Localized = {
  sv: 'En organisation har en katalog, och organisationer tas in av operatören. Beskrivningen togs inte in.',
  en: 'An organisation has one catalogue, and organisations are taken in by the operator. The description was not taken in.',
};

const notStorable: Localized = {
  sv: 'Katalogens beskrivning kan inte sparas.',
  en: 'The description of the catalogue cannot be kept.',
};

const strange = (iri: string, own: Iri): Localized => ({
  sv: `${iri} kan inte vara organisationens katalog, som är ${own}.`,
  en: `${iri} cannot be the organisation's catalogue, which is ${own}.`,
});
