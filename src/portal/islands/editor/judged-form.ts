import { classOf } from '../../../catalog/resource.ts';
import type { Issue } from '../../../kernel/issue.ts';
import type { NodeObject } from '../../../profile/record.ts';
import { hopefulLookup } from '../../../quality/link-state.ts';
import { type Quality, qualityJudge } from '../../../quality/quality-judge.ts';
import { readEditorForm } from '../../editor/read-editor-form.ts';
import { type Judge, judgeFrom } from '../judge.ts';
import { type EditorParts, recordFields } from './editor-parts.ts';
import { formPlaces } from './record-places.ts';

/** The form as it stands, read and judged. */
export interface JudgedForm {
  readonly record: NodeObject;
  readonly fields: ReadonlyMap<string, string>;
  /** At their places in the form. */
  readonly issues: readonly Issue[];
  /** Undefined for what has no score: only datasets do. */
  readonly quality: Quality | undefined;
}

export interface FormJudge {
  readonly judge: Judge;
  /** Judges the form as it stands. */
  run(): JudgedForm;
}

/** Fetches what a judgement is compiled from, and compiles it. @throws Error when it cannot be fetched. */
export async function formJudge({ form, told }: EditorParts): Promise<FormJudge> {
  const reply = await fetch(told.judging);
  if (!reply.ok) throw new Error(`What to judge by is not there: ${reply.status}.`);
  const judge = judgeFrom(await reply.json(), told.subject);
  const { kind } = told.subject;
  const className = classOf[kind];
  const quality = kind === 'dataset' ? qualityJudge(judge) : undefined;
  const links = hopefulLookup(told.links);
  return {
    judge,
    run: () => {
      const fields = recordFields(form);
      const record = readEditorForm(judge, className, fields);
      const { content, issues } = judge.judge(record);
      const placeOf = formPlaces(judge.plan, className, fields);
      const scored = quality?.judge(content, { issues, links });
      return {
        record,
        fields: new Map(fields),
        issues: issues.map((issue) => ({ ...issue, pointer: placeOf(issue.pointer) })),
        quality: scored && {
          ...scored,
          fixes: scored.fixes.map((fix) => ({ ...fix, pointer: placeOf(fix.pointer) })),
          advice: scored.advice.map((fix) => ({ ...fix, pointer: placeOf(fix.pointer) })),
        },
      };
    },
  };
}
