import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publish } from '../../src/catalog/change-state.ts';
import { createResource } from '../../src/catalog/create-resource.ts';
import { publishCopy } from '../../src/catalog/publish-copy.ts';
import { putResource } from '../../src/catalog/put-resource.ts';
import { reviewPublication } from '../../src/catalog/review-publication.ts';
import { restoreVersion, undoPublication } from '../../src/catalog/undo-publication.ts';
import { openPublishingSquare, words } from './publishing-square.ts';
import { dataset, refusal } from './square.ts';

const bad = { kind: 'dataset', name: 'bad' } as const;
const title = { title: { sv: 'Nya badplatser', en: 'New bathing places' } };

test('what was written becomes a version, with its declaration, and the copy is gone', async (t) => {
  const { publishing, dataset: make, write, person, store, umea } = await openPublishingSquare(t);
  const draft = await make();
  await write(draft, title);

  const saved = await publishCopy(publishing, {
    ...bad,
    actor: person('Anna'),
    seen: { version: 1, revision: 1 },
    words,
    reason: 'Första gången',
  });

  assert.deepEqual(
    [saved.state, saved.version, saved.content.title],
    ['published', 2, title.title],
  );
  assert.equal(await store.editing.copyOf(draft.id), undefined);
  const declared = await store.editing.declarationOf(draft.id, 2);
  assert.deepEqual([declared?.ground, declared?.declaredBy.name], [words.ground, 'Anna']);
  const [version] = await store.catalog.versions(draft.id, { limit: 1 });
  assert.deepEqual([version?.author, version?.reason], ['Anna', 'Första gången']);
  assert.deepEqual((await store.catalog.changesAfter(0, 100)).at(-1)?.operation, 'create');
  const rules = await store.catalog.rulesOf(umea.id);
  assert.equal(rules.classifiedBy, words.classifiedBy, 'the first declaration is the habit');
});

test('a declaration without its words is refused at each of them, and nothing is kept', async (t) => {
  const { publishing, dataset: make, person, trace } = await openPublishingSquare(t);
  await make();
  const before = await trace();
  const request = { ...bad, actor: person('Anna'), seen: { version: 1, revision: 0 } };

  await assert.rejects(
    publishCopy(publishing, { ...request, words: { classifiedOn: '2026-02-30' } }),
    (error) =>
      refusal('declaration-required')(error) &&
      'issues' in (error as object) &&
      (error as { issues: readonly unknown[] }).issues.length === 3,
  );
  await assert.rejects(
    publishCopy(publishing, { ...request, words: { ...words, classifiedOn: '2027-01-01' } }),
    refusal('declaration-required'),
  );
  assert.equal(await trace(), before);
});

test('errors block, a look from before does not count, and what is public already is no news', async (t) => {
  const { publishing, dataset: make, write, person } = await openPublishingSquare(t);
  const draft = await make();
  const copy = await write(draft, { title: undefined });
  const request = { ...bad, actor: person('Anna'), words };

  const review = await reviewPublication(publishing, request);
  const errors = review.checks.find(({ name }) => name === 'errors');
  assert.equal(errors?.state, 'blocks');
  await assert.rejects(
    publishCopy(publishing, { ...request, seen: { version: 1, revision: 1 } }),
    refusal('invalid-record'),
  );
  await write(draft, title, { revision: copy.revision + 1 });
  await assert.rejects(
    publishCopy(publishing, { ...request, seen: { version: 1, revision: 1 } }),
    refusal('version-conflict'),
  );
  await publishCopy(publishing, { ...request, seen: { version: 1, revision: 2 } });
  await assert.rejects(
    publishCopy(publishing, { ...request, seen: { version: 2, revision: 0 } }),
    refusal('state-conflict'),
  );
});

test('a version that somebody else saved since is a collision to be solved first', async (t) => {
  const {
    publishing,
    context,
    dataset: make,
    write,
    person,
    actor,
  } = await openPublishingSquare(t);
  const stored = await make({ publish: true });
  await write(stored, title);
  await putResource(context, {
    ...bad,
    actor: actor('editor'),
    node: { ...stored.content, keyword: { sv: ['sjö'] } },
    expected: 1,
  });

  const request = { ...bad, actor: person('Anna'), words };
  const { checks } = await reviewPublication(publishing, request);
  assert.deepEqual(checks.find(({ name }) => name === 'collision')?.changed, ['keyword']);
  await assert.rejects(
    publishCopy(publishing, { ...request, seen: { version: 2, revision: 1 } }),
    refusal('version-conflict', /keyword/),
  );
});

test('only who may publish does, and strangers do not learn that the draft is there', async (t) => {
  const { publishing, dataset: make, person, kalmar } = await openPublishingSquare(t);
  await make();
  const request = { ...bad, seen: { version: 1, revision: 0 }, words };

  await assert.rejects(
    publishCopy(publishing, { ...request, actor: person('Rut', 'reader') }),
    refusal('not-permitted'),
  );
  await assert.rejects(
    publishCopy(publishing, { ...request, actor: person('Stina', 'administrator', kalmar) }),
    refusal('not-found'),
  );
});

test('undoing a first publication withdraws it and keeps the words', async (t) => {
  const { publishing, dataset: make, person, store } = await openPublishingSquare(t);
  const draft = await make();
  const actor = person('Anna');
  await publishCopy(publishing, { ...bad, actor, seen: { version: 1, revision: 0 }, words });

  const undone = await undoPublication(publishing, { ...bad, actor, version: 2 });

  assert.deepEqual([undone.state, undone.version], ['withdrawn', 3]);
  assert.deepEqual((await store.editing.copyOf(draft.id))?.base, 3);
});

test('undoing a later publication shows what was there before, as a new version', async (t) => {
  const { publishing, dataset: make, write, person, store } = await openPublishingSquare(t);
  const stored = await make({ publish: true });
  await write(stored, title);
  const actor = person('Bo');
  await publishCopy(publishing, { ...bad, actor, seen: { version: 1, revision: 1 }, words });

  const undone = await undoPublication(publishing, { ...bad, actor, version: 2 });

  assert.deepEqual([undone.state, undone.version], ['published', 3]);
  assert.deepEqual(undone.content, stored.content);
  assert.deepEqual((await store.editing.copyOf(stored.id))?.content.title, title.title);
  await assert.rejects(
    undoPublication(publishing, { ...bad, actor, version: 2 }),
    refusal('state-conflict'),
  );
});

test('an old version comes back as a working copy, unless somebody is writing', async (t) => {
  const {
    publishing,
    context,
    dataset: make,
    person,
    actor,
    store,
  } = await openPublishingSquare(t);
  const stored = await make({ publish: true });
  await putResource(context, {
    ...bad,
    actor: actor('editor'),
    node: { ...stored.content, ...title },
    expected: 1,
  });
  const anna = person('Anna');

  await restoreVersion(publishing, { ...bad, actor: anna, version: 1 });

  const copy = await store.editing.copyOf(stored.id);
  assert.deepEqual([copy?.base, copy?.content.title], [2, stored.content.title]);
  await assert.rejects(
    restoreVersion(publishing, { ...bad, actor: anna, version: 1 }),
    refusal('state-conflict'),
  );
});

test("programs obey the organisation's rules as people do", async (t) => {
  const { context, dataset: make, actor, setRules } = await openPublishingSquare(t);
  const stored = await make({ publish: true });
  await make({ name: 'draft' });
  const editor = actor('editor');
  const change = { ...bad, actor: editor, node: { ...stored.content, ...title }, expected: 1 };
  const first = { kind: 'dataset', name: 'draft', actor: editor, expected: undefined } as const;

  await setRules({ declaration: true });
  await assert.rejects(publish(context, first), refusal('declaration-required'));
  await assert.rejects(
    createResource(context, {
      actor: editor,
      kind: 'dataset',
      organization: 'umea',
      name: 'third',
      node: dataset,
      publish: true,
    }),
    refusal('declaration-required'),
  );
  await setRules({ fourEyes: true });
  await assert.rejects(publish(context, first), refusal('approval-required'));
  await assert.rejects(putResource(context, change), refusal('approval-required'));
  await setRules({});
  assert.equal((await putResource(context, change)).resource.version, 2);
});
