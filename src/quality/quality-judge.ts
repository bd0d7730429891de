import type { Issue } from '../kernel/issue.ts';
import type { Judgement } from '../profile/profile.ts';
import type { NodeObject } from '../profile/record.ts';
import { mediaTypes } from '../vocabularies/media-types.ts';
import { afterHarvest } from './after-harvest.ts';
import { type FiveStars, fiveStars } from './five-stars.ts';
import type { LinkLookup } from './link-state.ts';
import { type Fix, nextBestFixes } from './next-best-fixes.ts';
import { type RuleCount, ruleSummary } from './rule-summary.ts';
import { type QualityScore, scoreRecord } from './score-record.ts';
import { textAdvice } from './text-advice.ts';

/** What is handed in with a record. */
export interface Judged {
  /** What the profile says of it: `Judgement.validate`. */
  readonly issues: readonly Issue[];
  readonly links: LinkLookup;
}

/** Everything that is said about a description's quality. */
export interface Quality {
  /** As stored here. */
  readonly here: QualityScore;
  /** What Europe will find, when the national portal has fetched it and Europe from there. */
  readonly afterHarvest: QualityScore;
  readonly stars: FiveStars;
  /** The Swedish rules that had something to say. */
  readonly rules: readonly RuleCount[];
  /** What gives most points first, of those that Europe counts. */
  readonly fixes: readonly Fix[];
  /** What makes the description better to read and gives no points. */
  readonly advice: readonly Fix[];
}

/** Judges descriptions of datasets; needs no server, so that an editor's browser says the same. */
export interface QualityJudge {
  scoreHere(record: NodeObject, judged: Judged): QualityScore;
  scoreAfterHarvest(record: NodeObject, judged: Judged): QualityScore;
  judge(record: NodeObject, judged: Judged): Quality;
}

/** Rules that the European checks have too, in some form: what breaks one is not DCAT-AP. */
const europeanRules: ReadonlySet<string> = new Set([
  'V001',
  'V004',
  'V008',
  'V009',
  'V010',
  'V016',
  'V035',
]);

/** Makes the judge of a compiled profile. */
export function qualityJudge({
  plan,
  vocabularies,
}: Pick<Judgement, 'plan' | 'vocabularies'>): QualityJudge {
  const types = mediaTypes(vocabularies);
  const judge: QualityJudge = {
    scoreHere: (record, { issues, links }) =>
      scoreRecord(record, !issues.some(({ level }) => level === 'error'), {
        vocabularies,
        mediaTypes: types,
        links,
      }),
    scoreAfterHarvest: (record, { issues, links }) =>
      scoreRecord(afterHarvest(plan, record), !issues.some(breaksDcatAp), {
        vocabularies,
        mediaTypes: types,
        links,
      }),
    judge: (record, judged) => {
      const harvested = judge.scoreAfterHarvest(record, judged);
      return {
        here: judge.scoreHere(record, judged),
        afterHarvest: harvested,
        stars: fiveStars(record, { vocabularies, mediaTypes: types }),
        rules: ruleSummary(judged.issues),
        fixes: nextBestFixes(harvested, judged.issues),
        advice: textAdvice(record),
      };
    },
  };
  return judge;
}

function breaksDcatAp({ level, rule }: Issue): boolean {
  return level === 'error' || (level === 'warning' && europeanRules.has(rule));
}
