import type { Context } from '../../http/context.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { pageLanguage } from '../../http/language.ts';
import { seeOther } from '../../http/see-other.ts';
import { readPostedForm, signedInPerson } from '../../http/session.ts';
import {
  assignTicket,
  type Handled,
  setTicketState,
  type TicketDoer,
  writeInTicket,
} from '../../support/handle-ticket.ts';
import type { SupportContext } from '../../support/support-context.ts';
import type { Ticket } from '../../support/ticket.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { TextArea } from '../components/text-area.tsx';
import { type FormState, formState } from '../form-state.ts';
import type { Framed } from '../framed.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { TicketEntries } from './ticket-entries.tsx';
import { TicketFacts, TicketStateTag } from './ticket-facts.tsx';

/** Where a ticket is handled: by an operator, or by people of the organisation that it concerns. */
export interface Desk {
  readonly ticket: Ticket;
  readonly by: 'operator' | 'publisher';
  readonly address: string;
  readonly rail: NonNullable<Framed['rail']>;
}

/** Draws a ticket for those who answer it. */
export function showHandled(ctx: Context, desk: Desk, form: FormState): void {
  const { ticket, by, address, rail } = desk;
  const language = pageLanguage(ctx);
  const say = wordsIn(language).support.ticket;
  const { signedIn } = ctx.state;
  const isClosed = ticket.state === 'closed';
  const isMine = ticket.assignee !== null && ticket.assignee.id === signedIn?.person.id;
  const title = say.title(ticket.number);
  ctx.set('Cache-Control', 'no-store');
  respond(
    ctx,
    { title, language, rail },
    <div class="stack wide">
      <div class="stack tight">
        <h1>{title}</h1>
        <p>
          <TicketStateTag state={ticket.state} language={language} />
          {by === 'operator' && (
            <span class="quiet">
              {' '}
              {say.assignee}: {ticket.assignee?.name ?? say.nobody}
            </span>
          )}
        </p>
      </div>
      <ErrorSummary faults={form.faults} language={language} />
      <TicketFacts ticket={ticket} language={language} full />
      <section class="stack" id="messages">
        <h2>{say.messages}</h2>
        <TicketEntries ticket={ticket} reader={by} language={language} />
        <Form action={address} signedIn={signedIn} label={say.answer}>
          <TextArea
            name="text"
            label={say.answer}
            language={language}
            value={form.value('text')}
            error={form.error('text')}
            {...(ticket.email === '' ? { help: say.noEmail } : {})}
          />
          <FormButtons>
            <Button name="do" value="message">
              {say.sendAnswer}
            </Button>
            {by === 'operator' && (
              <Button name="do" value="note" variant="tertiary" icon="lock">
                {say.saveNote}
              </Button>
            )}
          </FormButtons>
          {by === 'operator' && <p class="quiet small">{say.noteHelp}</p>}
        </Form>
        <div class="row">
          {by === 'operator' && (
            <ActionForm
              action={address}
              signedIn={signedIn}
              fields={{ do: isMine ? 'release' : 'take' }}
            >
              {isMine ? say.release : say.take}
            </ActionForm>
          )}
          <ActionForm
            action={address}
            signedIn={signedIn}
            fields={{ do: isClosed ? 'reopen' : 'close' }}
          >
            {isClosed ? say.reopen : say.close}
          </ActionForm>
        </div>
      </section>
    </div>,
  );
}

/** What those who answer do to a ticket: the field `do` says what. */
export async function postHandled(
  ctx: Context,
  context: SupportContext,
  desk: Desk,
): Promise<void> {
  const { ticket, address } = desk;
  await using form = await readPostedForm(ctx);
  const { fields } = form;
  const result = await doIt(ctx, context, desk, fields);
  if (result.ok) return seeOther(ctx, address);
  ctx.status = 422;
  showHandled(ctx, { ...desk, ticket }, formState(fields, pageLanguage(ctx), result.faults));
}

async function doIt(
  ctx: Context,
  context: SupportContext,
  { ticket: { id }, by }: Desk,
  fields: ReadonlyMap<string, string>,
): Promise<Handled> {
  const { actor, person } = signedInPerson(ctx);
  const doer: TicketDoer = { actor, by, name: person.name };
  const wanted = fields.get('do');
  switch (wanted) {
    case 'message':
      return writeInTicket(context, { id, doer, fields });
    case 'close':
    case 'reopen':
      return {
        ok: true,
        ticket: await setTicketState(context, { id, doer, closed: wanted === 'close' }),
      };
    default:
      if (by !== 'operator') break;
      if (wanted === 'note') return writeInTicket(context, { id, doer, fields, kind: 'note' });
      if (wanted === 'take' || wanted === 'release') {
        const assignee = wanted === 'take' ? { id: person.id, name: person.name } : null;
        return { ok: true, ticket: await assignTicket(context, { id, doer, assignee }) };
      }
  }
  throw new HttpProblem('bad-request', {
    sv: 'Formuläret säger inte vad som ska göras.',
    en: 'The form does not say what is to be done.',
  });
}
