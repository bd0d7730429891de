import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Config } from '../../src/config.ts';
import { base, openSite, type SignedInPerson, type Site } from '../http/site.ts';
import { type MailServer, mailServer } from '../services/mail-server.ts';

/** A site with a mail server, and the ways of those who come in by it. */
export interface Journey {
  readonly site: Site;
  readonly mail: MailServer;
  readonly operator: SignedInPerson;
  /** Posts a form as a browser without an account does. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
  /** As the operator. */
  operate(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
  /** The path of the link in the newest letter to the address, once a new one has come. */
  link(to: string): Promise<string>;
  /** The text of a page that must be there. */
  page(path: string, as?: SignedInPerson): Promise<string>;
}

export const interest = {
  organizationName: 'Storumans kommun',
  organizationNumber: '2120002551',
  publisherType: 'http://purl.org/adms/publishertype/LocalAuthority',
  contactName: 'Eva Ek',
  contactEmail: 'eva.ek@storuman.se',
  telephone: '0951-140 00',
  message: 'Vi vill dela badplatser.',
};

export const order = {
  organizationName: 'Storumans kommun',
  organizationNumber: '212000-2551',
  publisherType: interest.publisherType,
  postalAddress: 'Skolgatan 1\n923 81 Storuman',
  invoiceReference: '4711',
  signerName: 'Kjell Chef',
  signerTitle: 'kommunchef',
  signerEmail: 'kjell.chef@storuman.se',
  administratorName: 'Eva Ek',
  administratorEmail: 'eva.ek@storuman.se',
  terms: 'yes',
};

/** Opens a site whose letters go to a real server. */
export async function openJourney(
  t: TestContext,
  settings: Partial<Config> = {},
): Promise<Journey> {
  const mail = await mailServer(t);
  const site = await openSite(t, { smtpUrl: mail.url, contact: 'drift@example.se', ...settings });
  const operator = await site.person('operator');
  const read = new Set<unknown>();
  const post = (path: string, form: Readonly<Record<string, string>>) =>
    site.ask(path, { form, headers: { Origin: new URL(base).origin } });
  return {
    site,
    mail,
    operator,
    post,
    operate: (path, form) => site.ask(path, { form, as: operator }),
    async link(to) {
      for (let count = 1; ; count += 1) {
        const letters = await mail.received(count);
        const letter = letters.findLast(
          (one) => one.envelope.to.includes(to) && !read.has(one.message),
        );
        if (letter === undefined) continue;
        read.add(letter.message);
        const [, path] =
          /https:\/\/data\.example\.se(\/(?:join|support|operator|invitations)\/\S+)/.exec(
            letter.message.text ?? '',
          ) ?? [];
        assert.ok(path, letter.message.text ?? 'The letter has no text.');
        return path;
      }
    },
    async page(path, as) {
      const reply = await site.ask(path, { as, headers: { Accept: 'text/html' } });
      const text = await reply.text();
      assert.equal(reply.status, 200, `${path}: ${text.slice(0, 400)}`);
      return text;
    },
  };
}

/** Where a form led to. */
export function ledTo(reply: Response): string {
  assert.equal(reply.status, 303);
  return reply.headers.get('location') ?? '';
}
