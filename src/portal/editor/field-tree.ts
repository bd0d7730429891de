import { pointer } from '../../kernel/issue.ts';

/**
 * The fields of a posted form as a tree. A field is named after the place in the record that it says: `/distribution/0/title/sv`
 * is a JSON Pointer (RFC 6901); `?west` behind one is a part of a value that people write in several fields.
 */
export interface FieldTree {
  /** What stands in the field at this very place, lines ended by `\n` alone. */
  readonly value: string | undefined;
  readonly parts: ReadonlyMap<string, string>;
  readonly steps: ReadonlyMap<string, FieldTree>;
}

/** Deeper than this no form of ours goes. */
const deepest = 24;

/** Reads field names as places; fields that name no place are left out. Never throws. */
export function fieldTree(fields: Iterable<readonly [string, string]>): FieldTree {
  const root = branch();
  for (const [name, value] of fields) {
    if (!name.startsWith('/')) continue;
    const [path = '', part] = name.split('?', 2);
    const steps = path.split('/').slice(1);
    if (steps.length > deepest) continue;
    let at = root;
    for (const step of steps) at = stepTo(at, step.replace(/~1/g, '/').replace(/~0/g, '~'));
    const text = value.replace(/\r\n?/g, '\n');
    if (part === undefined) at.value = text;
    else at.parts.set(part, text);
  }
  return root;
}

/** Name of the field for a part of the value at a place. */
export function partName(place: string, part: string): string {
  return `${place}?${part}`;
}

/** The place one or more steps below. */
export function below(place: string, ...steps: readonly (string | number)[]): string {
  return place + pointer(...steps);
}

/** Whether anything is written at the place or below it. */
export function saysAnything({ value, parts, steps }: FieldTree): boolean {
  return (
    (value !== undefined && value.trim() !== '') ||
    [...parts.values()].some((text) => text.trim() !== '') ||
    [...steps.values()].some(saysAnything)
  );
}

/** The members of a list, in the order of their numbers. */
export function members({ steps }: FieldTree): readonly FieldTree[] {
  return [...steps]
    .filter(([step]) => /^\d{1,6}$/.test(step))
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, member]) => member);
}

interface Branch extends FieldTree {
  value: string | undefined;
  readonly parts: Map<string, string>;
  readonly steps: Map<string, Branch>;
}

function branch(): Branch {
  return { value: undefined, parts: new Map(), steps: new Map() };
}

function stepTo(from: Branch, step: string): Branch {
  const known = from.steps.get(step);
  if (known !== undefined) return known;
  const made = branch();
  from.steps.set(step, made);
  return made;
}
