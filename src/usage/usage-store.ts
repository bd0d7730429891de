/** How often a record was looked at and fetched: a page seen, a description in RDF or JSON fetched. */
export interface UsageCount {
  /** Id of the record, and of its owner. */
  readonly resource: string;
  readonly organization: string;
  readonly views: number;
  readonly downloads: number;
}

/** The port to where use is counted, by day. */
export interface UsageStore {
  /** Adds to what was counted on the ISO date. */
  addUsage(day: string, counts: readonly UsageCount[]): Promise<void>;
  /** Sums of an organisation's records since the ISO date, so many of those with most views, the first first. */
  usage(organization: string, since: string, most: number): Promise<readonly UsageCount[]>;
  /** Sums of all records of an organisation by day, in order. */
  usageDays(
    organization: string,
    since: string,
  ): Promise<
    readonly { readonly day: string; readonly views: number; readonly downloads: number }[]
  >;
}
