import type { Context } from '../../http/context.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { pageLanguage } from '../../http/language.ts';
import { notFound } from '../../http/router.ts';
import { seeOther } from '../../http/see-other.ts';
import { readPostedForm } from '../../http/session.ts';
import { setTicketState, type TicketDoer, writeInTicket } from '../../support/handle-ticket.ts';
import type { SupportContext } from '../../support/support-context.ts';
import type { Ticket } from '../../support/ticket.ts';
import type { TicketLinkPurpose } from '../../support/ticket-store.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { TextArea } from '../components/text-area.tsx';
import { emptyForm, type FormState, formState } from '../form-state.ts';
import { linkActor } from '../onboarding/customer-doer.ts';
import { hashInAddress, withoutReferrer } from '../onboarding/secret-page.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { TicketEntries } from './ticket-entries.tsx';
import { TicketFacts, TicketStateTag } from './ticket-facts.tsx';

interface Opened {
  readonly ticket: Ticket;
  readonly purpose: TicketLinkPurpose;
}

/** The page of a ticket for whoever has its link: its author, or the publisher's contact. */
export function ticketPage(context: SupportContext): (ctx: Context) => Promise<void> {
  return async (ctx) => show(ctx, await openedBy(ctx, context), emptyForm(pageLanguage(ctx)));
}

/** What they send: more words, or that it is done, or not after all. */
export function postToTicket(context: SupportContext): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const opened = await openedBy(ctx, context);
    const { ticket, purpose } = opened;
    await using form = await readPostedForm(ctx);
    const { fields } = form;
    const name = purpose === 'author' ? ticket.name : '';
    const doer: TicketDoer = { actor: linkActor(ctx), by: purpose, name };
    const address = `/support/${ctx.params.secret ?? ''}`;
    const wanted = fields.get('do');
    if (wanted === 'close' || wanted === 'reopen') {
      await setTicketState(context, { id: ticket.id, doer, closed: wanted === 'close' });
      return seeOther(ctx, address);
    }
    if (wanted !== 'message') {
      throw new HttpProblem('bad-request', {
        sv: 'Formuläret säger inte vad som ska göras.',
        en: 'The form does not say what is to be done.',
      });
    }
    const result = await writeInTicket(context, { id: ticket.id, doer, fields });
    if (result.ok) return seeOther(ctx, `${address}#messages`);
    ctx.status = 422;
    show(ctx, opened, formState(fields, pageLanguage(ctx), result.faults));
  };
}

/** @throws HttpProblem `not-found` for a link that opens nothing. */
async function openedBy(ctx: Context, { tickets }: SupportContext): Promise<Opened> {
  const found = await tickets.findByLink(hashInAddress(ctx));
  if (found === undefined) throw notFound();
  return found;
}

function show(ctx: Context, { ticket, purpose }: Opened, form: FormState): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).support.ticket;
  const action = `/support/${ctx.params.secret ?? ''}`;
  const title = say.title(ticket.number);
  const isAuthor = purpose === 'author';
  const isNew = isAuthor && ticket.version === 1;
  const isClosed = ticket.state === 'closed';
  const { signedIn } = ctx.state;
  respond(
    ctx,
    { title, language },
    <div class="stack wide text">
      <div class="stack tight">
        <h1>{title}</h1>
        <p>
          <TicketStateTag state={ticket.state} language={language} />
        </p>
      </div>
      {isNew && (
        <Notice kind="good" language={language} title={say.thanks}>
          <p>
            {say.keep} {ticket.email !== '' && say.keepMailed}
          </p>
        </Notice>
      )}
      {!isAuthor && (
        <Notice kind="note" language={language}>
          <p>{say.publisher}</p>
        </Notice>
      )}
      <ErrorSummary faults={form.faults} language={language} />
      <TicketFacts ticket={ticket} language={language} full={!isAuthor} />
      <section class="stack" id="messages">
        <h2>{say.messages}</h2>
        <TicketEntries ticket={ticket} reader={purpose} language={language} />
        <Form action={action} signedIn={signedIn} label={isAuthor ? say.write : say.answer}>
          <TextArea
            name="text"
            label={isAuthor ? say.write : say.answer}
            language={language}
            value={form.value('text')}
            error={form.error('text')}
          />
          <FormButtons>
            <Button name="do" value="message" variant={isAuthor ? 'secondary' : 'primary'}>
              {isAuthor ? say.send : say.sendAnswer}
            </Button>
          </FormButtons>
        </Form>
        <ActionForm
          action={action}
          signedIn={signedIn}
          variant="tertiary"
          fields={{ do: isClosed ? 'reopen' : 'close' }}
        >
          {isClosed ? say.reopen : say.close}
        </ActionForm>
      </section>
    </div>,
  );
  withoutReferrer(ctx);
}
