import type { SiteTextName } from '../support/site-text.ts';
import type { TicketState } from '../support/ticket.ts';
import type { TicketLinkPurpose } from '../support/ticket-store.ts';

/** Tickets with their links, announcements, and texts that the operator writes. */
export interface SupportTables {
  readonly ticket: TicketTable;
  readonly ticket_link: TicketLinkTable;
  readonly announcement: AnnouncementTable;
  readonly site_text: SiteTextTable;
}

interface TicketTable {
  readonly id: string;
  readonly number: string;
  readonly state: TicketState;
  readonly organization_id: string | null;
  /** Where it came from, and which address of mail it gave: SHA-256, hex. */
  readonly place_key: string;
  readonly email_key: string;
  readonly version: number;
  readonly created: string;
  /** JSON text. */
  readonly content: string;
}

interface TicketLinkTable {
  /** SHA-256 of the secret, hex. */
  readonly hash: string;
  readonly ticket_id: string;
  readonly purpose: TicketLinkPurpose;
  readonly created: string;
}

interface AnnouncementTable {
  readonly id: string;
  readonly version: number;
  readonly starts: string;
  /** JSON text. */
  readonly content: string;
}

interface SiteTextTable {
  readonly name: SiteTextName;
  readonly version: number;
  readonly author: string;
  readonly author_id: string | null;
  readonly saved: string;
  readonly sv: string;
  readonly en: string;
}
