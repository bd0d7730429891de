/** How often records were looked at and fetched. */
export interface UsageTables {
  readonly usage_day: UsageDayTable;
}

interface UsageDayTable {
  readonly resource_id: string;
  readonly day: string;
  readonly organization_id: string;
  readonly views: number;
  readonly downloads: number;
}
