import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accountRail,
  operatorRail,
  organizationRail,
  type RailRow,
} from '../../src/portal/workspace/rails.ts';
import { openSite, own } from '../http/site.ts';

test('every link of every rail leads to a page', async (t) => {
  const site = await openSite(t);
  const [administrator, operator] = [
    await site.person({ role: 'administrator' }),
    await site.person('operator'),
  ];
  const dead: string[] = [];
  for (const [root, rail, as] of [
    [`/workspace/${own}`, organizationRail, administrator],
    ['/operator', operatorRail, operator],
    ['/account', accountRail, administrator],
  ] as const) {
    for (const { path } of Object.values<RailRow>(rail)) {
      const reply = await site.ask(root + path, { as, headers: { Accept: 'text/html' } });
      const page = await reply.text();
      const isHere = page.includes(`href="${root}${path}" aria-current="page"`);
      if (reply.status !== 200 || !isHere) dead.push(`${root}${path}: ${reply.status}`);
    }
  }
  assert.deepEqual(dead, []);
});
