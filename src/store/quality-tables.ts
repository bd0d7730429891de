/** Scores of records, their history, and what is known of addresses. */
export interface QualityTables {
  readonly record_quality: RecordQualityTable;
  readonly quality_tally: QualityTallyTable;
  readonly quality_day: QualityDayTable;
  readonly link_check: LinkCheckTable;
}

interface RecordQualityTable {
  readonly resource_id: string;
  readonly organization_id: string;
  /** JSON text. */
  readonly content: string;
}

/** Sums of an organisation's scores. The row without organisation is what writers lock, so that sums and scores stay in step. */
interface QualityTallyTable {
  readonly organization_id: string;
  readonly changes: number;
  /** JSON text. */
  readonly content: string;
}

interface QualityDayTable {
  readonly organization_id: string;
  readonly day: string;
  readonly datasets: number;
  readonly average: number;
}

interface LinkCheckTable {
  /** SHA-256 of the address, hex: addresses are longer than keys may be. */
  readonly url_hash: string;
  readonly due: string;
  /** JSON text. */
  readonly content: string;
}
