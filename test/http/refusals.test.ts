import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptEvent } from '../../src/audit/kept-event.ts';
import { openSite, type Site } from './site.ts';

const draft = {
  method: 'POST',
  body: { title: { sv: 'Hemligt utkast' }, description: { sv: 'x' } },
};

test('whoever asks for a foreign draft gets what everybody gets, and its owner reads of it', async (t) => {
  const site = await openSite(t);
  await site.askJson(201, '/api/v1/datasets?organization=umea&name=utkast', {
    ...draft,
    as: 'editor',
  });
  const before = (await refusals(site)).length;

  const foreign = await site.ask('/api/v1/datasets/utkast', { as: 'stranger' });
  const nothing = await site.ask('/api/v1/datasets/inget', { as: 'stranger' });
  await site.ask('/api/v1/datasets/utkast');

  assert.equal(foreign.status, 404);
  assert.equal(nothing.status, 404);
  const told = (await refusals(site)).slice(before);
  assert.equal(told.length, 1, 'neither what is not there nor anonymous readers are told of');
  const [event] = told;
  assert.equal(event?.actor.name, 'stranger');
  assert.equal(event.object.name, 'utkast');
  assert.equal(event.after?.action, 'see-drafts');
  assert.match(event.address ?? '', /127\.0\.0\.1/);
  assert.equal(event.request, foreign.headers.get('x-request-id'));
  const umea = await site.application.store.catalog.find('organization', 'umea');
  assert.equal(event.organization, umea?.id);
});

test('what a role does not allow is told of, and not more than sixty times an hour', async (t) => {
  const site = await openSite(t);
  const ask = () =>
    site.ask('/api/v1/organizations?name=ny', { as: 'editor', body: { name: { sv: 'Ny' } } });
  assert.equal((await ask()).status, 403);
  for (let n = 0; n < 70; n += 1) await ask();

  const told = await refusals(site);

  assert.equal(told.length, 60);
  assert.equal(told[0]?.after?.action, 'create-organization');
});

async function refusals({ application }: Site) {
  const events = await application.store.audit.list({ actions: ['access-refused'], limit: 1000 });
  return events.map(keptEvent);
}
