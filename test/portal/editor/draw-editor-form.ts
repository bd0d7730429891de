import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { SignedIn } from '../../../src/accounts/signed-in.ts';
import type { EditorView } from '../../../src/portal/editor/editor-view.ts';

await import('../../../src/portal/tsx.ts');
const { EditorForm } = await import('../../../src/portal/editor/editor-form.tsx');
const { PropertyInputs } = await import('../../../src/portal/editor/property-inputs.tsx');

const signedIn: SignedIn = {
  actor: { kind: 'person', id: 'p1', name: 'Eva Ek', grants: [] },
  person: {} as SignedIn['person'],
  memberships: [],
  session: { csrf: 'token' } as SignedIn['session'],
};

/** HTML of the form of a record, for an editor who reads Swedish. */
export function drawEditorForm(
  view: Pick<EditorView, 'rules' | 'className' | 'fields'> & Partial<EditorView>,
): string {
  const whole: EditorView = {
    language: 'sv',
    signedIn,
    address: '/workspace/umea/datasets/x/edit',
    issues: [],
    isChecked: true,
    shown: view.issues ?? [],
    revision: 1,
    base: 1,
    seen: '',
    languages: ['sv', 'en'],
    open: [],
    known: {},
    inputs: (spot) => h(PropertyInputs, { key: spot.place, spot }),
    mayEdit: true,
    ...view,
  };
  return renderToString(h(EditorForm, { view: whole }));
}
