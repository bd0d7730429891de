import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishCopy } from '../../src/catalog/publish-copy.ts';
import { publishWhenDue, schedulePublication } from '../../src/catalog/schedule-publication.ts';
import {
  approveCopy,
  sendBackCopy,
  submitCopy,
  takeBackCopy,
} from '../../src/catalog/submit-copy.ts';
import { openPublishingSquare, type PublishingSquare, words } from './publishing-square.ts';
import { refusal } from './square.ts';

const bad = { kind: 'dataset', name: 'bad' } as const;
const title = { title: { sv: 'Nya badplatser', en: 'New bathing places' } };
const seen = { version: 1, revision: 1 };
const later = '2026-12-01T07:00:00.000Z';

async function submitted(t: Parameters<typeof openPublishingSquare>[0]): Promise<PublishingSquare> {
  const square = await openPublishingSquare(t);
  await square.setRules({ fourEyes: true });
  await square.write(await square.dataset(), title);
  await submitCopy(square.publishing, {
    ...bad,
    actor: square.person('Anna'),
    seen,
    words,
    note: 'Klar att titta på',
  });
  return square;
}

/** Does the jobs of publications that are due. */
async function whenDue({ publishing, store, setTime }: PublishingSquare, time: string) {
  setTime(time);
  for (;;) {
    const job = await store.jobs.claim({
      kinds: ['publish'],
      now: new Date(time),
      until: new Date(Date.parse(time) + 60_000),
    });
    if (job === undefined) return;
    await publishWhenDue(publishing, job);
  }
}

test('with four eyes nobody publishes alone, and a colleague who is told approves', async (t) => {
  const square = await submitted(t);
  const { publishing, person, store, find, letters } = square;
  assert.deepEqual(await letters(), ['bo@umea.example.se: Att godkänna: Nya badplatser']);

  await assert.rejects(
    publishCopy(publishing, {
      ...bad,
      actor: person('Anna'),
      seen: { version: 1, revision: 2 },
      words,
    }),
    refusal('approval-required'),
  );
  await assert.rejects(
    approveCopy(publishing, { ...bad, actor: person('Anna'), revision: 2 }),
    refusal('not-permitted'),
  );
  await assert.rejects(
    approveCopy(publishing, { ...bad, actor: person('Rut', 'reader'), revision: 2 }),
    refusal('not-permitted'),
  );
  await assert.rejects(
    approveCopy(publishing, { ...bad, actor: person('Bo'), revision: 1 }),
    refusal('version-conflict'),
  );
  const saved = await approveCopy(publishing, { ...bad, actor: person('Bo'), revision: 2 });

  assert.equal(saved.state, 'published');
  const approval = await store.publishing.approvalOf(saved.id, 2);
  assert.deepEqual([approval?.askedBy.name, approval?.approvedBy.name], ['Anna', 'Bo']);
  assert.equal((await store.editing.declarationOf(saved.id, 2))?.declaredBy.name, 'Anna');
  assert.equal((await store.catalog.version(saved.id, 2))?.author, 'Anna');
  assert.equal((await find('bad')).version, 2);
});

test('what is sent back comes with words and a letter, and can be written on', async (t) => {
  const { publishing, person, store, find, letters } = await submitted(t);
  const bo = person('Bo');

  await assert.rejects(
    sendBackCopy(publishing, { ...bad, actor: bo, revision: 2, note: '  ' }),
    refusal('invalid-record'),
  );
  await sendBackCopy(publishing, { ...bad, actor: bo, revision: 2, note: 'Titeln är för kort' });

  const { id, state } = await find('bad');
  const copy = await store.editing.copyOf(id);
  assert.deepEqual([state, copy?.state, copy?.note], ['draft', 'editing', 'Titeln är för kort']);
  assert.equal((await letters()).length, 2);
  await assert.rejects(
    approveCopy(publishing, { ...bad, actor: bo, revision: 3 }),
    refusal('state-conflict'),
  );
});

test('what waits can be taken back', async (t) => {
  const { publishing, person, store, find } = await submitted(t);
  await takeBackCopy(publishing, { ...bad, actor: person('Anna'), revision: 2 });

  assert.equal((await store.editing.copyOf((await find('bad')).id))?.state, 'editing');
});

test('an approved publication can wait for its time', async (t) => {
  const square = await openPublishingSquare(t);
  const { publishing, person, store, find } = square;
  await square.setRules({ fourEyes: true });
  await square.write(await square.dataset(), title);
  const publishAt = new Date(later);
  await submitCopy(publishing, { ...bad, actor: person('Anna'), seen, words, publishAt });
  await approveCopy(publishing, { ...bad, actor: person('Bo'), revision: 2 });
  assert.equal((await find('bad')).state, 'draft');

  await whenDue(square, '2026-12-01T06:59:59.000Z');
  assert.equal((await find('bad')).state, 'draft');
  await whenDue(square, later);

  const saved = await find('bad');
  assert.equal(saved.state, 'published');
  assert.equal((await store.publishing.approvalOf(saved.id, 2))?.approvedBy.name, 'Bo');
});

test('a publication waits for its time, and one that was changed or taken back is let be', async (t) => {
  const square = await openPublishingSquare(t);
  const { publishing, person, find } = square;
  await square.write(await square.dataset(), title);
  const anna = { ...bad, actor: person('Anna') };
  const publishAt = new Date(later);
  await assert.rejects(
    schedulePublication(publishing, { ...anna, seen, words, publishAt: new Date('2026-11-22') }),
    refusal('invalid-record'),
  );
  await schedulePublication(publishing, { ...anna, seen, words, publishAt });
  await takeBackCopy(publishing, { ...anna, revision: 2 });
  await schedulePublication(publishing, {
    ...anna,
    seen: { version: 1, revision: 3 },
    words,
    publishAt: new Date('2026-12-02T07:00:00Z'),
  });

  await whenDue(square, later);
  assert.equal((await find('bad')).state, 'draft');
  await whenDue(square, '2026-12-02T07:00:00.000Z');
  assert.equal((await find('bad')).state, 'published');
});

test('what cannot be published when its time comes goes back, and its writer hears why', async (t) => {
  const square = await openPublishingSquare(t);
  const { publishing, person, store, find, letters, setRules } = square;
  const draft = await square.dataset();
  await square.write(draft, title);
  await schedulePublication(publishing, {
    ...bad,
    actor: person('Anna'),
    seen,
    words,
    publishAt: new Date(later),
  });
  await setRules({ fourEyes: true });

  await whenDue(square, later);

  assert.equal((await find('bad')).state, 'draft');
  assert.equal((await store.editing.copyOf(draft.id))?.state, 'editing');
  assert.deepEqual(await letters(), ['anna@umea.example.se: Kunde inte publiceras: Badplatser']);
});
