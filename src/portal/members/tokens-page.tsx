import { listTokens, makeToken, revokeToken } from '../../accounts/manage-tokens.ts';
import type { Context } from '../../http/context.ts';
import type { Route } from '../../http/route.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import type { Scope } from '../../kernel/actor.ts';
import { day } from '../../kernel/day.ts';
import type { FieldFault } from '../../kernel/read-fields.ts';
import { pageRoute, postRoute, saidParameter } from '../account/account-route.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { Checkbox } from '../components/checkbox.tsx';
import { CodeBlock } from '../components/code-block.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FieldError } from '../components/field-error.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { Select } from '../components/select.tsx';
import { Table } from '../components/table.tsx';
import { TextField } from '../components/text-field.tsx';
import { emptyForm, type FormState, formState } from '../form-state.ts';
import { respond } from '../respond.tsx';
import { formatDate } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { notOwn } from '../workspace/not-own.ts';
import { openWorkspace, type Workspace } from '../workspace/open-workspace.ts';
import { idParameter, organizationParameter } from './members-route.ts';

const scopes: readonly Scope[] = ['read', 'write', 'publish', 'administer'];
const lifetimes = ['30', '90', '365'] as const;

/** Access tokens of an organisation: made, shown once, revoked. */
export function tokensRoutes(services: Services): readonly Route[] {
  const { accounts } = services;
  const root = '/workspace/{organization}/tokens';
  const open = (ctx: Context) => openWorkspace(ctx, services, 'manage-tokens');
  return [
    pageRoute({
      id: 'tokens',
      path: root,
      access: 'person',
      parameters: [organizationParameter, saidParameter(['revoked'])],
      handler: async (ctx) => {
        const workspace = await open(ctx);
        await show(ctx, services, workspace, emptyForm(workspace.language));
      },
    }),
    postRoute({
      id: 'make-token',
      path: root,
      access: 'person',
      parameters: [organizationParameter],
      handler: async (ctx) => {
        const workspace = await open(ctx);
        await using form = await readPostedForm(ctx);
        const { fields } = form;
        const name = fields.get('name')?.trim() ?? '';
        const chosen = scopes.filter((scope) => fields.has(`scope.${scope}`));
        const faults = faultsOf(name, chosen);
        if (faults.length > 0) {
          ctx.status = 422;
          return show(ctx, services, workspace, formState(fields, workspace.language, faults));
        }
        const days = Number(lifetimes.find((one) => one === fields.get('lifetime')) ?? '90');
        const made = await makeToken(accounts, workspace.signedIn.actor, {
          organization: workspace.organization.id,
          name,
          scopes: chosen,
          expires: new Date(accounts.now().getTime() + days * day),
        });
        // Shown in the answer itself: a secret in an address would lie in the browser's history.
        showSecret(ctx, workspace, made.token.name, made.secret);
      },
    }),
    postRoute({
      id: 'revoke-token',
      path: `${root}/{id}/revoke`,
      access: 'person',
      parameters: [organizationParameter, idParameter],
      handler: async (ctx) => {
        const workspace = await open(ctx);
        await using _form = await readPostedForm(ctx);
        const token = await accounts.store.findToken(ctx.params.id ?? '');
        if (token?.organization !== workspace.organization.id) {
          throw notOwn('token', token, 'manage-tokens');
        }
        await revokeToken(accounts, workspace.signedIn.actor, token.id);
        seeOther(ctx, `${workspace.address}/tokens?said=revoked`);
      },
    }),
  ];
}

function faultsOf(name: string, chosen: readonly Scope[]): readonly FieldFault[] {
  const [sv, en] = [wordsIn('sv').members.tokens, wordsIn('en').members.tokens];
  return [
    ...(name === ''
      ? [{ field: 'name', message: { sv: sv.missingName, en: en.missingName } }]
      : []),
    ...(chosen.length === 0
      ? [{ field: 'scope.read', message: { sv: sv.missingScope, en: en.missingScope } }]
      : []),
  ];
}

async function show(
  ctx: Context,
  { accounts }: Services,
  workspace: Workspace,
  form: FormState,
): Promise<void> {
  const { organization, signedIn, language, address } = workspace;
  const say = wordsIn(language).members.tokens;
  const tokens = await listTokens(accounts, signedIn.actor, organization.id);
  const makers = new Map<string, string>();
  for (const { createdBy } of tokens) {
    if (createdBy === null || makers.has(createdBy)) continue;
    makers.set(createdBy, (await accounts.store.findPerson(createdBy))?.name ?? '–');
  }
  const now = accounts.now().toISOString();
  const until = (expires: string | null) => {
    if (expires === null) return '–';
    const date = formatDate(expires, language);
    return expires <= now ? `${date} (${say.expired})` : date;
  };
  respond(
    ctx,
    { title: `${say.title} – ${workspace.title}`, language, rail: workspace.rail('tokens') },
    <div class="stack roomy">
      <h1>{say.title}</h1>
      <p class="lead">
        {say.lead} <a href="/developers">{say.guide}</a>
      </p>
      {ctx.state.query.text('said') === 'revoked' && (
        <Notice kind="good" language={language} title={say.revoked} />
      )}
      <ErrorSummary faults={form.faults} language={language} />
      {tokens.length === 0 ? (
        <EmptyState title={say.none} />
      ) : (
        <Table
          caption={say.table}
          hideCaption
          columns={[say.name, say.scopes, say.expires, say.lastUsed, say.by, say.revoke].map(
            (title) => ({ title }),
          )}
          rows={tokens.map((token) => [
            token.name,
            (token.scopes ?? scopes).map((scope) => say.scope[scope]).join(', '),
            until(token.expires),
            token.lastUsed === null ? say.never : formatDate(token.lastUsed, language),
            token.createdBy === null ? say.commandLine : makers.get(token.createdBy),
            <ActionForm
              key="revoke"
              action={`${address}/tokens/${token.id}/revoke`}
              signedIn={signedIn}
              about={token.name}
              variant="danger"
              size="small"
            >
              {say.revoke}
            </ActionForm>,
          ])}
        />
      )}
      <section class="stack" aria-labelledby="create">
        <h2 id="create">{say.createTitle}</h2>
        <Form action={`${address}/tokens`} signedIn={signedIn}>
          <TextField
            name="name"
            label={say.name}
            help={say.nameHelp}
            language={language}
            value={form.value('name')}
            error={form.error('name')}
            autocomplete="off"
            maxLength={100}
          />
          <fieldset class="ds-fieldset">
            <legend>{say.scopes}</legend>
            {scopes.map((scope) => (
              <Checkbox
                key={scope}
                name={`scope.${scope}`}
                label={say.scope[scope]}
                checked={form.value(`scope.${scope}`) !== ''}
              />
            ))}
            <FieldError id="scope.read" error={form.error('scope.read')} />
          </fieldset>
          <Select
            name="lifetime"
            label={say.lifetime}
            language={language}
            value={form.value('lifetime') || '90'}
            choices={lifetimes.map((value) => ({ value, label: say.lifetimes[value] }))}
          />
          <FormButtons>
            <Button>{say.create}</Button>
          </FormButtons>
        </Form>
      </section>
    </div>,
  );
}

function showSecret(ctx: Context, workspace: Workspace, name: string, secret: string): void {
  const { language, address } = workspace;
  const say = wordsIn(language).members.tokens;
  ctx.set('Cache-Control', 'private, no-store');
  respond(
    ctx,
    { title: say.created, language, rail: workspace.rail('tokens') },
    <div class="stack roomy">
      <h1>{say.created}</h1>
      <p class="lead">
        {name}. {say.createdLead}
      </p>
      <CodeBlock code={secret} label={say.secret} language={language} />
      <p>
        <ButtonLink href={`${address}/tokens`}>{say.back}</ButtonLink>
      </p>
    </div>,
  );
}
