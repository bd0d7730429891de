import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { notFound } from '../../http/router.ts';
import type { Services } from '../../http/services.ts';
import type { TicketState } from '../../support/ticket.ts';
import { emptyForm } from '../form-state.ts';
import { openOperator } from '../operator/open-operator.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { notOwn } from '../workspace/not-own.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import { type Desk, postHandled, showHandled } from './handled-ticket.tsx';
import { readQueue, TicketQueue } from './ticket-queue.tsx';

/** The operator's queue of tickets. @throws CatalogError `not-permitted`. */
export function operatorQueuePage({ support }: Services): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const { language } = openOperator(ctx);
    const say = wordsIn(language).support.queue;
    const view = await readQueue(support, asked(ctx));
    ctx.set('Cache-Control', 'no-store');
    respond(
      ctx,
      { title: say.title, language, rail: { of: 'operator', at: 'tickets' } },
      <div class="stack wide">
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
        <TicketQueue view={view} address="/operator/support" language={language} />
      </div>,
    );
  };
}

/** An organisation's own tickets: those about what it publishes. */
export function organizationQueuePage(services: Services): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const workspace = await openWorkspace(ctx, services, 'edit');
    const { language, organization, address } = workspace;
    const say = wordsIn(language).support.queue;
    const query = { ...asked(ctx), organization: organization.id };
    const view = await readQueue(services.support, query);
    ctx.set('Cache-Control', 'no-store');
    respond(
      ctx,
      { title: say.title, language, rail: workspace.rail('tickets') },
      <div class="stack wide">
        <h1>{say.title}</h1>
        <p class="lead">{say.ofOrganization}</p>
        <TicketQueue view={view} address={`${address}/support`} language={language} />
      </div>,
    );
  };
}

/** A ticket at the operator's desk, or at an organisation's. */
export function deskPage(
  services: Services,
  of: 'operator' | 'organization',
): (ctx: Context) => Promise<void> {
  return async (ctx) =>
    showHandled(ctx, await deskOf(ctx, services, of), emptyForm(pageLanguage(ctx)));
}

/** What is done to it there. */
export function postAtDesk(
  services: Services,
  of: 'operator' | 'organization',
): (ctx: Context) => Promise<void> {
  return async (ctx) => postHandled(ctx, services.support, await deskOf(ctx, services, of));
}

/** @throws HttpProblem `not-found` for a ticket that is not there or is no business of the organisation's. */
async function deskOf(
  ctx: Context,
  services: Services,
  of: 'operator' | 'organization',
): Promise<Desk> {
  const id = ctx.params.id ?? '';
  if (of === 'operator') {
    openOperator(ctx);
    const ticket = await services.support.tickets.find(id);
    if (ticket === undefined) throw notFound();
    const rail = { of: 'operator', at: 'tickets' } as const;
    return { ticket, by: 'operator', address: `/operator/support/${id}`, rail };
  }
  const workspace = await openWorkspace(ctx, services, 'edit');
  const ticket = await services.support.tickets.find(id);
  if (ticket?.organization !== workspace.organization.id) {
    throw notOwn('ticket', ticket && { ...ticket, name: ticket.number }, 'edit');
  }
  return {
    ticket,
    by: 'publisher',
    address: `${workspace.address}/support/${id}`,
    rail: workspace.rail('tickets'),
  };
}

function asked(ctx: Context): { readonly state: TicketState; readonly before: string | undefined } {
  const { query } = ctx.state;
  // Its schema lets nothing else pass.
  const state = (query.text('state') ?? 'open') as TicketState;
  return { state, before: query.text('before') };
}
