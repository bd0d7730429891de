import type { Level } from '../../kernel/issue.ts';

/** Rules whose breach keeps a record from nothing. DCAT-AP-SE 3.0.1: what "should" be. */
const warnings: ReadonlySet<string> = new Set(
  'V005 V007 V010 V011 V013 V014 V016 V020 V023 V024 V026 V027 V028 V029 V030 V033 V034 V035'.split(
    ' ',
  ),
);

/** Rules whose breach is worth a word. */
const hints: ReadonlySet<string> = new Set(['V031', 'V032']);

/** The level of a rule by its code; every other is an error, as are faults in the form of the JSON. */
export function ruleLevel(id: string): Level {
  if (warnings.has(id)) return 'warning';
  return hints.has(id) ? 'info' : 'error';
}
