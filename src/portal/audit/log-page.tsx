import { auditActions } from '../../audit/audit-event.ts';
import type { ChainedEvent } from '../../audit/chained-event.ts';
import { auditForms } from '../../http/audit-export.ts';
import { auditQuery } from '../../http/audit-query.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Services } from '../../http/services.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { FormButtons } from '../components/form.tsx';
import { Select } from '../components/select.tsx';
import { TextField } from '../components/text-field.tsx';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import type { RailPlace } from '../workspace/rails.ts';
import { LogTable } from './log-table.tsx';

const pageSize = 50;

/** The log of one organisation, or of the whole site. */
export async function showLog(
  ctx: Context,
  { audit }: Pick<Services, 'audit'>,
  {
    organizations,
    address,
    rail,
  }: {
    /** Ids; undefined: everything. */
    readonly organizations: readonly string[] | undefined;
    /** Of the page, without its filters. */
    readonly address: string;
    readonly rail: RailPlace;
  },
): Promise<void> {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).audit;
  const { query } = ctx.state;
  const before = query.integer('before');
  const found = await audit.list({
    ...auditQuery(ctx),
    organizations,
    before,
    limit: pageSize + 1,
  });
  const events = found.slice(0, pageSize);
  ctx.set('Cache-Control', 'private, no-store');
  respond(
    ctx,
    { title: say.title, language, rail },
    <div class="stack wide">
      <h1>{say.title}</h1>
      <p class="lead">{say.lead}</p>
      <Filter ctx={ctx} address={address} />
      {events.length === 0 ? (
        <EmptyState title={say.empty} />
      ) : (
        <div class="log">
          <LogTable events={events} language={language} address={address} />
        </div>
      )}
      <Older ctx={ctx} address={address} events={found} />
      <p class="quiet">{say.personal}</p>
      <p class="form-buttons">
        {auditForms.map(({ suffix }) => (
          <ButtonLink key={suffix} href={`${address}/export?${withForm(ctx, suffix)}`}>
            {suffix === 'csv' ? say.exportCsv : say.exportLines}
          </ButtonLink>
        ))}
      </p>
    </div>,
  );
}

function Filter({ ctx, address }: { readonly ctx: Context; readonly address: string }) {
  const language = pageLanguage(ctx);
  const words = wordsIn(language).audit;
  const say = words.filter;
  const { query } = ctx.state;
  const actions = auditActions
    .map((action) => ({ value: action as string, label: words.actions[action] }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
  const kept = ['actor', 'object'] as const;
  return (
    <form class="form wide in-rows" method="get" action={address} aria-label={say.label}>
      {kept.map((name) => {
        const value = query.text(name);
        return (
          value !== undefined && (
            <p key={name}>
              <input type="hidden" name={name} value={value} />
              {say[name]}
            </p>
          )
        );
      })}
      <Select
        name="action"
        label={say.action}
        language={language}
        isOptional
        value={query.text('action') ?? ''}
        choices={[{ value: '', label: say.any }, ...actions]}
      />
      <TextField
        name="since"
        type="date"
        label={say.since}
        language={language}
        isOptional
        value={query.text('since')}
      />
      <TextField
        name="until"
        type="date"
        label={say.until}
        language={language}
        isOptional
        value={query.text('until')}
      />
      <FormButtons>
        <Button variant="secondary">{say.show}</Button>
        {query.search !== '' && (
          <ButtonLink href={address} variant="tertiary">
            {say.clear}
          </ButtonLink>
        )}
      </FormButtons>
    </form>
  );
}

/** The way to what is older, and back to the newest. */
function Older({
  ctx,
  address,
  events,
}: {
  readonly ctx: Context;
  readonly address: string;
  readonly events: readonly ChainedEvent[];
}) {
  const say = wordsIn(pageLanguage(ctx)).audit;
  const last = events[pageSize - 1];
  const hasMore = events.length > pageSize && last !== undefined;
  const parameters = new URLSearchParams(ctx.state.query.search);
  const isFirst = !parameters.has('before');
  parameters.delete('before');
  const newest = parameters.toString();
  if (hasMore) parameters.set('before', String(last.number));
  if (isFirst && !hasMore) return null;
  return (
    <p class="form-buttons">
      {!isFirst && <a href={newest === '' ? address : `${address}?${newest}`}>{say.newest}</a>}
      {hasMore && (
        <a href={`${address}?${parameters}`} rel="next">
          {say.older}
        </a>
      )}
    </p>
  );
}

function withForm(ctx: Context, form: string): string {
  const parameters = new URLSearchParams(ctx.state.query.search);
  parameters.delete('before');
  parameters.set('form', form);
  return parameters.toString();
}
