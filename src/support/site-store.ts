import type { AuditTrail } from '../audit/audit-event.ts';
import type { Outbox } from '../jobs/job-request.ts';
import type { Announcement } from './announcement.ts';
import type { SiteText, SiteTextName } from './site-text.ts';

/** The port to what the operator writes for everybody: announcements, and the texts of pages. */
export interface SiteReader {
  announcement(id: string): Promise<Announcement | undefined>;
  /** The newest first, by when they start; those that were taken back too. */
  announcements(limit: number): Promise<readonly Announcement[]>;
  /** The newest version; undefined when the operator has written none. */
  text(name: SiteTextName): Promise<SiteText | undefined>;
  textVersion(name: SiteTextName, version: number): Promise<SiteText | undefined>;
  /** The newest first. */
  textVersions(name: SiteTextName, limit: number): Promise<readonly SiteText[]>;
}

export interface SiteTransaction extends SiteReader, AuditTrail, Outbox {
  /** Keeps version 1 as new, a later one in the place of the one before. @throws CatalogError `version-conflict`. */
  saveAnnouncement(announcement: Announcement): Promise<void>;
  /** @param writer whose it is, by id. @throws CatalogError `version-conflict` when the version is there already. */
  addText(text: SiteText, writer: string): Promise<void>;
}

export interface SiteStore extends SiteReader {
  /** As `CatalogStore.transact`: all or nothing, and only `tx` inside. */
  transact<T>(work: (tx: SiteTransaction) => Promise<T>): Promise<T>;
}
