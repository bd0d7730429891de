import { may } from '../../catalog/policy.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Notice } from '../components/notice.tsx';
import { wordsIn } from '../words/words.ts';
import type { Publication } from './open-publication.ts';

/** What has just been done, as the address says after it. */
export const doneThings = [
  'published',
  'submitted',
  'scheduled',
  'sent-back',
  'taken-back',
  'undone',
  'withdrawn',
  'restored',
] as const;

export type Done = (typeof doneThings)[number];

/** Whether the text is something that can have been done. */
export function isDone(text: string | undefined): text is Done {
  return doneThings.some((done) => done === text);
}

/** Says what was done, and offers to undo it. */
export function DoneNotice({
  done,
  publication: { review, language, page, path, signedIn },
}: {
  readonly done: Done;
  readonly publication: Publication;
}) {
  const say = wordsIn(language).publishing;
  const { stored } = review;
  const canUndo =
    done === 'published' &&
    stored.state === 'published' &&
    may(signedIn.actor, 'publish', stored.organization);
  return (
    <div role="status">
      <Notice kind="good" language={language} title={say.done[done]}>
        <p>{say.done[`${done}Text`]}</p>
        {stored.state === 'published' && (
          <p>
            <a href={page}>{say.show}</a>
          </p>
        )}
        {canUndo && (
          <ActionForm
            action={`${path}/undo`}
            signedIn={signedIn}
            fields={{ version: String(stored.version) }}
          >
            {say.undo}
          </ActionForm>
        )}
      </Notice>
    </div>
  );
}
