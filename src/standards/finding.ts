/** What can be wrong with a cell. Data-standard messages carry the same codes, and so do reports: they never change. */
export const cellFaults = [
  'missing-value',
  'type',
  'enum',
  'pattern',
  'range',
  'length',
  'organization-number',
  'hsa-id',
  'municipality',
  'county',
  'bathing-water-id',
] as const;

export type CellFault = (typeof cellFaults)[number];

/** What has one meaning though it is not written as the standard has it, and is read all the same. */
export const cellRepairs = [
  'surrounding-space',
  'decimal-comma',
  'thousands-space',
  'boolean-form',
  'leading-zero',
  'date-form',
  'letter-case',
  'spaces-within',
  'century',
  'phone-form',
  'missing-mark',
  'hard-space',
  'code-label',
] as const;

export type CellRepair = (typeof cellRepairs)[number];
