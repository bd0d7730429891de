import { ActionForm } from '../components/action-form.tsx';
import { wordsIn } from '../words/words.ts';
import type { OpenEditor } from './open-editor.ts';

/** What is done with the whole record, and seldom. */
export function EditorMoreActions({ editor }: { readonly editor: OpenEditor }) {
  const { workspace, kind, copy, resource, address } = editor;
  const { language, signedIn } = workspace;
  const words = wordsIn(language).editor;
  const isOwn = kind === 'organization' || kind === 'catalog';
  const at = (verb: string) => address.replace(/edit$/, verb);
  const action = (verb: string, text: string, variant: 'tertiary' | 'danger' = 'tertiary') => (
    <ActionForm action={at(verb)} signedIn={signedIn} variant={variant} size="small">
      {text}
    </ActionForm>
  );
  if (isOwn && copy === undefined) return null;
  return (
    <details class="editor-more-actions">
      <summary>{words.more}</summary>
      {!isOwn && action('duplicate', words.duplicate)}
      {!isOwn && <a href={at('template')}>{words.asTemplate}</a>}
      {copy !== undefined && action('discard', words.discard, 'danger')}
      {!isOwn && resource.published === null && action('remove', words.removeDraft, 'danger')}
      {!isOwn && <a href={`${workspace.address}/removed`}>{words.removed.title}</a>}
    </details>
  );
}
