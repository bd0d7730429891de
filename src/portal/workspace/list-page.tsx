import { ownKinds } from '../../catalog/own-record-store.ts';
import type { Context } from '../../http/context.ts';
import type { Services } from '../../http/services.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Select } from '../components/select.tsx';
import { TextField } from '../components/text-field.tsx';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { attentions } from './attention.ts';
import { openWorkspace, type Workspace } from './open-workspace.ts';
import { ownPage } from './own-records.ts';
import { listAddress, type RecordList, readList } from './record-list.ts';
import { RecordTable } from './record-table.tsx';

/** What the organisation describes, drafts among it: to find, to sort, to choose from. */
export async function listPage(ctx: Context, services: Services): Promise<void> {
  const workspace = await openWorkspace(ctx, services);
  const { language, address, organization, signedIn, may, rail } = workspace;
  const say = wordsIn(language).ownRecords;
  const path = `${address}/datasets`;
  const list = readList(ctx.state.query);
  const { rows, page, pages, found, all } = await ownPage(
    services,
    organization.id,
    list,
    language,
  );
  const canChoose = may('edit') && rows.length > 0;
  respond(
    ctx,
    { title: say.list.title, language, rail: rail('datasets') },
    <div class="stack roomy">
      <div class="page-head">
        <div>
          <h1>{say.list.title}</h1>
          <p class="quiet">{say.list.lead}</p>
        </div>
        {may('edit') && (
          <div>
            <ButtonLink href={`${address}/import`}>{wordsIn(language).sheets.title}</ButtonLink>
            <ButtonLink href={`${path}/new`} variant="primary">
              {say.create}
            </ButtonLink>
          </div>
        )}
      </div>
      {all > 0 && <Narrowing list={list} path={path} workspace={workspace} />}
      {all > 0 && <p role="status">{say.list.found(found, all)}</p>}
      {rows.length === 0 && (
        <EmptyState title={all === 0 ? say.list.noneYet : say.list.none}>
          <p>{all === 0 ? say.list.noneYetHelp : say.list.noneHelp}</p>
          {all > 0 && <ButtonLink href={path}>{say.list.showAll}</ButtonLink>}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <RecordTable
          rows={rows}
          list={list}
          path={path}
          organization={organization.name}
          canChoose={canChoose}
          language={language}
        />
      )}
      {canChoose && (
        <Form action={`${address}/bulk`} signedIn={signedIn} id="bulk" label={say.list.bulk} wide>
          <div class="bulk-bar">
            <Select
              name="action"
              label={`${say.list.bulk}: ${say.list.bulkAction}`}
              language={language}
              choices={(['publish', 'withdraw', 'change', 'move', 'export'] as const)
                .filter(
                  (action) => may('publish') || (action !== 'publish' && action !== 'withdraw'),
                )
                .map((value) => ({ value, label: say.list.bulkActions[value] }))}
            />
            <Button variant="secondary">{say.list.bulkButton}</Button>
          </div>
        </Form>
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(number) => listAddress(path, { ...list, page: number })}
        language={language}
      />
    </div>,
  );
}

function Narrowing({
  list,
  path,
  workspace: { language },
}: {
  readonly list: RecordList;
  readonly path: string;
  readonly workspace: Pick<Workspace, 'language'>;
}) {
  const { ownRecords: say, kinds } = wordsIn(language);
  const any = (label: string) => ({ value: '', label });
  return (
    <form class="narrowing" method="get" action={path}>
      <TextField
        name="q"
        label={say.list.find}
        value={list.q}
        language={language}
        isOptional
        hideOptional
      />
      <Select
        name="state"
        label={say.list.state}
        language={language}
        value={list.state}
        isOptional
        hideOptional
        choices={[
          any(say.list.anyState),
          ...(['draft', 'published', 'withdrawn'] as const).map((value) => ({
            value,
            label: say.states[value],
          })),
        ]}
      />
      <Select
        name="kind"
        label={say.list.kind}
        language={language}
        value={list.kind}
        isOptional
        hideOptional
        choices={[
          any(say.list.anyKind),
          ...ownKinds.map((value) => ({ value, label: kinds.many[value] })),
        ]}
      />
      <Select
        name="needs"
        label={say.list.attention}
        language={language}
        value={list.needs}
        isOptional
        hideOptional
        choices={[
          any(say.list.anyAttention),
          ...attentions.map((value) => ({ value, label: say.list.attentions[value] })),
        ]}
      />
      <input type="hidden" name="sort" value={list.sort} />
      <FormButtons>
        <Button variant="secondary">{say.list.findButton}</Button>
      </FormButtons>
    </form>
  );
}
