import type { Removed } from '../catalog/removed.ts';
import type { Kind } from '../catalog/resource.ts';
import type { WorkingCopy } from '../catalog/working-copy.ts';

/** The tables of what is being written. Contents and declarations are JSON text. */
export interface EditingTables {
  readonly working_copy: WorkingCopyTable;
  readonly declaration: DeclarationTable;
  readonly record_template: RecordTemplateTable;
  readonly removed: RemovedTable;
}

export interface WorkingCopyTable {
  readonly resource_id: string;
  readonly organization_id: string;
  readonly base: number;
  readonly revision: number;
  readonly state: WorkingCopy['state'];
  readonly author_id: string;
  readonly author_name: string;
  readonly saved: string;
  readonly publish_at: string | null;
  readonly declaration: string | null;
  readonly note: string | null;
  readonly content: string;
}

interface DeclarationTable {
  readonly resource_id: string;
  readonly version: number;
  readonly declaration: string;
}

export interface RecordTemplateTable {
  readonly id: string;
  readonly organization_id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly author_id: string;
  readonly author_name: string;
  readonly saved: string;
  readonly content: string;
}

export interface RemovedTable {
  readonly id: string;
  readonly organization_id: string;
  readonly what: Removed['what'];
  readonly kind: Kind;
  readonly name: string;
  readonly base: number;
  readonly author_id: string;
  readonly author_name: string;
  readonly at: string;
  readonly content: string;
}
