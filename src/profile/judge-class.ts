import { type Issue, pointer } from '../kernel/issue.ts';
import { isJsonObject, type JsonValue } from '../kernel/json.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { compileValues, type JudgeValue } from './judge-values.ts';
import { messages, profileIssue } from './messages.ts';
import type { ClassPlan, Plan, PropertyPlan } from './plan.ts';
import type { NodeObject } from './record.ts';
import { isEmpty } from './rules/node-values.ts';
import { recordRules } from './rules/record-rules.ts';
import type { RecordRule, RuleContext } from './rules/rule.ts';

/**
 * One node judged as its class: what must and should be there (V004, V005), what each value says, what its cross-field rules
 * say; then the nodes in it, each as its own class.
 */
export type JudgeClass = (
  node: NodeObject,
  place: string,
  around: Surroundings,
  issues: Issue[],
) => void;

/** What is the same for every node of a record. */
export type Surroundings = Omit<RuleContext, 'label'>;

/** The judgements of every class of the plan. */
export function compileClasses(
  plan: Plan,
  vocabularies: Vocabularies,
): ReadonlyMap<string, JudgeClass> {
  const judges = new Map<string, JudgeClass>();
  for (const cls of plan.classes.values()) {
    judges.set(cls.name, compileClass(cls, vocabularies, judges));
  }
  return judges;
}

function compileClass(
  cls: ClassPlan,
  vocabularies: Vocabularies,
  judges: ReadonlyMap<string, JudgeClass>,
): JudgeClass {
  const rules = recordRules.filter((rule) => rule.classes.includes(cls.name));
  const properties = cls.properties
    .filter((property) => !property.computed)
    .map((property) => compileProperty(property, cls, rules, vocabularies));
  const mustSaySomething = isHelper(cls);
  const label: RuleContext['label'] = (name) =>
    cls.property.get(name)?.label ?? { sv: name, en: name };

  return (node, place, around, issues) => {
    let saysSomething = false;
    for (const property of properties) {
      const value = node[property.name];
      if (isEmpty(value)) {
        const { absent, step } = property;
        if (absent !== undefined) issues.push({ ...absent, pointer: place + step });
      } else saysSomething = true;
      if (value !== undefined && property.isJudged) {
        judgeProperty(property, value, place, around, issues);
      }
    }
    if (mustSaySomething && !saysSomething) {
      issues.push(profileIssue('V005', place, messages.saysNothing(cls.label)));
    }
    if (rules.length === 0) return;
    const { vocabularies, now, says } = around;
    const context: RuleContext = { vocabularies, now, says, label };
    for (const rule of rules) {
      for (const hit of rule.check(node, context)) {
        issues.push(profileIssue(rule.id, place + hit.pointer, hit.message, rule.level));
      }
    }
  };

  function judgeProperty(
    property: JudgedProperty,
    value: JsonValue,
    place: string,
    around: Surroundings,
    issues: Issue[],
  ): void {
    const { step, isList } = property;
    if (!isList) judgeValue(property, value, place + step, around, issues);
    else if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) {
        judgeValue(property, value[index], `${place}${step}/${index}`, around, issues);
      }
    }
  }

  function judgeValue(
    { judge, nodeClass }: JudgedProperty,
    value: JsonValue,
    place: string,
    around: Surroundings,
    issues: Issue[],
  ): void {
    judge?.(value, place, issues);
    if (nodeClass === undefined || !isJsonObject(value)) return;
    judges.get(nodeClass)?.(value, place, around, issues);
  }
}

/** What there is to do for one property of a class. */
interface JudgedProperty {
  readonly name: string;
  /** The property as a step of a JSON Pointer. */
  readonly step: string;
  readonly isList: boolean;
  readonly isJudged: boolean;
  readonly nodeClass: string | undefined;
  readonly absent: Omit<Issue, 'pointer'> | undefined;
  readonly judge: JudgeValue | undefined;
}

function compileProperty(
  property: PropertyPlan,
  cls: ClassPlan,
  rules: readonly RecordRule[],
  vocabularies: Vocabularies,
): JudgedProperty {
  const judge = compileValues(property, vocabularies);
  return {
    name: property.name,
    step: pointer(property.name),
    isList: property.many && property.node !== 'text',
    isJudged: judge !== undefined || property.class !== undefined,
    nodeClass: property.class,
    absent: absence(property, cls, rules),
    judge,
  };
}

/** What there is to say when the property is not there, made once as it never differs but in place. */
function absence(
  { name, obligation, whereApt, label, help }: PropertyPlan,
  cls: ClassPlan,
  rules: readonly RecordRule[],
): Omit<Issue, 'pointer'> | undefined {
  if (obligation === 'mandatory') return profileIssue('V004', '', messages.missing(label, help));
  if (obligation !== 'recommended' || !hasMandatory(cls)) return undefined;
  if (rules.some((rule) => rule.covers?.includes(name) === true)) return undefined;
  return whereApt
    ? profileIssue('V005', '', messages.whereApt(label, help), 'info')
    : profileIssue('V005', '', messages.recommended(label, help));
}

/**
 * Documents, standards and licences are enough as a reference, and of a place or a period any one detail will do: there
 * recommendations are alternatives, and only where something is mandatory are they a list to fill in.
 */
function hasMandatory(cls: ClassPlan): boolean {
  return cls.properties.some(({ obligation }) => obligation === 'mandatory');
}

/** A node that only exists for what it says: a place, a period, an address. */
function isHelper(cls: ClassPlan): boolean {
  return !cls.needsIri && !hasMandatory(cls);
}
