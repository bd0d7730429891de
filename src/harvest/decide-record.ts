import type { CatalogContext } from '../catalog/catalog-context.ts';
import type { Save } from '../catalog/catalog-store.ts';
import { type Description, judged, type Subject, settleAs, stands } from '../catalog/describe.ts';
import { foreignClaimIssue, foreignClaims } from '../catalog/foreign-claims.ts';
import type { Kind, Resource, State } from '../catalog/resource.ts';
import { signatureOf } from '../catalog/signature.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Iri } from '../kernel/iri.ts';
import type { Issue, Localized } from '../kernel/issue.ts';
import type { Claim } from '../profile/judge-claims.ts';
import type { ReadRecord } from '../rdf/read-record.ts';
import type { ImportEntry, ImportList } from './import-report.ts';
import { type OwnAgent, withoutDescriptions, withReferences } from './own-agent.ts';
import { placeOf, type RecordKind, takenIri } from './place-record.ts';

/**
 * What is to become of one record of a document, decided before anything is written, so that a dry run and a real one
 * cannot differ.
 */
export interface Decision {
  readonly list: ImportList;
  readonly entry: ImportEntry;
  /** Undefined where nothing is to be written. */
  readonly save?: Save;
}

/** What all decisions of one import share. */
export interface Deciding {
  readonly context: CatalogContext;
  readonly actor: Actor;
  readonly organization: Resource;
  readonly publish: boolean;
  readonly reason: string | null;
  /** IRIs and names that earlier records of the document have. */
  readonly seen: Set<Iri>;
  readonly names: Set<string>;
  readonly agent: OwnAgent;
  /** Catalogues and agents among the records, for the catalogue to keep. */
  readonly loose: ReadRecord[];
}

/** The records of a document that become records here, by class. */
export const importedKinds: Readonly<Record<string, RecordKind>> = {
  Dataset: 'dataset',
  DatasetSeries: 'series',
  DataService: 'service',
};

/**
 * Decides about a record of the document.
 * @param find the stored records of the batch by IRI
 */
export async function decideRecord(
  deciding: Deciding,
  read: ReadRecord,
  kind: RecordKind,
  find: (iri: Iri) => Resource | undefined,
): Promise<Decision> {
  const { context, organization, seen } = deciding;
  const place = await placeOf(deciding, read, kind, find);
  if ('reason' in place) return refused(kind, read, place.code, place.reason);
  const { name, iri, stored } = place;
  if (seen.has(iri)) return refused(kind, read, 'iri-taken', twice(iri));
  seen.add(iri);
  if (stored !== undefined && stored.kind !== kind) {
    return refused(kind, read, 'iri-taken', takenIri(iri));
  }
  deciding.names.add(`${kind}/${name}`);
  const node = withReferences(read, deciding.agent);
  const subject = { kind, name, iri, owner: organization.name };
  const settled = settleAs(context, subject, node);
  const decided = (description: Description, found: readonly Issue[]) =>
    decideSave(deciding, {
      ...description,
      subject,
      stored,
      issues: [...read.notes, ...found, ...description.issues],
    });
  // What is here word for word has been looked through before.
  if (settled.digest === stored?.digest) return decided(settled, []);
  const foreign = await foreignClaims(context.store, organization.id, settled.content);
  if (foreign.length === 0) return decided(settled, []);
  const agents = foreign.filter(({ record }) => record.kind === 'organization');
  const others = foreign.filter((claim) => !agents.includes(claim));
  const reduced = settleAs(context, subject, withoutDescriptions(node, agents));
  return decided(reduced, [...agents.map(describedElsewhere), ...others.map(foreignClaimIssue)]);
}

interface Settled extends Description {
  readonly subject: Subject & { readonly kind: RecordKind };
  readonly stored: Resource | undefined;
}

/** New, changed or the same; what is or becomes public must be valid. */
function decideSave(
  { context, actor, organization, publish, reason }: Deciding,
  settled: Settled,
): Decision {
  const { subject, content, digest, stored } = settled;
  const { kind, name, iri } = subject;
  const before: State | undefined = stored?.state;
  const state: State = publish || before === 'published' ? 'published' : (before ?? 'draft');
  if (stored !== undefined && stored.digest === digest && state === before) {
    // What is here word for word is not judged again: an unchanged catalogue is read every night.
    return { list: 'unchanged', entry: { kind, name, iri, state, issues: settled.issues } };
  }
  const issues = [...settled.issues, ...judged(context, subject, settled)];
  const entry = { kind, name, iri, state, issues };
  if (issues.some((issue) => stands(issue, state === 'published'))) {
    const reason = issues.some((issue) => stands(issue, false)) ? notStorable : notValid;
    const here = before === undefined ? {} : { state: before };
    return {
      list: 'refused',
      entry: { kind, name, iri, ...here, code: 'invalid-record', reason, issues },
    };
  }
  const time = context.now().toISOString();
  const published = stored?.published ?? (state === 'published' ? time : null);
  return {
    list: stored === undefined ? 'added' : 'updated',
    entry,
    save: {
      resource: {
        id: stored?.id ?? context.newId(),
        kind,
        organization: organization.id,
        name,
        iri,
        state,
        version: (stored?.version ?? 0) + 1,
        content,
        digest,
        created: stored?.created ?? time,
        changed: time,
        published,
      },
      author: signatureOf(actor),
      reason,
      announce: state !== 'published' ? undefined : before === 'published' ? 'update' : 'create',
    },
  };
}

function describedElsewhere({ iri, pointer }: Claim): Issue {
  return {
    rule: 'described-elsewhere',
    level: 'info',
    blocks: 'nothing',
    pointer,
    message: {
      sv: `${iri} är en organisation här och beskriver sig själv. Hänvisningen togs in, beskrivningen inte.`,
      en: `${iri} is an organisation here and describes itself. The reference was taken in, the description was not.`,
    },
  };
}

/** A record that is not taken, and why. */
export function refused(
  kind: Kind,
  read: Pick<ReadRecord, 'iri' | 'notes'>,
  code: NonNullable<ImportEntry['code']>,
  reason: Localized,
): Decision {
  return {
    list: 'refused',
    entry: {
      kind,
      ...(read.iri === undefined ? {} : { iri: read.iri }),
      code,
      reason,
      issues: read.notes,
    },
  };
}

const notValid: Localized = {
  sv: 'Beskrivningen har fel som ska rättas innan den kan publiceras. Importera som utkast för att rätta dem här.',
  en: 'The description has errors that must be mended before it can be published. Import it as a draft to mend them here.',
};

const notStorable: Localized = {
  sv: 'Beskrivningen har en form som inte kan sparas, inte ens som utkast.',
  en: 'The description has a form that cannot be kept, not even as a draft.',
};

const twice = (iri: Iri): Localized => ({
  sv: `${iri} står två gånger i dokumentet; den första togs.`,
  en: `${iri} stands twice in the document; the first was taken.`,
});
