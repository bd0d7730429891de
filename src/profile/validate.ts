import type { Iri } from '../kernel/iri.ts';
import type { Issue, Level } from '../kernel/issue.ts';
import { isJsonObject } from '../kernel/json.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { compileClasses } from './judge-class.ts';
import { extraStatement, judgeExtra } from './judge-extra.ts';
import { compileForm } from './judge-form.ts';
import { judgeWritable } from './judge-writable.ts';
import type { ClassPlan, Plan } from './plan.ts';
import type { NodeObject } from './record.ts';
import type { RuleContext } from './rules/rule.ts';

/**
 * Every fault of a record at once, in two layers: the form of the JSON, which must be right for the record to be kept at all,
 * and the profile's judgement, which must be right for it to be published.
 */

/** More issues than these help nobody; the worst come first. */
const most = 500;

/** Judges a record as a class of the plan; errors first, then by pointer. @throws Error for a class that is not in the plan. */
export type Validate = (record: NodeObject, className: string) => readonly Issue[];

/**
 * Compiles the plan into a judgement. It never throws on JSON, whatever it holds.
 * @param now the time by which V031 tells old from new.
 */
export function compileValidator(
  plan: Plan,
  vocabularies: Vocabularies,
  now: () => Date = () => new Date(),
): Validate {
  const judgeForm = compileForm(plan, vocabularies);
  const classes = compileClasses(plan, vocabularies);
  return (record, className) => {
    const judgeClass = classes.get(plan.class(className).name);
    const unwritable = judgeWritable(record);
    if (unwritable.some(({ rule }) => rule === 'too-deep')) return unwritable;
    const issues: Issue[] = [...unwritable, ...judgeForm(record, className)];
    if (!isJsonObject(record)) return issues;
    const ofAnything = className === 'Catalog';
    issues.push(...judgeExtra(record, { ofAnything, computed: computedOf(plan.class(className)) }));
    const malformed = new Set(issues.map(({ pointer }) => pointer));
    const judged: Issue[] = [];
    judgeClass?.(record, '', { vocabularies, now: now(), says: sayer(record) }, judged);
    // Of a value that cannot be kept, what the profile would say next only confuses.
    const more = judged.filter(({ pointer }) => pointer === '' || !malformed.has(pointer));
    // Never `push(...more)`: a large record has more issues than a call may have arguments.
    return worst(issues.concat(more)).sort(byWeight);
  };
}

const computedByClass = new WeakMap<ClassPlan, ReadonlySet<Iri>>();

/** The predicates of a class that only the program writes. */
function computedOf(cls: ClassPlan): ReadonlySet<Iri> {
  const known = computedByClass.get(cls);
  if (known !== undefined) return known;
  const computed = new Set(cls.properties.filter((one) => one.computed).map(({ iri }) => iri));
  computedByClass.set(cls, computed);
  return computed;
}

/** Nothing that keeps a record from being stored is ever cut away while something milder stays. */
function worst(issues: readonly Issue[]): Issue[] {
  if (issues.length <= most) return [...issues];
  const storing = issues.filter(({ blocks }) => blocks === 'storing');
  const others = issues.filter(({ blocks }) => blocks !== 'storing').sort(byWeight);
  return [...storing, ...others].slice(0, most);
}

const weights: Readonly<Record<Level, number>> = { error: 0, warning: 1, info: 2 };

function byWeight(one: Issue, other: Issue): number {
  if (one.level !== other.level) return weights[one.level] - weights[other.level];
  if (one.pointer === other.pointer) return 0;
  return one.pointer < other.pointer ? -1 : 1;
}

/** Looks into the statements that the profile does not know; they are read only when a rule asks. */
function sayer({ extra }: NodeObject): RuleContext['says'] {
  if (!Array.isArray(extra) || extra.length === 0) return () => false;
  let said: ReadonlySet<string> | undefined;
  return (subject, predicate) => {
    said ??= new Set(
      extra.flatMap((line: unknown) => {
        const read = typeof line === 'string' ? extraStatement(line) : undefined;
        return read === undefined ? [] : [`${read.subject} ${read.predicate}`];
      }),
    );
    return said.has(`${subject} ${predicate}`);
  };
}
