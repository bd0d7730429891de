import type { ClassPlan } from '../../profile/plan.ts';
import type { EditorView } from './editor-view.ts';
import { below } from './field-tree.ts';

/** Properties of a node below each other, each with its controls. */
export function PropertyList({
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
  return (
    <>
      {properties.map((property) =>
        view.inputs({ view, cls, property, place: below(place, property.name) }),
      )}
    </>
  );
}
