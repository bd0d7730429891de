import { keptDays } from '../../catalog/remove-writing.ts';
import { restoreRemoved } from '../../catalog/restore-removed.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Context } from '../../http/context.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Notice } from '../components/notice.tsx';
import { Table } from '../components/table.tsx';
import { respond } from '../respond.tsx';
import { formatDate, formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import { editorAddress } from './editor-address.ts';

/** What was thrown away in an organisation, to be had back. @throws HttpProblem `not-found`. @throws CatalogError `not-permitted`. */
export async function showRemoved(ctx: Context, services: Services): Promise<void> {
  const workspace = await openWorkspace(ctx, services, 'edit');
  const { language, signedIn, address, organization } = workspace;
  const words = wordsIn(language).editor;
  const say = words.removed;
  const removed = await services.editing.removed(organization.id);
  const newest = ctx.state.query.text('done') === undefined ? undefined : removed[0];
  const undo = (id: string, about: string) => (
    <ActionForm
      action={`${address}/removed`}
      signedIn={signedIn}
      about={about}
      fields={{ id }}
      size="small"
    >
      {say.undo}
    </ActionForm>
  );
  const nameOf = (one: (typeof removed)[number]) => titleOf(one.content, language) ?? one.name;
  respond(
    ctx,
    { title: say.title, language, rail: workspace.rail('datasets') },
    <div class="stack">
      <h1>{say.title}</h1>
      {newest !== undefined && (
        <Notice kind="good" language={language} title={say.done[newest.what](nameOf(newest))}>
          {undo(newest.id, nameOf(newest))}
        </Notice>
      )}
      <p>{say.lead(keptDays)}</p>
      {removed.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <Table
          caption={say.title}
          hideCaption
          columns={[
            { title: say.columns.name },
            { title: say.columns.what },
            { title: say.columns.who },
            { title: say.columns.when },
            { title: say.columns.undo },
          ]}
          rows={removed.map((one) => [
            nameOf(one),
            say.what[one.what],
            one.author.name,
            `${formatDate(one.at, language)} ${formatTime(one.at, language)}`,
            undo(one.id, nameOf(one)),
          ])}
        />
      )}
      <p>
        <a href={`${address}/datasets`}>{say.back}</a>
      </p>
    </div>,
  );
}

/** Has one back and goes on to its editor. */
export async function undoRemoval(ctx: Context, services: Services): Promise<void> {
  const { organization, signedIn } = await openWorkspace(ctx, services, 'edit');
  const { fields } = await readPostedForm(ctx);
  const { kind, name } = await restoreRemoved(services, {
    actor: signedIn.actor,
    organization: organization.name,
    id: fields.get('id') ?? '',
  });
  seeOther(ctx, `${editorAddress(organization.name, kind, name)}?done=restored`);
}
