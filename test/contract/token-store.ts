import assert from 'node:assert/strict';
import { createHash, randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import type { Token, TokenStore } from '../../src/accounts/token-store.ts';

/** What every TokenStore owes its callers; each adapter runs it on the real thing. `open` gives an empty store. */
export function tokenStoreContract(
  name: string,
  open: () => Promise<{ readonly tokens: TokenStore; close(): Promise<void> }>,
): void {
  const duty = (sentence: string, proof: (tokens: TokenStore) => Promise<void>) => {
    test(`${name} ${sentence}`, async (context) => {
      const { tokens, close } = await open();
      context.after(close);
      await proof(tokens);
    });
  };

  duty('finds a token by its hash, just as it was added', async (tokens) => {
    const operator = token('Drift åäö 🏊', { role: 'operator' });
    const editor = token('Klara', { organization: 'o1', expires: '2027-01-01T00:00:00.000Z' });
    await tokens.add(operator);
    await tokens.add(editor);

    assert.deepEqual(await tokens.findByHash(operator.hash), operator);
    assert.deepEqual(await tokens.findByHash(editor.hash), editor);
    assert.equal(await tokens.findByHash(operator.hash.toUpperCase()), undefined);
    assert.equal(await tokens.findByHash(`${operator.hash} `), undefined);
    assert.equal(await tokens.findByHash(''), undefined);
  });

  duty('lists all tokens, or those of one organisation', async (tokens) => {
    const added = [
      token('a'),
      token('b', { organization: 'o1' }),
      token('c', { organization: 'O1' }),
    ];
    for (const one of added) await tokens.add(one);

    const byId = [...added].sort((a, b) => (a.id < b.id ? -1 : 1));
    assert.deepEqual(await tokens.list(), byId);
    assert.deepEqual(await tokens.list('o1'), [added[1]]);
    assert.deepEqual(await tokens.list('o2'), []);
  });

  duty('revokes a token once', async (tokens) => {
    const [kept, revoked] = [token('kept'), token('revoked')];
    await tokens.add(kept);
    await tokens.add(revoked);

    assert.equal(await tokens.revoke(revoked.id), true);
    assert.equal(await tokens.revoke(revoked.id), false);
    assert.equal(await tokens.findByHash(revoked.hash), undefined);
    assert.deepEqual(await tokens.list(), [kept]);
  });

  duty('never has two tokens of one secret', async (tokens) => {
    const first = token('first');
    await tokens.add(first);

    await assert.rejects(tokens.add({ ...token('second'), hash: first.hash }));
    assert.deepEqual(await tokens.list(), [first]);
  });

  duty('lets nobody in by a number, a truth, a list or an object', async (tokens) => {
    await tokens.add({ ...token('x'), hash: `x${'0'.repeat(63)}` });
    for (const value of [0, 1, true, [0], ['a', 'b'], {}, null, undefined]) {
      await assert.rejects(tokens.findByHash(value as never), TypeError);
      await assert.rejects(tokens.revoke(value as never), TypeError);
    }
    assert.equal((await tokens.list()).length, 1);
  });
}

function token(name: string, changes: Partial<Token> = {}): Token {
  const id = randomUUIDv7();
  return {
    id,
    name,
    hash: createHash('sha256').update(id).digest('hex'),
    role: 'editor',
    organization: null,
    created: '2026-03-01T12:00:00.000Z',
    expires: null,
    scopes: null,
    lastUsed: null,
    createdBy: null,
    ...changes,
  };
}
