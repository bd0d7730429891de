import { wordsIn } from '../words/words.ts';
import { numbersOf, type Shape } from './box-text.ts';
import { describedAt, EditorField } from './editor-field.tsx';
import { type Spot, textAt } from './editor-view.ts';
import { partName } from './field-tree.ts';
import { ValueInputs } from './text-inputs.tsx';

/** A box or a point in numbers. A shape that is neither is written as it is. */
export function ShapeInputs({ spot, shape }: { readonly spot: Spot; readonly shape: Shape }) {
  const { view, place } = spot;
  const words = wordsIn(view.language).editor;
  const text = textAt(view, place);
  const names = numbersOf[shape];
  const isNumbers = text === '' || names.some((name) => view.fields.has(partName(place, name)));
  if (!isNumbers) return <ValueInputs spot={spot} />;
  return (
    <EditorField spot={spot}>
      <div class={`editor-shape ${shape}`} data-shape={shape}>
        {names.map((name) => {
          const id = partName(place, name);
          return (
            <div key={name} class={name}>
              <label for={id}>{words.sides[name]}</label>
              <input
                class="ds-input"
                type="text"
                inputMode="decimal"
                size={9}
                id={id}
                name={id}
                value={textAt(view, id)}
                readOnly={!view.mayEdit}
                {...describedAt(spot)}
              />
            </div>
          );
        })}
      </div>
      {text !== '' && <input type="hidden" name={place} value={text} />}
    </EditorField>
  );
}
