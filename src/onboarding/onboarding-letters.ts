import { hash } from 'node:crypto';
import type { Outbox } from '../jobs/job-request.ts';
import { newLinkSecret } from '../kernel/link-secret.ts';
import { type Letter, type LetterPart, post } from '../mail/letter.ts';
import { type LetterWords, lettersEn } from './letters-en.ts';
import { lettersSv } from './letters-sv.ts';
import type { Onboarding } from './onboarding.ts';
import type { OnboardingContext } from './onboarding-context.ts';
import type { LinkPurpose, OnboardingTransaction } from './onboarding-store.ts';

/** Letters to those whom an onboarding concerns. What they say stands in `letters-sv.ts` and `letters-en.ts`. */

const words = { sv: lettersSv, en: lettersEn };

/** What a letter to the customer is about. */
export type CustomerLetter = keyof LetterWords['customer'];

/** Writes to whoever began, with a link of the letter's own to the customer's page. */
export async function writeToCustomer(
  { catalog: { base, now }, site }: OnboardingContext,
  tx: OnboardingTransaction,
  onboarding: Onboarding,
  about: CustomerLetter,
  { reason = '', extra = [] }: { reason?: string; extra?: readonly LetterPart[] } = {},
): Promise<void> {
  const { language, interest } = onboarding;
  const say = words[language];
  const { subject, texts } = say.customer[about]({
    name: interest.contactName,
    organization: nameOf(onboarding),
    site: site.title,
    administrator: onboarding.order?.administrator.email ?? '',
    signer: onboarding.order?.signer.name ?? '',
  });
  const secret = await addLink(tx, onboarding.id, 'customer', now());
  await post(tx, {
    to: interest.contactEmail,
    language,
    subject,
    parts: [
      { kind: 'text', text: say.greeting(interest.contactName) },
      ...texts.map((text): LetterPart => ({ kind: 'text', text })),
      ...(reason === '' ? [] : [{ kind: 'quote', text: reason } as const]),
      ...extra,
      { kind: 'action', label: say.toPage, href: `${base}/join/${secret}` },
      { kind: 'text', text: say.keepLink },
    ],
    replyTo: site.contact,
  });
}

/** Asks the responsible person to sign. Every earlier link for that ends. */
export async function writeToSigner(
  { catalog: { base, now }, site }: OnboardingContext,
  tx: OnboardingTransaction,
  onboarding: Onboarding,
): Promise<void> {
  const { language, order } = onboarding;
  if (order === null) return;
  await tx.dropLinks(onboarding.id, 'signer');
  const say = words[language];
  const secret = await addLink(tx, onboarding.id, 'signer', now());
  const { subject, texts } = say.signer({
    organization: order.organizationName,
    site: site.title,
    from: onboarding.interest.contactName,
  });
  await post(tx, {
    to: order.signer.email,
    language,
    subject,
    parts: [
      { kind: 'text', text: say.greeting(order.signer.name) },
      ...texts.map((text): LetterPart => ({ kind: 'text', text })),
      { kind: 'action', label: say.toSign, href: `${base}/join/sign/${secret}` },
      { kind: 'text', text: say.once },
    ],
    replyTo: site.contact,
  });
}

/** Tells the signer what was signed, so that a signature in somebody else's name is noticed. */
export async function confirmToSigner(
  { catalog: { base, now }, site }: OnboardingContext,
  tx: OnboardingTransaction,
  onboarding: Onboarding,
): Promise<void> {
  const { language, signature, order } = onboarding;
  if (signature === null || order === null) return;
  const say = words[language];
  const secret = await addLink(tx, onboarding.id, 'customer', now());
  const { subject, texts, facts } = say.signed;
  await post(tx, {
    to: signature.email,
    language,
    subject: subject(order.organizationName),
    parts: [
      { kind: 'text', text: say.greeting(signature.name) },
      ...texts.map((text): LetterPart => ({ kind: 'text', text })),
      {
        kind: 'facts',
        rows: [
          [facts.organization, order.organizationName],
          [facts.name, `${signature.name}, ${signature.title}`],
          [facts.at, signature.at],
          [facts.sha256, signature.sha256],
        ],
      },
      { kind: 'action', label: say.toDocument, href: `${base}/join/${secret}/agreement` },
    ],
    replyTo: site.contact,
  });
}

/** Tells the operator that somebody has done something. */
export async function writeToOperator(
  { catalog: { base }, site }: OnboardingContext,
  outbox: Outbox,
  onboarding: Onboarding,
  about: keyof LetterWords['operator'],
  text = '',
): Promise<void> {
  const say = lettersSv;
  const letter: Letter = {
    to: site.contact,
    language: 'sv',
    subject: say.operator[about](nameOf(onboarding)),
    parts: [
      {
        kind: 'facts',
        rows: [
          [say.facts.organization, nameOf(onboarding)],
          [say.facts.number, onboarding.interest.organizationNumber],
          [
            say.facts.contact,
            `${onboarding.interest.contactName}, ${onboarding.interest.contactEmail}`,
          ],
        ],
      },
      ...(text === '' ? [] : [{ kind: 'quote', text } as const]),
      { kind: 'action', label: say.toQueue, href: `${base}/operator/onboarding/${onboarding.id}` },
    ],
  };
  await post(outbox, letter);
}

/** What the organisation is called, as far as it is known. */
export function nameOf({ order, interest }: Pick<Onboarding, 'order' | 'interest'>): string {
  return order?.organizationName ?? interest.organizationName;
}

/** A new link for the purpose; only the letter has its secret. */
async function addLink(
  tx: OnboardingTransaction,
  onboarding: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<string> {
  const secret = newLinkSecret();
  await tx.addLink({
    hash: hash('sha256', secret),
    onboarding,
    purpose,
    created: now.toISOString(),
  });
  return secret;
}
