import { isSame } from '../../catalog/publish-copy.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Button } from '../components/button.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { TextArea } from '../components/text-area.tsx';
import { formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { DeclarationFacts } from './declaration-fields.tsx';
import type { Publication } from './open-publication.ts';

/** What waits for approval or for its time: who asked, what was declared, and the answers that can be given. */
export function WaitingPublication({ publication }: { readonly publication: Publication }) {
  const { review, language, path, signedIn } = publication;
  const { copy } = review;
  if (copy === undefined || copy.state === 'editing') return null;
  const say = wordsIn(language).publishing;
  const isOwn = isSame(signedIn.actor, copy.author.id);
  const isSubmitted = copy.state === 'submitted';
  const revision = String(copy.revision);
  const isAsked = isSubmitted && !isOwn && publication.may('publish');
  const when = copy.publishAt === null ? undefined : formatTime(copy.publishAt, language);
  return (
    <section class="stack roomy" aria-labelledby="waiting">
      <h2 id="waiting" class="hidden-visually">
        {say.waiting[copy.state]}
      </h2>
      <Notice kind="note" language={language} title={say.waiting[copy.state]}>
        {isSubmitted && (
          <p>{say.waiting.submittedBy(copy.author.name, formatTime(copy.saved, language))}</p>
        )}
        {when !== undefined && (
          <p>{isSubmitted ? say.waiting.wantedAt(when) : say.waiting.scheduledAt(when)}</p>
        )}
        {copy.note !== null && <blockquote>{copy.note}</blockquote>}
        {isSubmitted && isOwn && <p>{say.waiting.own}</p>}
      </Notice>
      {copy.declaration !== null && (
        <div class="stack">
          <h3>{say.declaredAs}</h3>
          <DeclarationFacts declaration={copy.declaration} language={language} />
        </div>
      )}
      {isAsked ? (
        <>
          <ActionForm
            action={`${path}/approve`}
            signedIn={signedIn}
            fields={{ revision }}
            variant="primary"
          >
            {when === undefined ? say.approve : say.approveLater}
          </ActionForm>
          <Form action={`${path}/send-back`} signedIn={signedIn} label={say.sendBack}>
            <input type="hidden" name="revision" value={revision} />
            <TextArea
              name="note"
              id="send-back-note"
              rows={3}
              label={say.sendBackNote}
              maxLength={2000}
              language={language}
            />
            <FormButtons>
              <Button variant="secondary">{say.sendBack}</Button>
            </FormButtons>
          </Form>
        </>
      ) : (
        publication.may('edit') && (
          <ActionForm action={`${path}/take-back`} signedIn={signedIn} fields={{ revision }}>
            {say.takeBack}
          </ActionForm>
        )
      )}
    </section>
  );
}
