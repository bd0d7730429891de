import type { Concept } from '../../vocabularies/vocabulary-file.ts';
import { wordsIn } from '../words/words.ts';
import { describedAt, EditorField } from './editor-field.tsx';
import { countAt, type Spot, textAt } from './editor-view.ts';
import { below, partName } from './field-tree.ts';
import { listId, type Picker } from './pickers.ts';
import { ValueInputs } from './text-inputs.tsx';

/** Something chosen from a vocabulary. What is chosen and not in it stays among the choices. */
export function ConceptInputs({ spot, picker }: { readonly spot: Spot; readonly picker: Picker }) {
  switch (picker) {
    case 'checkboxes':
      return <Checkboxes spot={spot} />;
    case 'radio':
      return <Radios spot={spot} />;
    case 'select':
      return <Menu spot={spot} />;
    case 'search':
      return <ValueInputs spot={spot} list={listId(spot.property.vocabulary ?? '')} />;
  }
}

function conceptsOf({ view, property }: Spot): readonly Concept[] {
  return view.rules.vocabularies.get(property.vocabulary ?? '').concepts;
}

function Checkboxes({ spot }: { readonly spot: Spot }) {
  const { view, property, place } = spot;
  const concepts = conceptsOf(spot);
  const chosen = Array.from({ length: countAt(view, place) }, (_, index) =>
    textAt(view, below(place, index)),
  ).filter((text) => text !== '');
  const others = chosen.filter((text) => !concepts.some(({ iri }) => iri === text));
  const choices = [
    ...concepts.map(({ iri, prefLabel }) => ({ iri, label: prefLabel[view.language] })),
    ...others.map((iri) => ({ iri, label: iri })),
  ];
  return (
    <EditorField spot={spot}>
      <div class="editor-choices">
        {choices.map(({ iri, label }, index) => {
          const name = below(place, index);
          return (
            <div class="ds-field" key={iri}>
              <input
                class="ds-input"
                type="checkbox"
                id={name}
                name={name}
                value={iri}
                checked={chosen.includes(iri)}
                disabled={!view.mayEdit}
              />
              <label for={name}>{label}</label>
            </div>
          );
        })}
      </div>
      {!property.strict && <OtherValue spot={spot} name={below(place, choices.length)} value="" />}
    </EditorField>
  );
}

function Radios({ spot }: { readonly spot: Spot }) {
  const { view, place } = spot;
  const value = textAt(view, place);
  const concepts = conceptsOf(spot);
  const words = wordsIn(view.language).editor;
  const choices = [
    ...concepts.map(({ iri, prefLabel }) => ({ iri, label: prefLabel[view.language] })),
    ...(value === '' || concepts.some(({ iri }) => iri === value)
      ? []
      : [{ iri: value, label: value }]),
    { iri: '', label: words.notSaid },
  ];
  return (
    <EditorField spot={spot}>
      <div class="editor-choices">
        {choices.map(({ iri, label }, index) => {
          const id = index === 0 ? `${place}?0` : `${place}?${index}`;
          return (
            <div class="ds-field" key={iri}>
              <input
                class="ds-input"
                type="radio"
                id={id}
                name={place}
                value={iri}
                checked={iri === value}
                disabled={!view.mayEdit}
              />
              <label for={id}>{label}</label>
            </div>
          );
        })}
      </div>
    </EditorField>
  );
}

function Menu({ spot }: { readonly spot: Spot }) {
  const { view, property, place } = spot;
  const value = textAt(view, place);
  const concepts = conceptsOf(spot);
  const words = wordsIn(view.language).editor;
  const isOther = value !== '' && !concepts.some(({ iri }) => iri === value);
  return (
    <EditorField spot={spot} label={place}>
      <select
        class="ds-input"
        id={place}
        name={place}
        disabled={!view.mayEdit}
        {...describedAt(spot)}
      >
        <option value="">{words.choose}</option>
        {concepts.map(({ iri, prefLabel }) => (
          <option key={iri} value={iri} selected={iri === value}>
            {prefLabel[view.language]}
          </option>
        ))}
        {isOther && property.strict && (
          <option value={value} selected>
            {value}
          </option>
        )}
      </select>
      {!property.strict && (
        <OtherValue spot={spot} name={partName(place, 'other')} value={isOther ? value : ''} />
      )}
    </EditorField>
  );
}

/** Where the list is not all there is: a field for another address. */
function OtherValue({
  spot,
  name,
  value,
}: {
  readonly spot: Spot;
  readonly name: string;
  readonly value: string;
}) {
  const words = wordsIn(spot.view.language).editor;
  return (
    <div class="editor-other">
      <label for={name}>{words.otherAddress}</label>
      <input
        class="ds-input"
        type="text"
        id={name}
        name={name}
        value={value}
        inputMode="url"
        readOnly={!spot.view.mayEdit}
      />
    </div>
  );
}
