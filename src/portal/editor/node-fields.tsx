import type { ClassPlan } from '../../profile/plan.ts';
import { Icon } from '../components/icon.tsx';
import { wordsIn } from '../words/words.ts';
import { restName } from './editor-fields.ts';
import { type EditorView, isSaid, issuesUnder, textAt } from './editor-view.ts';
import { below } from './field-tree.ts';
import { formProperties } from './form-properties.ts';
import { PropertyList } from './property-list.tsx';

/** All fields of a node that lies in a record: asked for first, then what can be added. */
export function NodeFields({
  view,
  cls,
  place,
}: {
  readonly view: EditorView;
  readonly cls: ClassPlan;
  readonly place: string;
}) {
  const { first, more } = inFormOrder(view, cls, place);
  return (
    <>
      <NodeIdentity view={view} cls={cls} place={place} />
      <div class={isShort(cls) ? 'editor-fields row' : 'editor-fields'}>
        <PropertyList view={view} cls={cls} place={place} properties={first} />
      </div>
      <MoreFields view={view} cls={cls} place={place} properties={more} />
    </>
  );
}

/** What is optional and not said yet, folded behind one button. */
export function MoreFields({
  view,
  cls,
  place,
  properties,
}: {
  readonly view: EditorView;
  readonly cls: ClassPlan;
  readonly place: string;
  readonly properties: ClassPlan['properties'];
}) {
  if (properties.length === 0 || !view.mayEdit) return null;
  const words = wordsIn(view.language).editor;
  return (
    <details class="editor-more" data-more={place}>
      <summary>
        <Icon name="add" />
        <span>{words.addField(properties.length)}</span>
        <span class="editor-more-names">
          {properties.map(({ label }) => label[view.language]).join(', ')}
        </span>
      </summary>
      <div class="editor-fields">
        <PropertyList view={view} cls={cls} place={place} properties={properties} />
      </div>
    </details>
  );
}

/**
 * The properties of a class as its form asks for them: what must be said, what should be, then what can be and is. `more` is
 * what can be said and is not.
 */
export function inFormOrder(
  view: EditorView,
  cls: ClassPlan,
  place: string,
  group?: string,
): { readonly first: ClassPlan['properties']; readonly more: ClassPlan['properties'] } {
  const all = formProperties(view.rules.plan, cls).filter(
    (property) => group === undefined || property.group === group,
  );
  const weight = { mandatory: 0, recommended: 1, conditional: 2, optional: 2 } as const;
  const isShown = (property: (typeof all)[number]) => {
    const at = below(place, property.name);
    return (
      weight[property.obligation] < 2 ||
      property.widget === 'sections' ||
      isSaid(view, at) ||
      issuesUnder(view.issues, at).some(({ level }) => level === 'error')
    );
  };
  return {
    first: all
      .filter(isShown)
      .toSorted((one, other) => weight[one.obligation] - weight[other.obligation]),
    more: all.filter((property) => !isShown(property)),
  };
}

/** What a node is, and what its form has no fields for. */
export function NodeIdentity({
  view,
  cls,
  place,
}: {
  readonly view: EditorView;
  readonly cls: ClassPlan;
  readonly place: string;
}) {
  const words = wordsIn(view.language).editor;
  const terms = Object.keys(cls.types);
  const at = below(place, '@type');
  const type = textAt(view, at);
  const usual = typeof cls.defaultType === 'string' ? cls.defaultType : cls.defaultType.join(' ');
  const choices = [...new Set([usual, ...(type === '' ? [] : [type]), ...terms])];
  return (
    <>
      {[below(place, '@id'), below(place, restName)].map((name) => {
        const text = textAt(view, name);
        return text === '' ? null : <input key={name} type="hidden" name={name} value={text} />;
      })}
      {terms.length > 1 && type !== '' ? (
        <div class="editor-field" data-pointer={at} data-class={cls.name} data-property="@type">
          <label for={at}>{words.kindOfThing}</label>
          <select class="ds-input" id={at} name={at} disabled={!view.mayEdit}>
            {choices.map((choice) => (
              <option key={choice} value={choice} selected={choice === type}>
                {words.typeName(choice)}
              </option>
            ))}
          </select>
        </div>
      ) : (
        type !== '' && <input type="hidden" name={at} value={type} />
      )}
    </>
  );
}

/** Whether a few short fields make the whole form: they stand in a row. */
function isShort({ properties }: ClassPlan): boolean {
  return (
    properties.length <= 3 && properties.every(({ node, many }) => node === 'literal' && !many)
  );
}
