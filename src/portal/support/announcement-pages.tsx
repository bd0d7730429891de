import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { notFound } from '../../http/router.ts';
import { seeOther } from '../../http/see-other.ts';
import { readPostedForm } from '../../http/session.ts';
import type { Localized } from '../../kernel/issue.ts';
import { type Announcement, announcementKinds, audiences } from '../../support/announcement.ts';
import type { CurrentAnnouncements } from '../../support/current-announcements.ts';
import { saveAnnouncement } from '../../support/save-announcement.ts';
import type { SupportContext } from '../../support/support-context.ts';
import { toSwedishTime } from '../../support/swedish-time.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { Checkbox } from '../components/checkbox.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { RadioGroup } from '../components/radio-group.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextField } from '../components/text-field.tsx';
import { emptyForm, type FormState, formState } from '../form-state.ts';
import { openOperator } from '../operator/open-operator.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { AnnouncementList } from './announcement-list.tsx';
import { whenOvertaken } from './when-overtaken.ts';

const rail = { of: 'operator', at: 'announcements' } as const;
const root = '/operator/announcements';

/** The operator's list of announcements, with a form for a new one. */
export function announcementsPage({ site }: SupportContext): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    openOperator(ctx);
    const form = emptyForm(pageLanguage(ctx), { kind: 'disturbance', audience: 'everybody' });
    showList(ctx, await site.announcements(100), form);
  };
}

/** Where one is changed. */
export function announcementPage({ site }: SupportContext): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    openOperator(ctx);
    const found = await site.announcement(ctx.params.id ?? '');
    if (found === undefined) throw notFound();
    showOne(ctx, found.id, emptyForm(pageLanguage(ctx), fieldsOf(found)));
  };
}

/** Keeps an announcement, new or changed; this process shows it at once, others within a quarter of a minute. */
export function postAnnouncement(
  context: SupportContext,
  current: CurrentAnnouncements,
): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const { actor } = openOperator(ctx).signedIn;
    const { id } = ctx.params;
    await using form = await readPostedForm(ctx);
    const { fields } = form;
    const result = await saveAnnouncement(context, { id, actor, fields }).catch(whenOvertaken);
    if ('overtaken' in result) return showOvertaken(ctx, context, fields, result.overtaken);
    if (result.ok) {
      await current.refresh();
      return seeOther(ctx, root);
    }
    ctx.status = 422;
    const state = formState(fields, pageLanguage(ctx), result.faults);
    if (id !== undefined) showOne(ctx, id, state);
    else showList(ctx, await context.site.announcements(100), state);
  };
}

/** What was typed, beside what somebody else has saved meanwhile: to save again is to mean it. */
async function showOvertaken(
  ctx: Context,
  { site }: SupportContext,
  fields: ReadonlyMap<string, string>,
  message: Localized,
): Promise<void> {
  const theirs = await site.announcement(ctx.params.id ?? '');
  if (theirs === undefined) throw notFound();
  const values = new Map([...fields, ['base', String(theirs.version)]]);
  const faults = [{ field: 'titleSv', message }];
  ctx.status = 412;
  showOne(ctx, theirs.id, formState(values, pageLanguage(ctx), faults), theirs);
}

function fieldsOf({
  version,
  kind,
  audience = 'everybody',
  starts,
  ends,
  title,
  text,
  isRemoved,
}: Announcement) {
  return {
    base: String(version),
    kind,
    audience,
    titleSv: title.sv,
    titleEn: title.en,
    textSv: text.sv,
    textEn: text.en,
    starts: toSwedishTime(starts),
    ends: ends === null ? '' : toSwedishTime(ends),
    isRemoved: isRemoved ? 'yes' : '',
  };
}

function showList(ctx: Context, announcements: readonly Announcement[], form: FormState): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).support.announcements;
  respond(
    ctx,
    { title: say.title, language, rail },
    <div class="stack wide">
      <h1>{say.title}</h1>
      <p class="lead">{say.lead}</p>
      <ErrorSummary faults={form.faults} language={language} />
      <section class="stack">
        <h2>{say.write}</h2>
        <AnnouncementForm ctx={ctx} action={root} form={form} />
      </section>
      <section class="stack">
        <h2>{say.history}</h2>
        {announcements.length === 0 ? (
          <EmptyState title={say.none} />
        ) : (
          <AnnouncementList
            announcements={announcements}
            language={language}
            editAddress={(id) => `${root}/${id}`}
          />
        )}
      </section>
    </div>,
  );
}

function showOne(ctx: Context, id: string, form: FormState, theirs?: Announcement): void {
  const language = pageLanguage(ctx);
  const other = language === 'sv' ? 'en' : 'sv';
  const say = wordsIn(language).support.announcements;
  respond(
    ctx,
    { title: say.change, language, rail },
    <div class="stack wide">
      <h1>{say.change}</h1>
      <ErrorSummary faults={form.faults} language={language} />
      {theirs !== undefined && (
        <section class="stack" aria-labelledby="theirs">
          <h2 id="theirs">{say.current}</h2>
          <AnnouncementList announcements={[theirs]} language={language} />
          <div lang={other}>
            <h3>{theirs.title[other]}</h3>
            <p class="words">{theirs.text[other]}</p>
          </div>
        </section>
      )}
      <AnnouncementForm ctx={ctx} action={`${root}/${id}`} form={form} canRemove />
    </div>,
  );
}

function AnnouncementForm({
  ctx,
  action,
  form,
  canRemove = false,
}: {
  readonly ctx: Context;
  readonly action: string;
  readonly form: FormState;
  readonly canRemove?: boolean;
}) {
  const language = pageLanguage(ctx);
  const words = wordsIn(language);
  const say = words.support.announcements;
  const field = (name: string) => ({
    name,
    language,
    value: form.value(name),
    error: form.error(name),
  });
  return (
    <Form action={action} signedIn={ctx.state.signedIn} label={say.write}>
      {canRemove && <input type="hidden" name="base" value={form.value('base')} />}
      <RadioGroup
        {...field('kind')}
        label={say.kind}
        choices={announcementKinds.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
      />
      <RadioGroup
        {...field('audience')}
        label={say.audience}
        help={say.audienceHelp}
        choices={audiences.map((one) => ({ value: one, label: say.audiences[one] }))}
      />
      <TextField {...field('titleSv')} label={say.titleSv} lang="sv" />
      <TextArea {...field('textSv')} label={say.textSv} lang="sv" rows={3} isOptional />
      <TextField {...field('titleEn')} label={say.titleEn} lang="en" />
      <TextArea {...field('textEn')} label={say.textEn} lang="en" rows={3} isOptional />
      <TextField
        {...field('starts')}
        label={say.starts}
        help={say.startsHelp}
        type="datetime-local"
        isOptional
      />
      <TextField
        {...field('ends')}
        label={say.ends}
        help={say.endsHelp}
        type="datetime-local"
        isOptional
      />
      {canRemove && (
        <Checkbox
          name="isRemoved"
          value="yes"
          label={say.remove}
          checked={form.value('isRemoved') === 'yes'}
        />
      )}
      <FormButtons>
        <Button>{say.save}</Button>
        {canRemove && (
          <ButtonLink href={root} variant="tertiary">
            {words.forms.cancel}
          </ButtonLink>
        )}
      </FormButtons>
    </Form>
  );
}
