import type { ChangeState } from '../../catalog/change-state.ts';
import type { PublishedKind } from '../../catalog/review-publication.ts';
import type { Context } from '../../http/context.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { Button } from '../components/button.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { TextArea } from '../components/text-area.tsx';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { openPublication } from './open-publication.ts';

/** Asks why before a record is taken away from its readers. */
export async function withdrawPage(
  ctx: Context,
  services: Services,
  kind: PublishedKind,
): Promise<void> {
  const { name, language, path, rail, review, signedIn } = await openPublication(
    ctx,
    services,
    kind,
    'publish',
  );
  const { publishing: say, forms } = wordsIn(language);
  respond(
    ctx,
    { title: `${say.withdrawTitle}: ${name}`, language, rail: rail('datasets') },
    <div class="stack roomy">
      <header class="record-head">
        <p class="record-kind" dir="auto">
          {name}
        </p>
        <h1>{say.withdrawTitle}</h1>
      </header>
      {review.stored.state === 'published' ? (
        <>
          <p class="text">{say.withdrawHelp}</p>
          <Form action={`${path}/withdraw`} signedIn={signedIn}>
            <input type="hidden" name="version" value={String(review.stored.version)} />
            <TextArea
              name="reason"
              rows={3}
              label={say.withdrawReason}
              help={say.withdrawReasonHelp}
              maxLength={500}
              isOptional
              language={language}
            />
            <FormButtons>
              <Button variant="danger">{say.withdraw}</Button>
              <a href={`${path}/versions`}>{forms.cancel}</a>
            </FormButtons>
          </Form>
        </>
      ) : (
        <p>{say.notPublic}</p>
      )}
    </div>,
  );
}

/** Withdraws, when nobody has changed the record since the page was opened. */
export async function postWithdrawal(
  ctx: Context,
  services: Services,
  kind: PublishedKind,
  work: (request: ChangeState) => Promise<unknown>,
): Promise<void> {
  const { asked, path } = await openPublication(ctx, services, kind, 'publish');
  const { fields } = await readPostedForm(ctx);
  const version = Number(fields.get('version'));
  const reason = (fields.get('reason') ?? '').trim().slice(0, 500);
  await work({
    ...asked,
    // What is no version is the version of nothing: it has changed since.
    expected: Number.isSafeInteger(version) ? version : 0,
    reason: reason === '' ? undefined : reason,
  });
  seeOther(ctx, `${path}/publish?done=withdrawn`);
}
