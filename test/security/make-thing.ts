import { inviteMember } from '../../src/accounts/invite-member.ts';
import { askToJoin } from '../../src/accounts/join-organization.ts';
import { localOperator } from '../../src/commands/local-operator.ts';
import type { Route } from '../../src/http/route.ts';
import { accountPeople } from '../../src/onboarding/account-people.ts';
import { manualSignature } from '../../src/onboarding/manual-signature.ts';
import type { OnboardingContext } from '../../src/onboarding/onboarding-context.ts';
import { submitInterest } from '../../src/onboarding/submit-interest.ts';
import { openTicket } from '../../src/support/open-ticket.ts';
import { saveAnnouncement } from '../../src/support/save-announcement.ts';
import type { SupportContext } from '../../src/support/support-context.ts';
import { dataset, series, service } from '../http/descriptions.ts';
import { own, type Site } from '../http/site.ts';

/** Makes what an address of the organisation `own`, or of the operator, is about, so that whoever may can come to it. */

const descriptions = { datasets: dataset, series, services: service } as const;
const about = { title: 'Datatorget', contact: 'drift@example.se' };
let count = 0;

/** The route's path with its parameters filled in by things that are there, new each time. */
export async function pathTo(site: Site, { path }: Pick<Route, 'path'>): Promise<string> {
  const [, folder = ''] = /\/(datasets|series|services)\/\{name\}/.exec(path) ?? [];
  let filled = path.replace('{organization}', own);
  if (folder !== '')
    filled = filled.replace('{name}', await newRecord(site, folder as keyof typeof descriptions));
  if (filled.includes('/texts/{name}')) filled = filled.replace('{name}', 'terms');
  if (filled.includes('{secret}')) filled = filled.replace('{secret}', 'A'.repeat(43));
  if (filled.includes('{id}')) filled = filled.replace('{id}', await newId(site, path));
  const query = asked.find(([pattern]) => pattern.test(path))?.[1] ?? '';
  return filled + query;
}

/** What some pages must be asked for with. */
const asked: readonly (readonly [RegExp, string])[] = [
  [/\/log\/export$/, '?form=csv'],
  [/\{name\}\/changes$/, '?from=1&to=2'],
];

/** A published record with two versions, and a working copy of it. */
async function newRecord(site: Site, folder: keyof typeof descriptions): Promise<string> {
  count += 1;
  const name = `rights-${count}`;
  const as = 'administrator';
  const body = descriptions[folder](`Rättighet ${count}`);
  const path = `/api/v1/${folder}`;
  await site.askJson(201, `${path}?organization=${own}&name=${name}&publish=true`, { as, body });
  await site.askJson(200, `${path}/${name}`, {
    as,
    method: 'PATCH',
    headers: { 'If-Match': '*' },
    body: { keyword: { sv: ['andra'] } },
  });
  return name;
}

async function newId(site: Site, path: string): Promise<string> {
  const { application } = site;
  const { accounts, store } = application;
  const organization = site.organizations.get(own) ?? '';
  count += 1;
  if (path.includes('/invitations/')) {
    const email = `inbjuden-${count}@umea.se`;
    const offer = { organization, email, role: 'editor', language: 'sv' } as const;
    return (await inviteMember(accounts, localOperator, offer)).id;
  }
  if (path.includes('/requests/')) {
    const { id } = await site.person({ role: 'reader', organization: 'malmo' });
    const person = await accounts.store.findPerson(id);
    if (person === undefined) throw new Error('Nobody is there.');
    const session = { actor: localOperator, person, memberships: [] };
    await askToJoin(accounts, session as unknown as Parameters<typeof askToJoin>[1], {
      organization,
      message: 'Får jag?',
    });
    const request = (await accounts.store.listRequestsOf(id))[0];
    return request?.id ?? '';
  }
  if (/\/(members|users)\//.test(path)) return (await site.person({ role: 'editor' })).id;
  if (path.includes('/tokens/')) {
    const body = { organization: own, name: `Nyckel ${count}`, scopes: ['read'], days: 1 };
    return String((await site.askJson(201, '/api/v1/tokens', { as: 'operator', body })).id);
  }
  if (path.includes('/announcements/')) return newAnnouncement(site);
  if (path.includes('/support/')) return (await newTicket(site, 'Privat fråga')).id;
  if (path.includes('/onboarding/')) return newCase(site, 'Nykommun');
  if (path.includes('/mail/')) {
    const id = application.context.newId();
    const to = { name: '', address: 'nagon@example.se' };
    await application.mail.folder?.send(id, {
      from: to,
      to,
      subject: 'Hej',
      text: 'Hej',
      html: '',
      headers: {},
    });
    return id;
  }
  if (path.includes('/jobs/')) {
    const runAt = new Date(Date.now() + 86_400_000);
    await store.jobs.transact((tx) =>
      tx.enqueue({ kind: 'mail', payload: {}, runAt, key: `rights-${count}` }),
    );
    const [job] = await store.jobs.list({ states: ['waiting'], limit: 1 });
    return job?.id ?? '';
  }
  return application.context.newId();
}

/** A ticket about a dataset of `own`, with its author's secret. */
export async function newTicket(
  { application }: Site,
  text: string,
): Promise<{ readonly id: string; readonly secret: string }> {
  const { store, context: catalog } = application;
  const context: SupportContext = { tickets: store.tickets, site: store.site, catalog, about };
  count += 1;
  const record = await catalog.store.find('organization', own);
  const opened = await openTicket(context, {
    fields: new Map(Object.entries({ topic: 'content', text, name: 'Lo', email: '' })),
    language: 'sv',
    actor: { kind: 'anonymous' },
    place: `plats ${count}`,
    record,
  });
  if (opened.kind !== 'taken') throw new Error(`The ticket was not taken: ${opened.kind}`);
  return { id: opened.ticket.id, secret: opened.secret };
}

/** An organisation that wants to come in. @returns the id of the matter */
export async function newCase({ application }: Site, name: string): Promise<string> {
  const { accounts, context: catalog, store } = application;
  const context: OnboardingContext = {
    store: store.onboarding,
    catalog,
    site: about,
    signatures: manualSignature,
    people: accountPeople(accounts, store.tokens),
  };
  count += 1;
  const fields = {
    organizationName: name,
    organizationNumber: '212000-2551',
    publisherType: 'http://purl.org/adms/publishertype/LocalAuthority',
    contactName: 'Eva Ek',
    contactEmail: `eva-${count}@example.se`,
    message: name,
  };
  const taken = await submitInterest(context, {
    fields: new Map(Object.entries(fields)),
    language: 'sv',
    actor: { kind: 'anonymous' },
    place: `plats ${count}`,
  });
  if (taken.kind !== 'taken') throw new Error(`The interest was not taken: ${taken.kind}`);
  return taken.onboarding.id;
}

async function newAnnouncement({ application }: Site): Promise<string> {
  const { store, context: catalog } = application;
  const context: SupportContext = { tickets: store.tickets, site: store.site, catalog, about };
  const fields = {
    kind: 'information',
    titleSv: 'Nytt',
    titleEn: 'News',
    starts: '2020-01-01T10:00',
    ends: '2020-01-02T10:00',
  };
  const saved = await saveAnnouncement(context, {
    id: undefined,
    actor: localOperator,
    fields: new Map(Object.entries(fields)),
  });
  if (!saved.ok) throw new Error(JSON.stringify(saved.faults));
  return saved.announcement.id;
}
