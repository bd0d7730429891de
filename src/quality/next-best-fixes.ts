import { type Issue, type Localized, pointer } from '../kernel/issue.ts';
import { type FixRow, fixTable } from './fix-table.ts';
import { type MetricId, metrics } from './metrics.ts';
import type { QualityScore } from './score-record.ts';

/** Something to do that makes a description better. */
export interface Fix {
  readonly id: string;
  /** Points gained, of 405; 0 for advice. */
  readonly points: number;
  /** RFC 6901 JSON Pointer to where it is done. */
  readonly pointer: string;
  /** `+20: ange tidsperiod` */
  readonly text: Localized;
}

/** Instead of what to do, where all there is to do is to wait: addresses are asked by night, or when somebody says so. */
const unasked: Localized = {
  sv: 'adressen har inte kontrollerats än',
  en: 'the address has not been checked yet',
};

const pointsOf = new Map<MetricId, number>(metrics.map(({ id, points }) => [id, points]));

/** The points that are still to be had, most first. @param issues what the profile says, to point at the first fault */
export function nextBestFixes(score: QualityScore, issues: readonly Issue[]): readonly Fix[] {
  const unmet = new Map(
    score.measurements.filter(({ holds }) => !holds).map((one) => [one.metric.id, one]),
  );
  const fixes: Fix[] = [];
  if (score.distribution === undefined) fixes.push(firstDistribution(unmet));
  for (const row of fixTable) {
    if (!unmet.has(row.metrics[0])) continue;
    const gained = row.metrics.filter((id) => unmet.has(id));
    const isUnasked = gained.every((id) => unmet.get(id)?.sureness === 'assumed');
    const named = isUnasked ? { id: row.id, text: unasked } : row;
    fixes.push(fixOf(named, sumOf(gained), placeOf(row, score.distribution, issues)));
    for (const id of gained) unmet.delete(id);
  }
  return fixes.sort((one, other) => other.points - one.points);
}

/** Without a distribution all that is measured on one is to be had with it. */
function firstDistribution(
  unmet: Map<MetricId, { readonly metric: { readonly level: string } }>,
): Fix {
  const gained = [...unmet].filter(([, { metric }]) => metric.level === 'distribution');
  for (const [id] of gained) unmet.delete(id);
  return fixOf(
    {
      id: 'distribution',
      text: {
        sv: 'lägg till en distribution: en fil eller en adress till data',
        en: 'add a distribution: a file or an address of the data',
      },
    },
    sumOf(gained.map(([id]) => id)),
    '/distribution',
  );
}

function fixOf({ id, text }: Pick<FixRow, 'id' | 'text'>, points: number, place: string): Fix {
  return {
    id,
    points,
    pointer: place,
    text: { sv: `+${points}: ${text.sv}`, en: `+${points}: ${text.en}` },
  };
}

function sumOf(ids: readonly MetricId[]): number {
  return ids.reduce((sum, id) => sum + (pointsOf.get(id) ?? 0), 0);
}

function placeOf(
  { id, property, metrics: [first] }: FixRow,
  distribution: number | undefined,
  issues: readonly Issue[],
): string {
  if (id === 'faults')
    return (issues.find(({ level }) => level === 'error') ?? issues[0])?.pointer ?? '';
  const level = metrics.find((metric) => metric.id === first)?.level;
  if (level !== 'distribution') return pointer(property);
  return pointer('distribution', distribution ?? 0, property);
}
