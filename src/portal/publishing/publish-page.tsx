import { publishCopy } from '../../catalog/publish-copy.ts';
import { classOf } from '../../catalog/resource.ts';
import { isBlocked, type PublishedKind } from '../../catalog/review-publication.ts';
import { schedulePublication } from '../../catalog/schedule-publication.ts';
import { submitCopy } from '../../catalog/submit-copy.ts';
import type { Context } from '../../http/context.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { CatalogError } from '../../kernel/errors.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { ErrorSummary, type FieldFault } from '../components/error-summary.tsx';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { Checklist } from './checklist.tsx';
import { DoneNotice, isDone } from './done-notice.tsx';
import { openPublication, type Publication } from './open-publication.ts';
import {
  chosenTime,
  faultsOf,
  freshForm,
  type PublicationForm,
  readPublicationForm,
  seenIn,
} from './publication-form.ts';
import { PublishForm } from './publish-form.tsx';
import { ReviewedChanges, reviewedChanges } from './reviewed-changes.tsx';
import { WaitingPublication } from './waiting-publication.tsx';

/** The page where a publication is looked through and decided. */
export async function publishPage(
  ctx: Context,
  services: Services,
  kind: PublishedKind,
): Promise<void> {
  const publication = await openPublication(ctx, services, kind, 'see-drafts');
  await show(ctx, services, publication, { form: undefined, faults: [] });
}

/** Publishes, sets a time or submits, by what the organisation demands. Faults come back at their fields, with all that was written. */
export async function postPublication(
  ctx: Context,
  services: Services,
  kind: PublishedKind,
): Promise<void> {
  const publication = await openPublication(ctx, services, kind, 'publish');
  const { fields } = await readPostedForm(ctx);
  const form = readPublicationForm(fields);
  const { asked, review, path, language } = publication;
  const { publishing } = services;
  const { classifiedBy, classifiedOn, ground, note } = form;
  const words = { classifiedBy, classifiedOn, ground };
  try {
    const request = { ...asked, seen: seenIn(fields), words };
    const publishAt = chosenTime(form);
    if (review.rules.fourEyes) {
      await submitCopy(publishing, { ...request, note, publishAt });
      return seeOther(ctx, `${path}/publish?done=submitted`);
    }
    if (publishAt !== undefined) {
      await schedulePublication(publishing, { ...request, publishAt, reason: note });
      return seeOther(ctx, `${path}/publish?done=scheduled`);
    }
    await publishCopy(publishing, { ...request, reason: note || undefined });
    return seeOther(ctx, `${path}/publish?done=published`);
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    ctx.status = error.code === 'version-conflict' ? 409 : 422;
    const again = await openPublication(ctx, services, kind, 'publish');
    await show(ctx, services, again, { form, faults: faultsOf(error, language) });
  }
}

async function show(
  ctx: Context,
  services: Services,
  publication: Publication,
  {
    form,
    faults,
  }: { readonly form: PublicationForm | undefined; readonly faults: readonly FieldFault[] },
): Promise<void> {
  const { review, language, path, rail, name, asked } = publication;
  const { publishing: say } = wordsIn(language);
  const done = ctx.state.query.text('done');
  const changes = await reviewedChanges(services, publication);
  const isWaiting = review.copy !== undefined && review.copy.state !== 'editing';
  const hasNews = review.before === undefined || changes.length > 0;
  const edit = `${path}/edit`;
  const today = services.context.now().toISOString().slice(0, 10);
  respond(
    ctx,
    { title: `${say.title}: ${name}`, language, rail: rail('datasets') },
    <div class="stack roomy">
      <header class="record-head">
        <p class="record-kind" dir="auto">
          {name}
        </p>
        <h1>{say.title}</h1>
      </header>
      <ErrorSummary faults={faults} language={language} />
      {isDone(done) && <DoneNotice done={done} publication={publication} />}
      {(hasNews || !isDone(done)) && (
        <ReviewedChanges publication={publication} changes={changes} />
      )}
      {isWaiting && <WaitingPublication publication={publication} />}
      {!hasNews && (
        <p>
          <ButtonLink href={edit}>{say.editFirst}</ButtonLink>
        </p>
      )}
      {hasNews && !isWaiting && (
        <>
          <section class="stack" aria-labelledby="checks">
            <h2 id="checks">{say.checksTitle}</h2>
            <Checklist
              checks={review.checks}
              plan={services.context.profile.plan.class(classOf[asked.kind])}
              edit={edit}
              language={language}
            />
          </section>
          {isBlocked(review) || !publication.may('publish') ? (
            <p>
              {isBlocked(review) ? `${say.cannot} ` : ''}
              <a href={`${edit}?check=true`}>{say.editFirst}</a>
            </p>
          ) : (
            <PublishForm
              publication={publication}
              form={form ?? freshForm(review, today)}
              faults={faults}
            />
          )}
        </>
      )}
      <ul class="form-links">
        <li>
          <a href={`${path}/versions`}>{say.versions.title}</a>
        </li>
        {review.stored.state === 'published' && publication.may('publish') && (
          <li>
            <a href={`${path}/withdraw`}>{say.withdrawTitle}</a>
          </li>
        )}
      </ul>
    </div>,
  );
}
