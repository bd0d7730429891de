import { distributionRules } from './distribution-rules.ts';
import { hvdRules } from './hvd-rules.ts';
import { identityRules } from './identity-rules.ts';
import { licenceRules } from './licence-rules.ts';
import { placeAndTimeRules } from './place-and-time-rules.ts';
import type { RecordRule } from './rule.ts';
import { subjectRules } from './subject-rules.ts';
import { textRules } from './text-rules.ts';

/** Every cross-field rule that one record can be judged by. */
export const recordRules: readonly RecordRule[] = [
  ...textRules,
  ...subjectRules,
  ...licenceRules,
  ...hvdRules,
  ...identityRules,
  ...placeAndTimeRules,
  ...distributionRules,
];
