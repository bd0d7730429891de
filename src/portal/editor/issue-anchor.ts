import type { ClassPlan, PropertyPlan } from '../../profile/plan.ts';
import { numbersOf } from './box-text.ts';
import { shapeOf } from './editor-fields.ts';
import { countAt, type EditorView, textAt } from './editor-view.ts';
import { below, partName } from './field-tree.ts';
import { formProperties, isWordList } from './form-properties.ts';
import { pickerOf } from './pickers.ts';

/** What of a form decides where things stand in it. */
export type Form = Pick<EditorView, 'rules' | 'language' | 'className' | 'fields' | 'languages'>;

/** Where in the form an issue is mended: the id to go to, and the way there in words (`Distribution 2: Webbadress`). */
export function fieldOf(
  view: Form,
  pointer: string,
): { readonly anchor: string; readonly label: string } {
  const { rules, language } = view;
  let cls: ClassPlan = rules.plan.class(view.className);
  let place = '';
  let anchor = 'editor';
  const way: string[] = [];
  const steps = pointer.split('/').slice(1);
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[at] ?? '';
    const property = formProperties(rules.plan, cls).find(({ name }) => name === step);
    if (property === undefined) break;
    place = below(place, step);
    anchor = controlOf(view, property, place);
    const next = steps[at + 1];
    const isMember = property.many && property.node !== 'text' && /^\d+$/.test(next ?? '');
    const number = isMember && countAt(view, place) > 1 ? ` ${Number(next) + 1}` : '';
    way.push(property.label[language] + number);
    if (isMember) {
      place = below(place, Number(next));
      at += 1;
      if (property.class !== undefined) anchor = place;
    }
    if (property.class === undefined) break;
    cls = rules.plan.class(property.class);
  }
  return {
    anchor: encodeURI(anchor),
    label: way.length === 0 ? cls.label[language] : way.join(': '),
  };
}

/** Id of the control that a property's value is written in first. */
function controlOf(view: Form, property: PropertyPlan, place: string): string {
  if (property.node === 'text') {
    const language = property.tagOptional ? writtenFirst(view, place) : (view.languages[0] ?? 'sv');
    const name = below(place, language);
    return property.many && !isWordList(property) ? below(name, 0) : name;
  }
  const picker = pickerOf(property, view.rules);
  if (picker === 'checkboxes' || picker === 'radio' || property.node === 'resource') {
    return place;
  }
  const shape = shapeOf(property);
  if (shape !== undefined && textAt(view, place) === '')
    return partName(place, numbersOf[shape][0]);
  return property.many ? below(place, 0) : place;
}

function writtenFirst({ fields }: Form, place: string): string {
  for (const name of fields.keys()) {
    if (name.startsWith(`${place}/`)) return name.slice(place.length + 1);
  }
  return 'sv';
}
