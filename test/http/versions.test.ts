import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCursor } from '../../src/http/paging.ts';
import type { JsonObject } from '../../src/kernel/json.ts';
import { dataset } from './descriptions.ts';
import { openSite, own } from './site.ts';

const address = '/api/v1/datasets/bad/versions';

test('who saved a version, and why, is told to the owner alone', async (t) => {
  const { askJson } = await openSite(t);
  await askJson(201, `/api/v1/datasets?organization=${own}&name=bad&publish=true&reason=ny`, {
    method: 'POST',
    as: 'editor',
    body: dataset(),
  });

  const authors = async (as?: 'editor' | 'stranger') => {
    const { items } = await askJson(200, address, { as });
    const one = await askJson(200, `${address}/1`, { as });
    const record = one.record as JsonObject;
    return [...(items as JsonObject[]), record].map(({ author, reason }) => [author, reason]);
  };

  const told = ['editor', 'ny'];
  assert.deepEqual(await authors('editor'), [told, told]);
  assert.deepEqual(await authors(), [
    [null, null],
    [null, null],
  ]);
  assert.deepEqual(await authors('stranger'), [
    [null, null],
    [null, null],
  ]);
});

test('a cursor that is no position in the history is refused', async (t) => {
  const { ask, askJson } = await openSite(t);
  await askJson(201, `/api/v1/datasets?organization=${own}&name=bad&publish=true`, {
    method: 'POST',
    as: 'editor',
    body: dataset(),
  });

  for (const position of ['abc', '1.5', '1e999', '-1', '0']) {
    const reply = await ask(`${address}?cursor=${encodeCursor(position)}`);
    assert.equal(reply.status, 400, position);
  }
});
