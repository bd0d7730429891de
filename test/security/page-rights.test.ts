import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeMember } from '../../src/accounts/change-member.ts';
import { disablePerson } from '../../src/accounts/close-account.ts';
import { localOperator } from '../../src/commands/local-operator.ts';
import type { Route } from '../../src/http/route.ts';
import { base, foreign, openSite, own, type SignedInPerson, type Site } from '../http/site.ts';
import { pathTo } from './make-thing.ts';

/** Who asks for each page that is for people, in the order of the rows below. */
const askers = [
  'anonymous',
  'reader',
  'editor',
  'administrator',
  'stranger',
  'operator',
  'disabled',
  'removed',
  'seeing as an administrator',
] as const;
type Asker = (typeof askers)[number];

/** Past the door: the page, or what the form says of what was sent. */
const ok = 'ok';
type Row = readonly (number | typeof ok)[];

/** Reading: whoever is nobody is sent to sign in, and whoever does not belong hears that there is nothing. */
const insiders = [303, ok, ok, ok, 404, ok, 303, 404, ok] as const;
const editors = [303, 403, ok, ok, 404, ok, 303, 404, 403] as const;
const administrators = [303, 403, 403, ok, 404, ok, 303, 404, 403] as const;
const operators = [303, 404, 404, 404, 404, ok, 303, 404, 404] as const;
const everybody = [303, ok, ok, ok, ok, ok, 303, ok, ok] as const;

/** Writing: nobody is sent away from what they wrote, and whoever sees as somebody else changes nothing. */
const writtenBy = (row: Row): Row =>
  row.map((right, index) => (right === 303 ? 401 : index === 8 ? 403 : right));

/** Which row an address has: the first pattern that fits. */
const rows: readonly (readonly [RegExp, Row])[] = [
  [/^GET \/workspace$/, everybody],
  [/^(GET|POST) \/account(\/|$)/, everybody],
  // Stopping is what whoever sees as somebody else may do, and for others there is nothing to stop.
  [/^POST \/operator\/see-as\/end$/, [401, 403, 403, 403, 403, ok, 401, 403, ok]],
  [/^(GET|POST) \/operator(\/|$)/, operators],
  [/^GET .*\/(catalog|description)\/edit\/collision$/, administrators],
  [/^(GET|POST) .*\/(members|tokens|log|profile)(\/|$)/, administrators],
  [/^POST .*\/(catalog|description)\/(edit|discard)/, administrators],
  [/^GET \/workspace\/\{organization\}(\/datasets)?$/, insiders],
  [/^GET .*\/(edit|preview|versions|changes|publish|xlsx|csv)$/, insiders],
  [
    /^GET .*\/(new|template|templates|removed|collision|withdraw|bulk|import|support|\{id\})$/,
    editors,
  ],
  [/^POST \/workspace\/\{organization\}\//, editors],
];

function rowOf({ method, path }: Route): Row | undefined {
  const row = rows.find(([pattern]) => pattern.test(`${method} ${path}`))?.[1];
  return method === 'GET' || row === undefined || path.endsWith('see-as/end')
    ? row
    : writtenBy(row);
}

test('every page for people answers everybody as the table says, and a page without a row is a fault', async (t) => {
  const site = await openSite(t);
  const wrong: string[] = [];
  const people = await everyAsker(site);
  for (const route of forPeople(site)) {
    const row = rowOf(route);
    if (row === undefined) wrong.push(`${route.method} ${route.path} has no row: say who may`);
    const shared = await pathTo(site, route);
    for (const [index, asker] of askers.entries()) {
      const expected = row?.[index] ?? 0;
      const changes = route.method === 'POST' && expected === ok;
      const path = changes ? await pathTo(site, route) : shared;
      const as = changes ? await person(site, asker) : people.get(asker);
      const status = await call(site, route, path, as);
      if (!fits(status, expected, route))
        wrong.push(`${route.method} ${route.path} as ${asker}: ${status}, not ${expected}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('no form of a session is believed without the session’s token (CVE-2026-41255)', async (t) => {
  const site = await openSite(t);
  const operator = await site.person('operator');
  const wrong: string[] = [];
  const posted = site.routes.filter(
    ({ method, path }) => method === 'POST' && !path.startsWith('/api/'),
  );
  assert.ok(posted.length > 100);
  for (const route of posted) {
    const path = await pathTo(site, route);
    for (const csrf of ['', 'A'.repeat(43)]) {
      const status = await call(site, route, path, { ...operator, csrf });
      const expected = withoutSession.test(path) ? [200, 404, 422] : [403];
      if (!expected.includes(status))
        wrong.push(`POST ${route.path} with ${csrf || 'none'}: ${status}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('whoever sees as somebody else posts nothing but the end of it', async (t) => {
  const site = await openSite(t);
  const seeing = await person(site, 'seeing as an administrator');
  const wrong: string[] = [];
  for (const route of site.routes) {
    if (route.method !== 'POST' || /^\/api\/|see-as\/end$|^\/sign-out$/.test(route.path)) continue;
    const status = await call(site, route, await pathTo(site, route), seeing);
    if (status !== 403) wrong.push(`POST ${route.path}: ${status}`);
  }
  assert.deepEqual(wrong, []);
  assert.equal((await site.ask('/operator/see-as/end', { as: seeing, form: {} })).status, 303);
  assert.equal((await site.ask('/operator', { as: seeing })).status, 200);
});

/** Ways in, which know no session yet and take forms of our own pages alone; and links whose secret these are not. */
const withoutSession =
  /^\/sign-in\/(resume|passkey|passkey\/options)$|^\/(support|join|join\/sign)\/A{43}/;

function forPeople(site: Site): readonly Route[] {
  return site.routes.filter(({ access }) => access === 'person');
}

async function everyAsker(site: Site): Promise<ReadonlyMap<Asker, SignedInPerson | undefined>> {
  const people = new Map<Asker, SignedInPerson | undefined>();
  for (const asker of askers) people.set(asker, await person(site, asker));
  return people;
}

async function person(site: Site, asker: Asker): Promise<SignedInPerson | undefined> {
  const { accounts } = site.application;
  const organization = site.organizations.get(own) ?? '';
  switch (asker) {
    case 'anonymous':
      return undefined;
    case 'reader':
    case 'editor':
    case 'administrator':
      return site.person({ role: asker });
    case 'stranger':
      return site.person({ role: 'administrator', organization: foreign });
    case 'operator':
      return site.person('operator');
    case 'disabled': {
      const closed = await site.person({ role: 'administrator' });
      await disablePerson(accounts, localOperator, closed.id);
      return closed;
    }
    case 'removed': {
      await site.person({ role: 'administrator' });
      const gone = await site.person({ role: 'administrator' });
      await removeMember(accounts, localOperator, { organization, person: gone.id });
      return gone;
    }
    case 'seeing as an administrator': {
      const operator = await site.person('operator');
      const form = { organization: own, role: 'administrator' };
      assert.equal((await site.ask('/operator/see-as', { as: operator, form })).status, 303);
      return operator;
    }
  }
}

async function call(
  site: Site,
  { method, path: pattern }: Route,
  path: string,
  as: SignedInPerson | undefined,
): Promise<number> {
  const isJson = /passkey.*options$|\/passkey$|\/passkeys$/.test(pattern);
  const reply = await site.ask(path, {
    method,
    as,
    headers: {
      Accept: 'text/html',
      Origin: base,
      ...(isJson && method === 'POST' ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(method === 'GET' ? {} : isJson ? { body: { csrf: as?.csrf ?? '' } } : { form: {} }),
  });
  await reply.arrayBuffer();
  return reply.status;
}

function fits(status: number, expected: number | typeof ok, { path, method }: Route): boolean {
  if (expected !== ok) return status === expected;
  if (method === 'GET') {
    // One organisation needs no choice, and where nothing collides there is nothing to compare.
    return (
      status === 200 ||
      (status === 303 && /^\/workspace$|collision$/.test(path)) ||
      isOfNobody(path)
    );
  }
  return status < 500 && (isOfNobody(path) || ![401, 403, 404].includes(status));
}

/** Where a form without words names nothing, or nothing of the person's own: 404 is then right for whoever may, too. */
function isOfNobody(path: string): boolean {
  return /^\/account\/(.*\{|link|second-factor|email|data|organizations)|\/(removed|restore|undo|see-as|agreement|export|matter)$|\/users\/\{id\}$/.test(
    path,
  );
}
