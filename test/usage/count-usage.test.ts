import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStore } from '../../src/store/open-store.ts';
import { countUsage, isRobot } from '../../src/usage/count-usage.ts';

const browser = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0';

test('uses are counted by record and day and written in batches', async (t) => {
  const store = await openStore({ memory: true });
  t.after(() => store.close());
  const counter = countUsage({ store: store.usage, now: () => new Date('2026-11-23T10:00:00Z') });
  const record = { id: 'a', organization: 'umea' };
  counter.count('view', record, browser);
  counter.count('view', record, browser);
  counter.count('download', record, 'curl/8.5');
  counter.count('view', record, 'Googlebot/2.1 (+http://www.google.com/bot.html)');
  assert.deepEqual(await store.usage.usage('umea', '2026-11-01', 9), []);
  await counter.close();
  assert.deepEqual(await store.usage.usage('umea', '2026-11-01', 9), [
    { resource: 'a', organization: 'umea', views: 2, downloads: 1 },
  ]);
});

test('a batch that cannot be written is told of and does not stop the next', async (t) => {
  const store = await openStore({ memory: true });
  t.after(() => store.close());
  const faults: unknown[] = [];
  let fails = true;
  const counter = countUsage({
    store: {
      addUsage: (day, counts) =>
        fails ? Promise.reject(new Error('full')) : store.usage.addUsage(day, counts),
    },
    now: () => new Date('2026-11-23T10:00:00Z'),
    report: (error) => faults.push(error),
  });
  counter.count('view', { id: 'a', organization: 'umea' }, browser);
  await counter.flush();
  fails = false;
  counter.count('view', { id: 'b', organization: 'umea' }, browser);
  await counter.close();
  assert.equal(faults.length, 1);
  assert.equal((await store.usage.usage('umea', '2026-11-01', 9)).length, 1);
});

test('whoever says nothing of itself, or calls itself a robot, is one', () => {
  for (const agent of [undefined, '', 'bingbot/2.0', 'AhrefsBot/7', 'Screaming Frog Spider'])
    assert.equal(isRobot(agent), true, agent ?? 'nothing');
  for (const agent of [browser, 'curl/8.5', 'python-requests/2', 'QGIS/33400'])
    assert.equal(isRobot(agent), false, agent);
});
