import type { Plan } from '../../../profile/plan.ts';
import { type FieldTree, fieldTree, members, saysAnything } from '../../editor/field-tree.ts';
import { isWordList } from '../../editor/form-properties.ts';

/**
 * From a place in the record to the place in the form. They differ where a list has fields that say nothing: the record has no
 * members for them, so that its numbers run closer. RFC 6901 §4 for what the steps are.
 */
export function formPlaces(
  plan: Plan,
  className: string,
  fields: Iterable<readonly [string, string]>,
): (pointer: string) => string {
  const root = fieldTree(fields);
  return (pointer) => {
    let cls = plan.class(className);
    let at: FieldTree | undefined = root;
    let place = '';
    const steps = pointer.split('/').slice(1);
    for (let index = 0; index < steps.length; index += 1) {
      const property = cls.property.get(steps[index] ?? '');
      place += `/${steps[index]}`;
      at = at?.steps.get(unescaped(steps[index] ?? ''));
      if (property === undefined) return place + rest(steps, index + 1);
      if (property.node === 'text')
        return placeOfText(isWordList(property), at, place, steps.slice(index + 1));
      if (property.many && index + 1 < steps.length) {
        index += 1;
        const number = memberNumber(at, Number(steps[index]));
        place += `/${number}`;
        at = at?.steps.get(String(number));
      }
      if (property.class !== undefined) cls = plan.class(property.class);
    }
    return place;
  };
}

/** All words of a language stand in one field; other texts of a language are a list. */
function placeOfText(
  isList: boolean,
  at: FieldTree | undefined,
  place: string,
  [language, index]: readonly string[],
): string {
  if (language === undefined) return place;
  if (isList || index === undefined) return `${place}/${language}`;
  return `${place}/${language}/${memberNumber(at?.steps.get(unescaped(language)), Number(index))}`;
}

/** The number, among the fields, of the member that stands at a number in the record. */
function memberNumber(list: FieldTree | undefined, index: number): number {
  if (list === undefined) return index;
  const said = members(list).filter(saysAnything)[index];
  if (said === undefined) return index;
  return Number([...list.steps].find(([, member]) => member === said)?.[0] ?? index);
}

function rest(steps: readonly string[], from: number): string {
  return steps
    .slice(from)
    .map((step) => `/${step}`)
    .join('');
}

function unescaped(step: string): string {
  return step.replace(/~1/g, '/').replace(/~0/g, '~');
}
