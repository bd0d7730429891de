import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { publish, removeResource, withdraw } from '../../src/catalog/change-state.ts';
import { findResource } from '../../src/catalog/find-resource.ts';
import { type Action, draftsOf, may } from '../../src/catalog/policy.ts';
import { putResource } from '../../src/catalog/put-resource.ts';
import type { State } from '../../src/catalog/resource.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { CatalogError, type FailureCode } from '../../src/kernel/errors.ts';
import { anonymous, dataset, openSquare, operator, type Square } from './square.ts';

const actions: readonly Action[] = [
  'see-drafts',
  'edit',
  'publish',
  'delete',
  'import',
  'edit-organization',
  'manage-members',
  'manage-tokens',
  'read-audit',
  'create-organization',
  'operate',
];
const recordActions: readonly Action[] = ['see-drafts', 'edit', 'publish', 'delete', 'import'];
const own = 'o1';

const allowed: Readonly<Record<string, readonly Action[]>> = {
  'operator own': actions,
  'operator foreign': actions,
  'operator platform': actions,
  'administrator own': [
    ...recordActions,
    'edit-organization',
    'manage-members',
    'manage-tokens',
    'read-audit',
  ],
  'administrator foreign': [],
  'administrator platform': [],
  'editor own': recordActions,
  'editor foreign': [],
  'editor platform': [],
  'reader own': ['see-drafts'],
  'reader foreign': [],
  'reader platform': [],
  'anonymous own': [],
  'anonymous foreign': [],
  'anonymous platform': [],
};

describe('the table of rights', () => {
  for (const [cell, granted] of Object.entries(allowed)) {
    const [role = '', whose = ''] = cell.split(' ');
    const organization = { own, foreign: 'o2', platform: undefined }[whose];
    for (const action of actions) {
      const expected = granted.includes(action);
      test(`${role} ${expected ? 'may' : 'may not'} ${action} on what is ${whose}`, () => {
        assert.equal(may(actorOf(role), action, organization), expected);
      });
    }
  }

  test('a token without an organisation may do nothing, unless it is the operator’s', () => {
    const lost = { ...operator, grants: [{ role: 'administrator', organization: null }] } as const;
    for (const action of actions) {
      assert.equal(may(lost, action, own), false);
      assert.equal(may(lost, action), false);
    }
  });

  test('lists hold the drafts that one may see', () => {
    assert.deepEqual(draftsOf(anonymous), []);
    assert.deepEqual(draftsOf(actorOf('editor')), [own]);
    assert.equal(draftsOf(operator), '*');
  });
});

function actorOf(role: string): Actor {
  if (role === 'anonymous') return anonymous;
  if (role === 'operator') return operator;
  assert.ok(role === 'administrator' || role === 'editor' || role === 'reader');
  return { kind: 'token', id: 't1', name: 'T', grants: [{ role, organization: own }] };
}

/** Everything that is done to one record, as somebody. */
const deeds = {
  see: (square: Square, actor: Actor) =>
    findResource(square.context.store, actor, 'dataset', 'bad'),
  put: (square: Square, actor: Actor) =>
    putResource(square.context, {
      actor,
      kind: 'dataset',
      name: 'bad',
      node: { ...dataset, title: { sv: 'Bad' } },
      expected: undefined,
    }),
  publish: (square: Square, actor: Actor) =>
    publish(square.context, { actor, kind: 'dataset', name: 'bad', expected: undefined }),
  withdraw: (square: Square, actor: Actor) =>
    withdraw(square.context, { actor, kind: 'dataset', name: 'bad', expected: undefined }),
  delete: (square: Square, actor: Actor) =>
    removeResource(square.context, { actor, kind: 'dataset', name: 'bad', expected: undefined }),
};

/** What each sort of actor hears; of drafts that are not theirs, only that there is nothing. */
function answer(deed: keyof typeof deeds, who: string, state: State): FailureCode | 'done' {
  const isOwn = who === 'operator' || who.endsWith(' own');
  if (!isOwn) {
    if (state === 'draft') return 'not-found';
    if (deed === 'see') return 'done';
    return who === 'anonymous' ? 'not-authenticated' : 'not-permitted';
  }
  return deed === 'withdraw' && state === 'draft' ? 'state-conflict' : 'done';
}

const people = [
  'anonymous',
  'operator',
  'administrator own',
  'administrator foreign',
  'editor own',
  'editor foreign',
];

describe('a record and those who ask', () => {
  for (const state of ['draft', 'published', 'withdrawn'] as const) {
    for (const who of people) {
      for (const deed of ['see', 'put', 'publish', 'withdraw', 'delete'] as const) {
        const expected = answer(deed, who, state);
        test(`${who}: ${deed} a ${state} dataset → ${expected}`, async (t) => {
          const square = await openSquare(t);
          await square.dataset({ publish: state !== 'draft' });
          if (state === 'withdrawn') await deeds.withdraw(square, operator);
          const before = await square.trace();
          assert.equal(await outcome(() => deeds[deed](square, person(square, who))), expected);
          if (expected !== 'done') assert.equal(await square.trace(), before);
        });
      }
    }
  }
});

test("others' drafts look exactly like what is not there", async (t) => {
  const square = await openSquare(t);
  await square.dataset();
  for (const who of ['anonymous', 'administrator foreign', 'editor foreign']) {
    for (const deed of ['see', 'put', 'publish', 'withdraw', 'delete'] as const) {
      const hidden = await refused(() => deeds[deed](square, person(square, who)));
      const { context } = square;
      await removeResource(context, {
        actor: operator,
        kind: 'dataset',
        name: 'bad',
        expected: undefined,
      });
      const missing = await refused(() => deeds[deed](square, person(square, who)));
      await square.dataset();
      assert.deepEqual({ ...hidden, ...hidden.detail }, { ...missing, ...missing.detail });
    }
  }
});

function person(square: Square, who: string): Actor {
  if (who === 'anonymous') return anonymous;
  if (who === 'operator') return operator;
  const [role, whose] = who.split(' ');
  assert.ok(role === 'administrator' || role === 'editor');
  return square.actor(role, whose === 'own' ? square.umea : square.kalmar);
}

async function outcome(deed: () => Promise<unknown>): Promise<string> {
  try {
    await deed();
    return 'done';
  } catch (error) {
    assert.ok(error instanceof CatalogError, String(error));
    return error.code;
  }
}

async function refused(deed: () => Promise<unknown>): Promise<CatalogError> {
  try {
    await deed();
  } catch (error) {
    assert.ok(error instanceof CatalogError, String(error));
    return error;
  }
  assert.fail('it was done');
}
