import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkCheck, QualityStore, RecordQuality } from '../../src/quality/quality-store.ts';
import type { UsageStore } from '../../src/usage/usage-store.ts';

interface Stores {
  readonly quality: QualityStore;
  readonly usage: UsageStore;
  close(): Promise<void>;
}

/** What every QualityStore and UsageStore owes its callers; each adapter runs it. */
export function qualityStoreContract(name: string, open: () => Promise<Stores>): void {
  const duty = (promise: string, proof: (stores: Stores) => Promise<void>) => {
    test(`${name} ${promise}`, async (context) => {
      const stores = await open();
      context.after(() => stores.close());
      await proof(stores);
    });
  };

  duty('keeps one score of each record, the newest', async ({ quality }) => {
    await quality.keepQualities([
      score('a', 'umea', 1),
      score('b', 'umea', 1),
      score('c', 'lund', 1),
    ]);
    await quality.keepQualities([score('a', 'umea', 2)]);
    assert.equal((await quality.qualityOf('a'))?.version, 2);
    assert.deepEqual((await quality.qualities('umea')).map(({ resource }) => resource).sort(), [
      'a',
      'b',
    ]);
    assert.equal((await quality.qualities()).length, 3);
    await quality.forgetQualities(['a', 'nobody']);
    assert.equal(await quality.qualityOf('a'), undefined);
  });

  duty('keeps the sums of scores in step with them', async ({ quality }) => {
    const one = score('a', 'umea', 1);
    await quality.keepQualities([one, score('b', 'umea', 1), score('c', 'lund', 1)]);
    await quality.keepQualities([{ ...one, total: 130, errors: 2, broken: [], overdue: true }]);
    const sums = async () =>
      [...(await quality.tallies())].map(
        ([organization, { datasets, points, broken, faulty, overdue, bands }]) =>
          [organization, datasets, points, broken, faulty, overdue, bands.join()].join(' '),
      );
    assert.deepEqual((await sums()).sort(), [
      'lund 1 330 1 0 0 0,1,0,0',
      'umea 2 460 1 1 1 0,1,1,0',
    ]);
    await quality.keepQualities([score('b', 'lund', 2)]);
    await quality.forgetQualities(['a', 'c', 'nobody']);
    assert.deepEqual((await sums()).sort(), ['lund 1 330 1 0 0 0,1,0,0', 'umea 0 0 0 0 0 0,0,0,0']);
    assert.deepEqual([...(await quality.tallies('lund')).keys()], ['lund']);
    await Promise.all(
      ['d', 'e', 'f', 'g'].map((id) => quality.keepQualities([score(id, 'lund', 1)])),
    );
    assert.equal((await quality.tallies('lund')).get('lund')?.datasets, 5);
  });

  duty('keeps one score of each day, in order', async ({ quality }) => {
    const day = (date: string, average: number) => ({
      day: date,
      organization: '',
      datasets: 3,
      average,
    });
    await quality.keepDays([day('2026-11-23', 100), day('2026-11-22', 90)]);
    await quality.keepDays([
      day('2026-11-23', 110),
      { ...day('2026-11-23', 7), organization: 'umea' },
    ]);
    assert.deepEqual(
      (await quality.days('', '2026-11-22')).map(({ day: date, average }) => [date, average]),
      [
        ['2026-11-22', 90],
        ['2026-11-23', 110],
      ],
    );
    assert.equal((await quality.days('', '2026-11-23')).length, 1);
  });

  duty('gives the addresses whose time has come, the longest due first', async ({ quality }) => {
    const long = `https://a.example/${'x'.repeat(3000)}`;
    await quality.keepLinks([
      link(long, '2026-11-02'),
      link('https://b.example/', '2026-11-01'),
      link('https://c.example/', '2026-12-01'),
    ]);
    const due = await quality.linksDue('2026-11-23', 10);
    assert.deepEqual(
      due.map(({ url }) => url),
      ['https://b.example/', long],
    );
    await quality.keepLinks([{ ...link(long, '2026-12-02'), answered: false, failure: '404' }]);
    const [known] = await quality.links([long, 'https://nobody.example/']);
    assert.deepEqual([known?.answered, known?.failure], [false, '404']);
    assert.equal((await quality.linksDue('2026-11-23', 10)).length, 1);
  });

  duty('adds use up by day and by record', async ({ usage }) => {
    const count = (resource: string, views: number) => ({
      resource,
      organization: 'umea',
      views,
      downloads: 1,
    });
    await usage.addUsage('2026-11-22', [count('a', 2)]);
    await usage.addUsage('2026-11-23', [count('a', 3), count('b', 9)]);
    await usage.addUsage('2026-11-23', [count('a', 1)]);
    assert.deepEqual(await usage.usage('umea', '2026-11-22', 9), [
      { resource: 'b', organization: 'umea', views: 9, downloads: 1 },
      { resource: 'a', organization: 'umea', views: 6, downloads: 3 },
    ]);
    assert.equal((await usage.usage('umea', '2026-11-22', 1)).length, 1);
    assert.deepEqual(await usage.usageDays('umea', '2026-11-22'), [
      { day: '2026-11-22', views: 2, downloads: 1 },
      { day: '2026-11-23', views: 13, downloads: 3 },
    ]);
    assert.deepEqual(await usage.usage('lund', '2026-11-22', 9), []);
  });
}

function score(resource: string, organization: string, version: number): RecordQuality {
  return {
    resource,
    organization,
    version,
    here: 380,
    total: 330,
    measured: '1'.repeat(23),
    stars: 30,
    errors: 0,
    warnings: 1,
    broken: ['https://å.example/'],
    overdue: false,
  };
}

function link(url: string, due: string): LinkCheck {
  return { url, due, answered: true, failure: undefined, checked: due, weeks: 1 };
}
