import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Onboarding } from '../../src/onboarding/onboarding.ts';
import { dataset } from '../http/descriptions.ts';
import { own } from '../http/site.ts';
import { interest, type Journey, ledTo, openJourney } from './journey.ts';
import { unpackZip } from './unpack-zip.ts';

/** The own organisation as one that has come in and is active. */
async function active(journey: Journey): Promise<string> {
  const { site } = journey;
  assert.equal(ledTo(await journey.post('/join', interest)), '/join/sent');
  const { store } = site.application;
  const [found] = await store.onboarding.list({ states: ['interest'], limit: 1 });
  assert.ok(found);
  const next: Onboarding = {
    ...found,
    version: 2,
    state: 'active',
    organization: site.organizations.get(own) ?? '',
  };
  await store.onboarding.transact((tx) => tx.replace(next));
  return `/operator/onboarding/${found.id}`;
}

const write = (journey: Journey, name: string, publish = false) =>
  journey.site.ask(`/api/v1/datasets?organization=${own}&name=${name}&publish=${publish}`, {
    as: 'editor',
    body: dataset(),
  });

test('who is paused reads and changes nothing, by token and by session, until it is over', async (t) => {
  const journey = await openJourney(t);
  const { site } = journey;
  const matter = await active(journey);
  const editor = await site.person({ role: 'editor' });
  assert.equal((await write(journey, 'fore')).status, 201);
  assert.equal(ledTo(await journey.operate(matter, { do: 'pause', reason: 'Fel' })), matter);
  await forgotten();
  assert.equal((await write(journey, 'under')).status, 403);
  assert.equal((await site.ask('/api/v1/datasets/fore', { as: 'editor' })).status, 200);
  const refused = await site.ask(`/workspace/${own}/support`, {
    as: editor,
    headers: { Accept: 'text/html', 'Accept-Language': 'sv' },
  });
  assert.equal(refused.status, 403);
  assert.match(await refused.text(), /Organisationen är pausad eller avslutad/);
  assert.equal(ledTo(await journey.operate(matter, { do: 'resume' })), matter);
  await forgotten();
  assert.equal((await write(journey, 'efter')).status, 201);
});

test('an organisation that ends is withdrawn and released, nothing is deleted, everything is exported', async (t) => {
  const journey = await openJourney(t);
  const { site } = journey;
  const matter = await active(journey);
  const editor = await site.person({ role: 'editor' });
  assert.equal((await write(journey, 'bad', true)).status, 201);
  assert.equal((await write(journey, 'utkast')).status, 201);
  const early = await site.ask(`${matter}/export`, { as: journey.operator });
  assert.equal(early.status, 200);
  await early.arrayBuffer();

  const unsure = await journey.operate(matter, { do: 'end', name: 'umeå', reason: 'Slut' });
  assert.equal(unsure.status, 422);
  assert.match(await unsure.text(), /Skriv umea för att bekräfta/);
  assert.equal((await site.ask('/datasets/bad.json')).status, 200);

  const ended = await journey.operate(matter, {
    do: 'end',
    name: 'umea',
    reason: 'Avtalet är slut',
  });
  assert.equal(ledTo(ended), matter);
  assert.equal((await site.ask('/datasets/bad.json')).status, 410);
  assert.equal((await write(journey, 'sent')).status, 401, 'its tokens are revoked');
  assert.equal((await site.ask(`/workspace/${own}/support`, { as: editor })).status, 404);
  assert.equal((await site.ask('/api/v1/datasets', { as: 'stranger' })).status, 200);

  const customer = await journey.link(interest.contactEmail);
  assert.match(await journey.page(customer), /\/export"/);
  const reply = await site.ask(`${customer}/export`);
  assert.equal(reply.headers.get('content-type'), 'application/zip');
  assert.equal(reply.headers.get('content-disposition'), 'attachment; filename="umea.zip"');
  const files = unpackZip(new Uint8Array(await reply.arrayBuffer()));
  assert.deepEqual(Object.keys(files), [
    'README.txt',
    'catalog.ttl',
    'catalog.rdf',
    'records.jsonl',
    'members.jsonl',
    'audit.jsonl',
    'onboarding.json',
  ]);
  assert.match(files['catalog.ttl'] ?? '', /datasets\/bad>/);
  assert.match(files['catalog.rdf'] ?? '', /datasets\/utkast"/);
  const records = (files['records.jsonl'] ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const bad = records.find(({ name }) => name === 'bad');
  assert.deepEqual(
    bad.versions.map(({ state }: { readonly state: string }) => state),
    ['published', 'withdrawn'],
  );
  assert.match(files['members.jsonl'] ?? '', new RegExp(editor.email));
  assert.match(files['audit.jsonl'] ?? '', /member-removed/);
  assert.match(files['audit.jsonl'] ?? '', /token-revoked/);
  assert.doesNotMatch(JSON.stringify(files), /dt_/);
});

test('the operator pauses and ends an organisation that came in by the command line as any other', async (t) => {
  const journey = await openJourney(t);
  const { site, operator } = journey;
  const id = site.organizations.get(own) ?? '';
  const list = await journey.page('/operator/organizations', operator);
  assert.match(list, new RegExp(`action="/operator/organizations/${id}/matter"`));
  const open = () => journey.operate(`/operator/organizations/${id}/matter`, {});
  const matter = ledTo(await open());
  assert.equal(ledTo(await open()), matter, 'there is one, however often it is asked for');
  assert.match(await journey.page(matter, operator), /212000-2627/);
  assert.equal(ledTo(await journey.operate(matter, { do: 'pause', reason: 'Fel' })), matter);
  await forgotten();
  assert.equal((await write(journey, 'under')).status, 403);
  assert.equal(ledTo(await journey.operate(matter, { do: 'resume' })), matter);
  const end = { do: 'end', name: own, reason: 'Slut' };
  assert.equal(ledTo(await journey.operate(matter, end)), matter);
  const all = await site.ask(`${matter}/export`, { as: operator });
  assert.equal(all.headers.get('content-disposition'), 'attachment; filename="umea.zip"');
  await all.arrayBuffer();
});

/** Until what is known of pauses is asked for anew. */
function forgotten(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 3_200));
}
