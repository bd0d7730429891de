import { applyBulk } from '../../catalog/apply-bulk.ts';
import { type BulkAsk, type BulkRequest, planBulk } from '../../catalog/plan-bulk.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Context } from '../../http/context.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { isOperator } from '../../kernel/actor.ts';
import { CatalogError } from '../../kernel/errors.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { FieldFault } from '../components/error-summary.tsx';
import { faultsOf } from '../publishing/publication-form.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { openWorkspace, type Workspace } from '../workspace/open-workspace.ts';
import { askIn, type BulkFormAction, chosenRecords, isBulkAction, seenIn } from './bulk-fields.ts';
import { bulkProperties } from './bulk-properties.ts';
import { MoveQuestion, PropertyQuestion, ValueQuestion } from './bulk-questions.tsx';
import { LookFirst } from './look-first.tsx';
import { sendWorkbook } from './send-workbook.ts';

/** Every step of a change of many: what is missing is asked for, then it is looked at, then it is done. */
export async function postBulk(ctx: Context, services: Services): Promise<void> {
  const workspace = await openWorkspace(ctx, services, 'edit');
  const { fields } = await readPostedForm(ctx);
  const action = fields.get('action');
  const records = chosenRecords(fields);
  if (!isBulkAction(action) || records.length === 0) return nothingChosen(ctx, workspace);
  const { organization, signedIn, language, address } = workspace;
  const asked = { actor: signedIn.actor, organization: organization.name, records };
  if (action === 'export') return sendWorkbook(ctx, services, { workspace, records });
  const properties = bulkProperties(services.context.profile.plan, language);
  const ask = askIn(fields, action, properties);
  const step = { ctx, services, workspace, fields, action };
  if (ask === undefined) {
    // Whoever names what is not theirs hears so before anything is asked.
    await planBulk(services.publishing, { ...asked, ask: { action: 'property', change: nothing } });
    return question(step);
  }
  const request: BulkRequest = { ...asked, ask };
  if (fields.get('step') !== 'apply') return look(step, request, []);
  try {
    const change = await applyBulk(services.publishing, request, seenIn(fields));
    return seeOther(ctx, `${address}/bulk${change === undefined ? '' : `?done=${change.id}`}`);
  } catch (error) {
    if (!(error instanceof CatalogError) || !mended.has(error.code)) throw error;
    ctx.status = error.code === 'version-conflict' ? 409 : 422;
    return look(step, request, faultsOf(error, language));
  }
}

const nothing = { path: ['title'], mode: 'add', value: {} } as const;
const mended: ReadonlySet<string> = new Set(['declaration-required', 'version-conflict']);

interface Step {
  readonly ctx: Context;
  readonly services: Services;
  readonly workspace: Workspace;
  readonly fields: ReadonlyMap<string, string>;
  readonly action: BulkFormAction;
}

function nothingChosen(ctx: Context, { language, rail, address }: Workspace): void {
  const say = wordsIn(language).bulk;
  ctx.status = 422;
  respond(
    ctx,
    { title: say.title, language, rail: rail('datasets') },
    <div class="stack roomy">
      <h1>{say.title}</h1>
      <EmptyState title={say.none}>
        <p>{say.noneHelp}</p>
        <ButtonLink href={`${address}/datasets`}>{say.back}</ButtonLink>
      </EmptyState>
    </div>,
  );
}

/** Asks for what is missing. */
async function question({ ctx, services, workspace, fields, action }: Step): Promise<void> {
  const { language, rail, address, signedIn, organization } = workspace;
  const { context } = services;
  const say = wordsIn(language).bulk;
  const properties = bulkProperties(context.profile.plan, language);
  const chosen = properties.find(({ path }) => path === fields.get('property'));
  const props = { path: `${address}/bulk`, signedIn, language, fields };
  const series =
    action === 'move'
      ? await context.store.list({
          kinds: ['series'],
          organization: organization.id,
          states: ['draft', 'published'],
          draftsOf: '*',
          limit: 500,
        })
      : [];
  respond(
    ctx,
    { title: say.actions[action], language, rail: rail('datasets') },
    <div class="stack roomy">
      <header class="stack tight">
        <h1>{say.actions[action]}</h1>
        <p class="quiet">{say.chosen(chosenRecords(fields).length)}</p>
      </header>
      {action === 'move' ? (
        <MoveQuestion
          {...props}
          series={series.map(({ iri, name, content }) => ({
            value: iri,
            label: titleOf(content, language) ?? name,
          }))}
          isOperator={isOperator(signedIn.actor)}
        />
      ) : chosen === undefined ? (
        <PropertyQuestion {...props} properties={properties} />
      ) : (
        <ValueQuestion {...props} chosen={chosen} vocabularies={context.profile.vocabularies} />
      )}
    </div>,
  );
}

/** Shows what would be changed, and offers to do it. */
async function look(
  { ctx, services, workspace, fields, action }: Step,
  request: BulkRequest,
  faults: readonly FieldFault[],
): Promise<void> {
  const { language, rail } = workspace;
  const say = wordsIn(language).bulk;
  const plan = await planBulk(services.publishing, request);
  const rules = await services.context.store.rulesOf(workspace.organization.id);
  respond(
    ctx,
    { title: say.actions[action], language, rail: rail('datasets') },
    <div class="stack roomy">
      <header class="stack tight">
        <h1>{say.actions[action]}</h1>
        <p class="quiet">{say.previewHelp}</p>
      </header>
      <LookFirst
        plan={plan}
        workspace={workspace}
        fields={fields}
        words={wordsAsked(request.ask, rules.classifiedBy, rules.ground)}
        services={services}
        faults={faults}
      />
    </div>,
  );
}

/** What the declaration begins with; undefined where none is made. */
function wordsAsked(ask: BulkAsk, classifiedBy: string | null, ground: string | null) {
  if (ask.action !== 'publish') return undefined;
  const today = new Date().toISOString().slice(0, 10);
  return {
    classifiedBy: ask.words.classifiedBy || (classifiedBy ?? ''),
    classifiedOn: ask.words.classifiedOn || today,
    ground: ask.words.ground || (ground ?? ''),
  };
}
