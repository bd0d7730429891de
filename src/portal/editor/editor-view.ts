import type { ComponentChild } from 'preact';
import type { SignedIn } from '../../accounts/signed-in.ts';
import type { Issue, UserLanguage } from '../../kernel/issue.ts';
import type { ClassPlan, PropertyPlan } from '../../profile/plan.ts';
import type { Choice } from '../components/select.tsx';
import type { EditorRules } from './editor-fields.ts';

/** What the form of a record is drawn from. */
export interface EditorView {
  readonly rules: EditorRules;
  readonly language: UserLanguage;
  readonly signedIn: SignedIn;
  /** Of the page, which the form is posted to. */
  readonly address: string;
  readonly className: string;
  /** The record as typed, as fields. */
  readonly fields: ReadonlyMap<string, string>;
  /** The profile's judgement of it, errors first. */
  readonly issues: readonly Issue[];
  /** Of the working copy that is shown; 0: there is none yet. */
  readonly revision: number;
  /** Version of the record that the copy began from. */
  readonly base: number;
  /** Marks of what is shown, by which a collision is solved. */
  readonly seen: string;
  /** BCP 47 tags that texts are asked for in, Swedish first. */
  readonly languages: readonly string[];
  /** Whether somebody has asked for everything to be said beside its field. */
  readonly isChecked: boolean;
  /** What is said beside the fields, by `shownIssues`. */
  readonly shown: readonly Issue[];
  /** Places of folded parts that are open. */
  readonly open: readonly string[];
  /** What can be referred to, by class of the thing or by property: IRIs with what they are called. */
  readonly known: Readonly<Record<string, readonly Choice[]>>;
  /** Draws the controls of a property. Handed in, as forms lie in forms. */
  readonly inputs: (spot: Spot) => ComponentChild;
  /** Whether the person may change it; others read. */
  readonly mayEdit: boolean;
}

/** Where in the form something is drawn. */
export interface Spot {
  readonly view: EditorView;
  readonly cls: ClassPlan;
  readonly property: PropertyPlan;
  /** JSON Pointer of the property's value. */
  readonly place: string;
}

/** Issues at the place or below it. */
export function issuesUnder(issues: readonly Issue[], place: string): readonly Issue[] {
  return issues.filter(({ pointer }) => pointer === place || pointer.startsWith(`${place}/`));
}

/** Issues at this very place. */
export function issuesAt(issues: readonly Issue[], place: string): readonly Issue[] {
  return issues.filter(({ pointer }) => pointer === place);
}

/**
 * The issues that are said beside their fields: of what something stands in, and of everything once it is to be checked. That the
 * rest of a new form is empty, who writes it knows.
 */
export function shownIssues(
  view: Pick<EditorView, 'issues' | 'fields' | 'isChecked'>,
): readonly Issue[] {
  if (view.isChecked) return view.issues;
  const written = [...view.fields].flatMap(([name, text]) => (text.trim() === '' ? [] : name));
  return view.issues.filter(
    ({ pointer }) =>
      // Words of a list are written in one field: `/keyword/sv/1` lies in `/keyword/sv`.
      isSaid(view, pointer) || written.some((name) => isBelow(pointer, name)),
  );
}

/** The text of a field; empty when there is none. */
export function textAt({ fields }: Pick<EditorView, 'fields'>, name: string): string {
  return fields.get(name) ?? '';
}

/** Whether anything is said at the place or below it. */
export function isSaid({ fields }: Pick<EditorView, 'fields'>, place: string): boolean {
  if (fields.has(place)) return true;
  for (const name of fields.keys()) if (isBelow(name, place)) return true;
  return false;
}

/** How many members the list at the place has. */
export function countAt({ fields }: Pick<EditorView, 'fields'>, place: string): number {
  let count = 0;
  for (const name of fields.keys()) {
    if (!name.startsWith(`${place}/`)) continue;
    const index = Number.parseInt(name.slice(place.length + 1), 10);
    if (index >= count) count = index + 1;
  }
  return count;
}

function isBelow(name: string, place: string): boolean {
  return name.startsWith(place) && (name[place.length] === '/' || name[place.length] === '?');
}
