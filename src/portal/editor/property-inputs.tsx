import { ConceptInputs } from './concept-inputs.tsx';
import { shapeOf } from './editor-fields.ts';
import type { Spot } from './editor-view.ts';
import { listId, pickerOf } from './pickers.ts';
import { ResourceInputs } from './resource-inputs.tsx';
import { ShapeInputs } from './shape-inputs.tsx';
import { TextInputs, ValueInputs } from './text-inputs.tsx';

/** The controls that a property is written in, as its node and widget say. It knows no property by name. */
export function PropertyInputs({ spot }: { readonly spot: Spot }) {
  const { view, property } = spot;
  if (property.node === 'text') return <TextInputs spot={spot} />;
  if (property.node === 'resource') return <ResourceInputs spot={spot} />;
  const picker = pickerOf(property, view.rules);
  if (picker !== undefined) return <ConceptInputs spot={spot} picker={picker} />;
  const shape = shapeOf(property);
  if (shape !== undefined) return <ShapeInputs spot={spot} shape={shape} />;
  const { vocabulary } = property;
  return <ValueInputs spot={spot} list={vocabulary && listId(vocabulary)} />;
}
