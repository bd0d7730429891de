import { keepTemplate } from '../../catalog/keep-template.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Context } from '../../http/context.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Button } from '../components/button.tsx';
import { Checkbox } from '../components/checkbox.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Table } from '../components/table.tsx';
import { TextField } from '../components/text-field.tsx';
import { respond } from '../respond.tsx';
import { formatDate } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import { folders, type NamedKind, namedKinds } from './editor-address.ts';
import { formProperties } from './form-properties.ts';
import { type OpenEditor, openEditor } from './open-editor.ts';

/** Templates of an organisation: what its records have in common, written once. */
export async function showTemplates(ctx: Context, services: Services): Promise<void> {
  const workspace = await openWorkspace(ctx, services, 'edit');
  const { language, signedIn, address, organization } = workspace;
  const words = wordsIn(language).editor;
  const say = words.templates;
  const templates = await services.editing.templates(organization.id);
  respond(
    ctx,
    { title: say.title, language, rail: workspace.rail('datasets') },
    <div class="stack">
      <h1>{say.title}</h1>
      <p>{say.lead}</p>
      {templates.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <Table
          caption={say.title}
          hideCaption
          columns={[
            { title: say.columns.name },
            { title: say.columns.kind },
            { title: say.columns.saved },
            { title: say.columns.use },
            { title: say.columns.remove },
          ]}
          rows={templates.map(({ id, name, kind, saved, author }) => [
            name,
            words.kinds[kind],
            `${formatDate(saved, language)}, ${author.name}`,
            ...namedKinds
              .filter((one) => one === kind)
              .map((one) => (
                <a key={id} href={`${address}/${folders[one]}/new?template=${id}`}>
                  {say.use}
                </a>
              )),
            <ActionForm
              key={id}
              action={`${address}/templates`}
              signedIn={signedIn}
              about={name}
              fields={{ id }}
              variant="tertiary"
              size="small"
            >
              {words.removeThis}
            </ActionForm>,
          ])}
        />
      )}
    </div>,
  );
}

/** Removes a template; records that began from it stay as they are. */
export async function removeTemplate(ctx: Context, services: Services): Promise<void> {
  const { address, organization } = await openWorkspace(ctx, services, 'edit');
  const { fields } = await readPostedForm(ctx);
  await services.editing.removeTemplate(organization.id, fields.get('id') ?? '');
  seeOther(ctx, `${address}/templates`);
}

/** The page that asks what of a record is to be a template. */
export async function showNewTemplate(
  ctx: Context,
  services: Services,
  kind: NamedKind,
): Promise<void> {
  respondWithNewTemplate(ctx, await openEditor(ctx, services, kind, { toWrite: true }), '');
}

/** Keeps the template. */
export async function createTemplate(
  ctx: Context,
  services: Services,
  kind: NamedKind,
): Promise<void> {
  const editor = await openEditor(ctx, services, kind, { toWrite: true });
  const { fields } = await readPostedForm(ctx);
  const { workspace, name } = editor;
  const title = (fields.get('title') ?? '').trim();
  if (title === '') {
    ctx.status = 422;
    const words = wordsIn(workspace.language).editor.templates;
    return respondWithNewTemplate(ctx, editor, words.nameMissing);
  }
  const properties = [...fields.keys()].flatMap((key) =>
    key.startsWith('keep:') ? [key.slice('keep:'.length)] : [],
  );
  const { actor } = workspace.signedIn;
  await keepTemplate(services, { actor, kind, name, title, properties });
  seeOther(ctx, `${workspace.address}/templates`);
}

/** What differs from one record to the next is not chosen beforehand. */
const seldomShared: ReadonlySet<string> = new Set(['basics', 'files', 'place-and-time']);

function respondWithNewTemplate(ctx: Context, editor: OpenEditor, fault: string): void {
  const { workspace, rules, className, content, address } = editor;
  const { language, signedIn } = workspace;
  const words = wordsIn(language).editor;
  const say = words.templates;
  const said = formProperties(rules.plan, rules.plan.class(className)).filter(
    ({ name }) => content[name] !== undefined && name !== 'title',
  );
  const faults = fault === '' ? [] : [{ field: 'title', text: fault }];
  respond(
    ctx,
    { title: say.newTitle, language, rail: workspace.rail('datasets') },
    <div class="stack">
      <h1>{say.newTitle}</h1>
      <p>{say.newLead(titleOf(content, language) ?? words.untitled[editor.kind])}</p>
      <ErrorSummary faults={faults} language={language} />
      <Form action={address.replace(/edit$/, 'template')} signedIn={signedIn}>
        <TextField
          name="title"
          label={say.name}
          help={say.nameHelp}
          language={language}
          maxLength={100}
          error={fault === '' ? undefined : fault}
        />
        <fieldset class="ds-fieldset">
          <legend>{say.what}</legend>
          {said.map(({ name, label, group }) => (
            <Checkbox
              key={name}
              name={`keep:${name}`}
              label={label[language]}
              checked={!seldomShared.has(group)}
            />
          ))}
        </fieldset>
        <FormButtons>
          <Button>{say.save}</Button>
          <a href={address}>{words.begin.cancel}</a>
        </FormButtons>
      </Form>
    </div>,
  );
}
