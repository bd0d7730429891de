import type { AuditTrail } from '../audit/audit-event.ts';
import type { Outbox } from '../jobs/job-request.ts';
import type { NodeObject } from '../profile/record.ts';
import type { RecordTemplate } from './record-template.ts';
import type { Removed } from './removed.ts';

/**
 * What is being written on a record and nobody else sees yet. The editor saves here every few seconds; a version is made only
 * when somebody says so, so that history holds decisions and no keystrokes. A record has one copy at most, which its
 * organisation's editors share.
 */
export interface WorkingCopy {
  /** Id of the record. */
  readonly resource: string;
  /** Id of its organisation. */
  readonly organization: string;
  /** The version of the record that it began from: another one saved since is a collision to be solved before it is published. */
  readonly base: number;
  /** Counts from 1; every save raises it, so that two who write at once find out. */
  readonly revision: number;
  /** As typed: it may be incomplete and wrong, and what is no date yet stands as a text at the date's place. */
  readonly content: NodeObject;
  /** `editing`; `submitted` waits for somebody else's approval; `scheduled` is published when its time comes. */
  readonly state: 'editing' | 'submitted' | 'scheduled';
  /** Id and name of the person who saved last. */
  readonly author: { readonly id: string; readonly name: string };
  /** ISO 8601. */
  readonly saved: string;
  /** When it is to be published, ISO 8601: scheduled, or wished for by whoever submitted it; null for at once. */
  readonly publishAt: string | null;
  /** Said when it was submitted or scheduled. */
  readonly declaration: Declaration | null;
  /** Why it was saved, submitted or sent back, in the writers' own words. */
  readonly note: string | null;
}

/**
 * The owner's word that the content may be public: kept with the version and shown to readers as responsibility. Offentlighets- och
 * sekretesslagen (2009:400); öppna datalagen (2022:818) 2 kap.
 */
export interface Declaration {
  /** Who classified the information, as a role or a unit rather than a person. */
  readonly classifiedBy: string;
  /** ISO date. */
  readonly classifiedOn: string;
  /** On what ground it may be public, in words. */
  readonly ground: string;
  /** Id and name of the person who declared, and when. */
  readonly declaredBy: { readonly id: string; readonly name: string };
  readonly declaredAt: string;
}

/** Reading what is being written. */
export interface EditingReader {
  copyOf(resource: string): Promise<WorkingCopy | undefined>;
  /** Of one organisation, last saved first. */
  copies(organization: string): Promise<readonly WorkingCopy[]>;
  /** The declaration that a version was published with: its own, or the newest one before. */
  declarationOf(resource: string, version: number): Promise<Declaration | undefined>;
  /** Of one organisation, in the order of their names. */
  templates(organization: string): Promise<readonly RecordTemplate[]>;
  /** What was thrown away in one organisation, last thrown first. */
  removed(organization: string): Promise<readonly Removed[]>;
}

/** Writing it. */
export interface EditingWriter {
  /**
   * Saves a copy: revision 1 makes one, a later one replaces exactly the revision before.
   * @throws CatalogError `version-conflict` when another revision is stored.
   */
  saveCopy(copy: WorkingCopy): Promise<void>;
  /** Throws a copy away. @throws CatalogError `version-conflict`. */
  dropCopy(resource: string, revision: number): Promise<void>;
  keepDeclaration(resource: string, version: number, declaration: Declaration): Promise<void>;
  /** Adds a template, or replaces the one with its id. @throws CatalogError `name-taken` when the organisation has another of that name. */
  saveTemplate(template: RecordTemplate): Promise<void>;
  /** @returns whether it was there */
  removeTemplate(organization: string, id: string): Promise<boolean>;
  /** Keeps what is thrown away, so that it can be had back. */
  keepRemoved(removed: Removed): Promise<void>;
  /** Forgets one that was had back. @returns whether it was there */
  forgetRemoved(organization: string, id: string): Promise<boolean>;
  /** Forgets all that were thrown away before the time (ISO 8601). @returns how many */
  forgetRemovedBefore(time: string): Promise<number>;
}

/** What work inside one transaction may do. */
export interface EditingTransaction extends EditingReader, EditingWriter, AuditTrail, Outbox {}

/** The port to where working copies, declarations, templates and what was thrown away live. Each call of a writer is a transaction. */
export interface EditingStore extends EditingReader, EditingWriter {
  /** Runs the work in one transaction that commits when it returns and is rolled back when it throws; it may only use its `tx`. */
  transact<T>(work: (tx: EditingTransaction) => Promise<T>): Promise<T>;
}
