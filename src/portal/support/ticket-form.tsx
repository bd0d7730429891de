import { findResource } from '../../catalog/find-resource.ts';
import type { Resource } from '../../catalog/resource.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Context } from '../../http/context.ts';
import { subscriber } from '../../http/forwarded.ts';
import { pageLanguage } from '../../http/language.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { CatalogError } from '../../kernel/errors.ts';
import type { FieldFault } from '../../kernel/read-fields.ts';
import { openTicket } from '../../support/open-ticket.ts';
import { ticketTopics } from '../../support/ticket.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FactList } from '../components/fact-list.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { RadioGroup } from '../components/radio-group.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextField } from '../components/text-field.tsx';
import { TrapField, trapFaults } from '../components/trap-field.tsx';
import { emptyForm, type FormState, formState } from '../form-state.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';

/** What the form knows beforehand, from the link that leads to it. */
const known = ['page', 'dataset', 'topic'] as const;

type Which = 'contact' | 'report';

/** The form for questions or for reports. It knows the page and the dataset that the reader came from. */
export function ticketFormPage(services: Services, which: Which): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const { query } = ctx.state;
    const values: Record<string, string> = { topic: which === 'contact' ? 'question' : '' };
    for (const name of known) {
      const value = query.text(name);
      if (value !== undefined) values[name] = value;
    }
    if (values.dataset !== undefined && values.topic === '') values.topic = 'content';
    await showForm(ctx, services, which, emptyForm(pageLanguage(ctx), values), false);
  };
}

/** Takes the form in, and shows the page where its author follows it. */
export function postTicket(services: Services, which: Which): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const language = pageLanguage(ctx);
    await using form = await readPostedForm(ctx);
    const { fields } = form;
    const { address, id } = ctx.state;
    const trapped = trapFaults(fields);
    const result =
      trapped.length > 0
        ? ({ kind: 'faults', faults: trapped } as const)
        : await openTicket(services.support, {
            fields,
            language,
            actor: { kind: 'anonymous', origin: { address, request: id } },
            place: subscriber(address),
            record: await recordOf(ctx, services, fields.get('dataset')),
          });
    if (result.kind === 'taken') return seeOther(ctx, `/support/${result.secret}`);
    ctx.status = result.kind === 'too-many' ? 429 : 422;
    const faults: readonly FieldFault[] = result.kind === 'faults' ? result.faults : [];
    const state = formState(fields, language, faults);
    await showForm(ctx, services, which, state, result.kind === 'too-many');
  };
}

/** The dataset that the form is about, if its author may know of it. */
async function recordOf(
  ctx: Context,
  { context }: Services,
  name: string | undefined,
): Promise<Resource | undefined> {
  if (name === undefined || name === '') return undefined;
  try {
    return await findResource(context.store, ctx.state.actor, 'dataset', name.slice(0, 100));
  } catch (error) {
    if (error instanceof CatalogError && error.code === 'not-found') return undefined;
    throw error;
  }
}

async function showForm(
  ctx: Context,
  services: Services,
  which: Which,
  form: FormState,
  tooMany: boolean,
): Promise<void> {
  const language = pageLanguage(ctx);
  const words = wordsIn(language).support;
  const say = words.form;
  const isAccessibility = form.value('topic') === 'accessibility' && which === 'report';
  const title = isAccessibility ? words.report.accessibilityTitle : words[which].title;
  const lead = isAccessibility ? words.report.accessibilityLead : words[which].lead;
  const record = await recordOf(ctx, services, form.value('dataset'));
  const page = /^\/(?!\/)[^\s\\]*$/.test(form.value('page')) ? form.value('page') : '';
  const field = (name: string) => ({
    name,
    language,
    value: form.value(name),
    error: form.error(name),
  });
  const about = [
    ...(record === undefined
      ? []
      : [
          {
            label: say.record,
            value: (
              <a href={`/datasets/${record.name}`}>
                {titleOf(record.content, language) ?? record.name}
              </a>
            ),
          },
        ]),
    ...(page === '' ? [] : [{ label: say.page, value: page }]),
  ];
  respond(
    ctx,
    { title, language, description: lead, canonical: `/${which}`, way: [] },
    <div class="stack roomy text">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {which === 'contact' && <Reach ctx={ctx} />}
      <ErrorSummary faults={form.faults} language={language} />
      {tooMany && (
        <Notice kind="warn" language={language}>
          <p>{say.tooMany}</p>
        </Notice>
      )}
      {about.length > 0 && <FactList facts={about} />}
      {record !== undefined && (
        <p class="quiet">{say.toPublisher(await ownerOf(services, record, language))}</p>
      )}
      <Form action={`/${which}`} signedIn={ctx.state.signedIn}>
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="dataset" value={record?.name ?? ''} />
        <RadioGroup
          {...field('topic')}
          label={say.topic}
          choices={ticketTopics.map((topic) => ({ value: topic, label: say.topics[topic] }))}
        />
        <TextArea {...field('text')} label={say.text} help={say.textHelp} rows={8} />
        <TextField {...field('name')} label={say.name} autocomplete="name" isOptional />
        <TextField
          {...field('email')}
          label={say.email}
          help={say.emailHelp}
          type="email"
          autocomplete="email"
          isOptional
        />
        <TrapField language={language} />
        <p class="quiet small">{say.privacy}</p>
        <FormButtons>
          <Button>{say.send}</Button>
        </FormButtons>
      </Form>
    </div>,
  );
}

async function ownerOf(
  { context }: Services,
  { organization }: Resource,
  language: 'sv' | 'en',
): Promise<string> {
  const owner = await context.store.findById(organization);
  return owner === undefined ? '' : (titleOf(owner.content, language) ?? owner.name);
}

/** Address of mail, telephone and opening hours, as far as they are set. */
function Reach({ ctx }: { readonly ctx: Context }) {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).support.contact;
  const { contact, telephone, openingHours } = ctx.state.pages.site;
  return (
    <section class="stack">
      <h2>{say.reach}</h2>
      <FactList
        facts={[
          { label: say.email, value: <a href={`mailto:${contact}`}>{contact}</a> },
          ...(telephone === undefined
            ? []
            : [
                {
                  label: say.telephone,
                  value: <a href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>{telephone}</a>,
                },
              ]),
          ...(openingHours === undefined ? [] : [{ label: say.hours, value: openingHours }]),
        ]}
      />
      <p class="row">
        <a href="/report">{say.toReport}</a> <a href="/status">{say.status}</a>
      </p>
    </section>
  );
}
