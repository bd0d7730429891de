import { createFromWriting } from '../../catalog/create-from-writing.ts';
import { fromTemplate } from '../../catalog/keep-template.ts';
import { classOf } from '../../catalog/resource.ts';
import type { Context } from '../../http/context.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { CatalogError } from '../../kernel/errors.ts';
import { defaultsFor } from '../../profile/settle.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Select } from '../components/select.tsx';
import { TextField } from '../components/text-field.tsx';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { openWorkspace, type Workspace } from '../workspace/open-workspace.ts';
import { editorAddress, folders, type NamedKind } from './editor-address.ts';
import { recordDefaults } from './record-defaults.ts';

/** A new record begins with its title, and with what a template says when one is chosen. */

/** What was filled in, and what was wrong with it. */
interface Begun {
  readonly title: string;
  readonly name: string;
  readonly template: string;
  readonly faults: readonly { readonly field: string; readonly text: string }[];
}

/** The page. @throws HttpProblem `not-found`. @throws CatalogError `not-permitted`. */
export async function showNewRecord(
  ctx: Context,
  services: Services,
  kind: NamedKind,
): Promise<void> {
  const workspace = await openWorkspace(ctx, services, 'edit');
  const template = ctx.state.query.text('template') ?? '';
  await respondWithNew(ctx, services, workspace, kind, {
    title: '',
    name: '',
    template,
    faults: [],
  });
}

/** Makes the draft and goes on to the editor. @throws HttpProblem `not-found`, `cross-site`. @throws CatalogError `not-permitted`. */
export async function createRecord(
  ctx: Context,
  services: Services,
  kind: NamedKind,
): Promise<void> {
  const workspace = await openWorkspace(ctx, services, 'edit');
  const { fields } = await readPostedForm(ctx);
  const { language, organization, signedIn } = workspace;
  const text = (field: string): string => (fields.get(field) ?? '').trim();
  const begun = {
    title: text('title'),
    name: text('name').toLowerCase(),
    template: text('template'),
  };
  const words = wordsIn(language).editor.begin;
  const refuse = (field: string, fault: string): Promise<void> => {
    ctx.status = 422;
    return respondWithNew(ctx, services, workspace, kind, {
      ...begun,
      faults: [{ field, text: fault }],
    });
  };
  if (begun.title === '') return refuse('title', words.titleMissing);
  const templates = await services.editing.templates(organization.id);
  const template = templates.find(({ id, kind: of }) => id === begun.template && of === kind);
  const defaults = {
    ...defaultsFor(classOf[kind], services.context.profile.plan),
    ...(await recordDefaults(services, organization, kind)),
  };
  try {
    const made = await createFromWriting(services, {
      actor: signedIn.actor,
      kind,
      organization: organization.name,
      ...(begun.name === '' ? {} : { name: begun.name }),
      content: { ...defaults, ...fromTemplate(template, { title: { [language]: begun.title } }) },
    });
    seeOther(ctx, `${editorAddress(organization.name, kind, made.name)}?done=created`);
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    if (error.code === 'name-taken') return refuse('name', error.detail[language]);
    const issue = error.issues.find(({ rule }) => rule === 'name');
    if (issue === undefined) throw error;
    return refuse('name', issue.message[language]);
  }
}

async function respondWithNew(
  ctx: Context,
  services: Services,
  workspace: Workspace,
  kind: NamedKind,
  begun: Begun,
): Promise<void> {
  const { language, address, signedIn, organization } = workspace;
  const words = wordsIn(language).editor;
  const templates = (await services.editing.templates(organization.id)).filter(
    (one) => one.kind === kind,
  );
  const errorOf = (field: string) => begun.faults.find((fault) => fault.field === field)?.text;
  const title = words.newTitle(words.kinds[kind]);
  respond(
    ctx,
    { title, language, rail: workspace.rail('datasets') },
    <div class="stack">
      <h1>{title}</h1>
      <p class="lead">{words.begin.lead}</p>
      <ErrorSummary faults={begun.faults} language={language} />
      <Form action={`${address}/${folders[kind]}/new`} signedIn={signedIn}>
        <TextField
          name="title"
          label={words.begin.title}
          help={words.begin.titleHelp}
          language={language}
          value={begun.title}
          error={errorOf('title')}
          maxLength={500}
        />
        <TextField
          name="name"
          label={words.begin.name}
          help={words.begin.nameHelp}
          language={language}
          value={begun.name}
          error={errorOf('name')}
          maxLength={100}
          spellcheck={false}
          isOptional
        />
        {templates.length > 0 && (
          <Select
            name="template"
            label={words.begin.template}
            help={words.begin.templateHelp}
            language={language}
            value={begun.template}
            isOptional
            choices={[
              { value: '', label: words.begin.noTemplate },
              ...templates.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <FormButtons>
          <Button>{words.begin.create}</Button>
          <a href={`${address}/datasets`}>{words.begin.cancel}</a>
        </FormButtons>
      </Form>
    </div>,
  );
}
