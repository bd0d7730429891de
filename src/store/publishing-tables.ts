import type { BulkAction } from '../catalog/publishing-store.ts';

/** What surrounds publications. `0` and `1` stand for no and yes. */
export interface PublishingTables {
  readonly publishing_rules: PublishingRulesTable;
  readonly approval: ApprovalTable;
  readonly bulk_change: BulkChangeTable;
  readonly bulk_record: BulkRecordTable;
  readonly logotype: LogotypeTable;
}

interface PublishingRulesTable {
  readonly organization_id: string;
  readonly four_eyes: number;
  readonly declaration: number;
  readonly classified_by: string | null;
  readonly ground: string | null;
  readonly colour: string | null;
}

interface ApprovalTable {
  readonly resource_id: string;
  readonly version: number;
  readonly asked_id: string;
  readonly asked_name: string;
  readonly approved_id: string;
  readonly approved_name: string;
  readonly at: string;
}

export interface BulkChangeTable {
  readonly id: string;
  readonly organization_id: string;
  readonly action: BulkAction;
  readonly property: string | null;
  readonly by_id: string;
  readonly by_name: string;
  readonly at: string;
  readonly undone_by: string | null;
  readonly undone_at: string | null;
  readonly undone_by_id: string | null;
  readonly count: number;
}

interface BulkRecordTable {
  readonly bulk_id: string;
  readonly resource_id: string;
  readonly version_before: number;
  readonly version_after: number;
  readonly from_id: string | null;
}

interface LogotypeTable {
  readonly organization_id: string;
  readonly digest: string;
  readonly alternative: string;
  readonly width: number;
  readonly height: number;
  readonly saved: string;
  /** Base64: text is what both databases keep alike. */
  readonly png: string;
}
