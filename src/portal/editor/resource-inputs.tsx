import { Button } from '../components/button.tsx';
import { wordsIn } from '../words/words.ts';
import { ConceptInputs } from './concept-inputs.tsx';
import { EditorField, FieldIssues } from './editor-field.tsx';
import { countAt, isSaid, issuesAt, type Spot } from './editor-view.ts';
import { below } from './field-tree.ts';
import { takenName } from './known-things.ts';
import { MemberSection } from './member-section.tsx';
import { NodeFields } from './node-fields.tsx';
import { listId, pickerOf } from './pickers.ts';
import { PlaceTree } from './place-tree.tsx';
import { TextControl } from './text-control.tsx';

/**
 * Things that have a form of their own, and things that are only referred to by their IRI: each member of a list is the one or
 * the other.
 */
export function ResourceInputs({ spot }: { readonly spot: Spot }) {
  const { property, place, view } = spot;
  if (property.many) return <Members spot={spot} />;
  const picker = pickerOf(property, view.rules);
  if (isDescribed(spot, place)) return <Described spot={spot} />;
  if (picker !== undefined) return <ConceptInputs spot={spot} picker={picker} />;
  return prefersReference(spot) || isSaid(view, place) ? (
    <EditorField spot={spot} label={place}>
      <TextControl spot={spot} name={place} list={knownList(spot)} />
      <Action spot={spot} action={`describe:${place}`} text="describeHere" />
    </EditorField>
  ) : (
    <EditorField spot={spot}>
      <Action spot={spot} action={`describe:${place}`} text="add" />
    </EditorField>
  );
}

function Described({ spot }: { readonly spot: Spot }) {
  const { view, property, place } = spot;
  const cls = view.rules.plan.class(property.class ?? '');
  return (
    <EditorField spot={spot} issues={issuesAt(view.shown, place)}>
      <div class="editor-node plain" data-node={place}>
        <NodeFields view={view} cls={cls} place={place} />
        <Action spot={spot} action={`remove:${place}`} text="remove" />
      </div>
    </EditorField>
  );
}

function Members({ spot }: { readonly spot: Spot }) {
  const { view, property, place } = spot;
  const words = wordsIn(view.language).editor;
  const cls = view.rules.plan.class(property.class ?? '');
  const count = countAt(view, place);
  const places = Array.from({ length: count }, (_, index) => below(place, index));
  const next = below(place, count);
  const described = places.filter((at) => isDescribed(spot, at));
  const refersToo = prefersReference(spot);
  const asksForOne = count === 0 && !refersToo && property.obligation !== 'optional';
  return (
    <EditorField spot={spot} issues={issuesAt(view.shown, place)}>
      <div class="editor-members" data-members={place}>
        {places.map((at, index) =>
          isDescribed(spot, at) ? (
            <MemberSection
              key={at}
              spot={spot}
              cls={cls}
              place={at}
              index={index}
              count={count}
              isFolded={described.length > 1 || property.widget === 'sections'}
            />
          ) : (
            <div class="editor-reference" key={at}>
              <TextControl
                spot={spot}
                name={at}
                label={`${property.label[view.language]} ${index + 1}`}
                list={knownList(spot)}
              />
              <FieldIssues
                issues={issuesAt(view.shown, at)}
                property={property}
                place={at}
                language={view.language}
              />
            </div>
          ),
        )}
        {refersToo && view.mayEdit && (
          <div class="editor-reference">
            <TextControl
              spot={spot}
              name={next}
              label={words.another(property.label[view.language])}
              list={knownList(spot)}
            />
          </div>
        )}
        {property.widget === 'place' && <PlaceTree spot={spot} />}
        {asksForOne && view.mayEdit && (
          <div class="editor-node plain" data-node={next}>
            <NodeFields view={view} cls={cls} place={next} />
          </div>
        )}
      </div>
      {view.mayEdit && <TakeOver spot={spot} />}
      {view.mayEdit && (
        <Button variant="secondary" size="small" icon="add" name="action" value={`add:${place}`}>
          {refersToo
            ? words.describeNew(cls.label[view.language])
            : words[places.length > 0 || asksForOne ? 'addMore' : 'add'](cls.label[view.language])}
        </Button>
      )}
    </EditorField>
  );
}

/** Things of the kind that the organisation has described before, to be taken over as they are. */
function TakeOver({ spot: { view, property, place } }: { readonly spot: Spot }) {
  const choices = (view.known[takenName(property.name)] ?? []).filter(
    ({ value }) => ![...view.fields.values()].includes(value),
  );
  if (choices.length === 0 || place !== `/${property.name}`) return null;
  const words = wordsIn(view.language).editor;
  const id = `take:${place}`;
  return (
    <div class="editor-take">
      <label for={id}>{words.takeOver}</label>
      <select class="ds-input" id={id} name={`_${id}`}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Button variant="secondary" size="small" name="action" value={id}>
        {words.takeOverButton}
      </Button>
    </div>
  );
}

function Action({
  spot: { view, property },
  action,
  text,
}: {
  readonly spot: Spot;
  readonly action: string;
  readonly text: 'add' | 'describeHere' | 'remove';
}) {
  if (!view.mayEdit) return null;
  const words = wordsIn(view.language).editor;
  const name = property.label[view.language];
  return (
    <Button
      variant={text === 'add' ? 'secondary' : 'tertiary'}
      size="small"
      icon={text === 'remove' ? 'close' : 'add'}
      name="action"
      value={action}
    >
      {text === 'describeHere' ? words.describeHere : words[text](name)}
    </Button>
  );
}

/** Whether a thing is described here, and not only referred to. */
function isDescribed({ view }: Spot, place: string): boolean {
  for (const name of view.fields.keys()) if (name.startsWith(`${place}/`)) return true;
  return false;
}

/** Widgets of things that people point at more often than they describe them. */
const referring: ReadonlySet<string> = new Set(['iri', 'address', 'concept', 'place', 'agent']);

function prefersReference({ property }: Spot): boolean {
  return referring.has(property.widget);
}

/** Id of the list of what can be referred to. */
function knownList({ view, cls, property }: Spot): string | undefined {
  if (property.vocabulary !== undefined) return listId(property.vocabulary);
  const name = [`${cls.name}.${property.name}`, property.class ?? property.name].find(
    (one) => view.known[one] !== undefined,
  );
  return name && listId(name);
}
