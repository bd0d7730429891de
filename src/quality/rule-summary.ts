import type { Issue, Level } from '../kernel/issue.ts';

/** How often a rule has something to say. */
export interface RuleCount {
  /** `V001`…`V035`, or a word for the form of the JSON. */
  readonly rule: string;
  readonly level: Level;
  readonly count: number;
}

const order: readonly Level[] = ['error', 'warning', 'info'];

/** The rules that had something to say, the worst first, then those that had most. */
export function ruleSummary(issues: readonly Issue[]): readonly RuleCount[] {
  const counts = new Map<string, { rule: string; level: Level; count: number }>();
  for (const { rule, level } of issues) {
    const key = `${level} ${rule}`;
    const counted = counts.get(key);
    if (counted === undefined) counts.set(key, { rule, level, count: 1 });
    else counted.count += 1;
  }
  return [...counts.values()].sort(
    (one, other) =>
      order.indexOf(one.level) - order.indexOf(other.level) ||
      other.count - one.count ||
      (one.rule < other.rule ? -1 : 1),
  );
}
