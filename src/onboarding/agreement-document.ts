import { hash } from 'node:crypto';
import type { UserLanguage } from '../kernel/issue.ts';
import type { Order, SignedDocument } from './onboarding.ts';

/**
 * The text that the responsible person signs, in plain text so that it is the same wherever it is shown, printed and hashed: the order's facts
 * and the terms as they stood when it was placed.
 */
export function agreementDocument({
  order,
  language,
  site,
  terms,
  kind,
}: {
  readonly order: Omit<Order, 'document'>;
  readonly language: UserLanguage;
  readonly site: { readonly title: string; readonly base: string };
  /** The terms in the document's language, as they are published. */
  readonly terms: string;
  /** What the kind of publisher is called in the document's language. */
  readonly kind: string;
}): SignedDocument {
  const say = words[language];
  const rows: readonly (readonly [string, string])[] = [
    [say.service, `${site.title}, ${site.base}`],
    [say.organization, order.organizationName],
    [say.number, order.organizationNumber],
    [say.kind, kind],
    [say.address, order.postalAddress.replaceAll('\n', ', ')],
    ...(order.invoiceReference === '' ? [] : [[say.invoice, order.invoiceReference] as const]),
    [say.administrator, `${order.administrator.name}, ${order.administrator.email}`],
    [say.signer, `${order.signer.name}, ${order.signer.title}, ${order.signer.email}`],
    [say.placed, order.placed.slice(0, 10)],
  ];
  const facts = rows.map(([label, value]) => `${label}: ${value}`).join('\n');
  const text = `${say.title}\n\n${facts}\n\n${say.promise(order.organizationName)}\n\n${say.terms}\n\n${plainTerms(terms, site.base)}\n`;
  return { language, text, sha256: hash('sha256', text) };
}

/** The terms without Markdown's marks, so that the text reads well on paper: headings, points, links with their address, words that stand out. */
function plainTerms(markdown: string, base: string): string {
  return markdown
    .trim()
    .split('\n')
    .map((line) =>
      line
        .replace(/^#{1,6} +/, '')
        .replace(/^[*-] +/, '– ')
        .replace(/\[([^\]]{0,300})\]\((\/[^)\s]{0,300})\)/g, `$1 (${base}$2)`)
        .replace(/\[([^\]]{0,300})\]\(([^)\s]{0,300})\)/g, '$1 ($2)')
        .replace(/\*\*([^*]{0,300})\*\*/g, '$1'),
    )
    .join('\n');
}

const words = {
  sv: {
    title: 'Beställning och avtal om anslutning',
    service: 'Tjänst',
    organization: 'Organisation',
    number: 'Organisationsnummer',
    kind: 'Slag av organisation',
    address: 'Postadress',
    invoice: 'Fakturareferens',
    administrator: 'Första administratör',
    signer: 'Undertecknas av',
    placed: 'Beställningsdatum',
    promise: (name: string) =>
      `${name} beställer anslutning till tjänsten och godkänner villkoren nedan. Den som skriver under intygar att hen får göra det för organisationen.`,
    terms: 'Villkor',
  },
  en: {
    title: 'Order and agreement to join',
    service: 'Service',
    organization: 'Organisation',
    number: 'Organisation number',
    kind: 'Kind of organisation',
    address: 'Postal address',
    invoice: 'Invoice reference',
    administrator: 'First administrator',
    signer: 'To be signed by',
    placed: 'Date of order',
    promise: (name: string) =>
      `${name} orders access to the service and accepts the terms below. Whoever signs certifies that they may do so for the organisation.`,
    terms: 'Terms',
  },
};
