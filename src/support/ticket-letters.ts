import type { Outbox } from '../jobs/job-request.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import { type LetterPart, post } from '../mail/letter.ts';
import type { SupportContext } from './support-context.ts';
import type { Ticket, TicketTopic } from './ticket.ts';

/** Letters about tickets. What the author wrote never goes to the address that the author gave: nobody can send words to others through us. */

const words = {
  sv: {
    greeting: 'Hej!',
    open: 'Öppna ärendet',
    facts: { number: 'Nummer', topic: 'Gäller', page: 'Sida', from: 'Från', record: 'Datamängd' },
    anonymous: 'anonym',
    topics: {
      question: 'Fråga',
      fault: 'Fel på webbplatsen',
      content: 'Fel eller brist i data',
      accessibility: 'Tillgänglighet',
      proposal: 'Förslag',
    } satisfies Record<TicketTopic, string>,
    author: {
      taken: (number: string) => ({
        subject: `Vi har tagit emot ditt ärende ${number}`,
        text: 'Tack för att du hör av dig. På ärendets sida kan du se vad som händer, läsa svar och skriva mer. Länken är bara till för dig.',
      }),
      answer: (number: string) => ({
        subject: `Svar på ditt ärende ${number}`,
        text: 'Du har fått svar:',
      }),
      closed: (number: string) => ({
        subject: `Ditt ärende ${number} är avslutat`,
        text: 'Ärendet är avslutat. Är något ändå inte löst kan du öppna det igen på ärendets sida.',
      }),
    },
    publisher: (title: string) => ({
      subject: `Om er datamängd ${title}`,
      text: 'Någon har skrivit om data som ni ger ut och där den här adressen står som kontakt. Svara på ärendets sida, så får den som skrev ditt svar. Länken är bara till för er.',
    }),
    more: (number: string) => `Nytt i ärende ${number}`,
    operator: (number: string, topic: string) => `Nytt ärende ${number}: ${topic}`,
  },
  en: {
    greeting: 'Hello,',
    open: 'Open the matter',
    facts: { number: 'Number', topic: 'About', page: 'Page', from: 'From', record: 'Dataset' },
    anonymous: 'anonymous',
    topics: {
      question: 'Question',
      fault: 'Fault of the site',
      content: 'Fault or gap in data',
      accessibility: 'Accessibility',
      proposal: 'Proposal',
    } satisfies Record<TicketTopic, string>,
    author: {
      taken: (number: string) => ({
        subject: `We have received your matter ${number}`,
        text: 'Thank you for writing. The page of your matter shows what happens; there you read answers and write more. The link is for you alone.',
      }),
      answer: (number: string) => ({
        subject: `An answer to your matter ${number}`,
        text: 'You have an answer:',
      }),
      closed: (number: string) => ({
        subject: `Your matter ${number} is closed`,
        text: 'The matter is closed. If something is not solved after all, you can open it again on its page.',
      }),
    },
    publisher: (title: string) => ({
      subject: `About your dataset ${title}`,
      text: 'Somebody has written about data that you publish and for which this address is the contact. Answer on the page of the matter, and whoever wrote gets your answer. The link is for you alone.',
    }),
    more: (number: string) => `New in matter ${number}`,
    operator: (number: string, topic: string) => `New matter ${number}: ${topic}`,
  },
} satisfies Record<UserLanguage, object>;

/** Tells the author what has become of the ticket. */
export async function writeToAuthor(
  { catalog: { base }, about }: SupportContext,
  outbox: Outbox,
  { email, language, number }: Ticket,
  kind: 'taken' | 'answer' | 'closed',
  { secret, text = '' }: { readonly secret: string; readonly text?: string },
): Promise<void> {
  const say = words[language];
  const letter = say.author[kind](number);
  await post(outbox, {
    to: email,
    language,
    subject: letter.subject,
    parts: [
      { kind: 'text', text: say.greeting },
      { kind: 'text', text: letter.text },
      ...quote(text),
      { kind: 'action', label: say.open, href: `${base}/support/${secret}` },
    ],
    replyTo: about.contact,
  });
}

/** Asks a contact of the publisher to answer. */
export async function writeToPublisher(
  { catalog: { base }, about }: SupportContext,
  outbox: Outbox,
  ticket: Ticket,
  { to, secret, text }: { readonly to: string; readonly secret: string; readonly text: string },
): Promise<void> {
  // Publishers read Swedish, whatever the author reads.
  const say = words.sv;
  const letter = say.publisher(ticket.record?.title ?? '');
  await post(outbox, {
    to,
    language: 'sv',
    subject: letter.subject,
    parts: [
      { kind: 'text', text: say.greeting },
      { kind: 'text', text: letter.text },
      factsOf(ticket, base),
      ...quote(text),
      { kind: 'action', label: say.open, href: `${base}/support/${secret}` },
    ],
    replyTo: about.contact,
  });
}

/** Tells the operator of a new ticket, or of something new in one. */
export async function writeToOperator(
  { catalog: { base }, about }: SupportContext,
  outbox: Outbox,
  ticket: Ticket,
  text: string,
): Promise<void> {
  const say = words.sv;
  const isNew = ticket.version === 1;
  await post(outbox, {
    to: about.contact,
    language: 'sv',
    subject: isNew
      ? say.operator(ticket.number, say.topics[ticket.topic])
      : say.more(ticket.number),
    parts: [
      factsOf(ticket, base),
      ...quote(text),
      { kind: 'action', label: say.open, href: `${base}/operator/support/${ticket.id}` },
    ],
  });
}

function quote(text: string): readonly LetterPart[] {
  return text === '' ? [] : [{ kind: 'quote', text }];
}

function factsOf({ number, topic, page, name, email, record }: Ticket, base: string): LetterPart {
  const { facts, topics, anonymous } = words.sv;
  const from = [name, email].filter((one) => one !== '').join(', ');
  return {
    kind: 'facts',
    rows: [
      [facts.number, number],
      [facts.topic, topics[topic]],
      ...(record === null ? [] : [[facts.record, record.title] as const]),
      ...(page === '' ? [] : [[facts.page, `${base}${page}`] as const]),
      [facts.from, from === '' ? anonymous : from],
    ],
  };
}
