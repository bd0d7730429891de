import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '../../src/kernel/json.ts';
import { distributionViews } from '../../src/portal/records/distribution-view.ts';
import { shellQuote } from '../../src/portal/records/shell-quote.ts';
import { useSteps, wholeAddress } from '../../src/portal/records/use-it.ts';
import { viewing } from './viewing.ts';

function stepsOf(...files: readonly JsonObject[]) {
  const views = distributionViews({ distribution: files }, viewing());
  return Object.fromEntries(
    useSteps(views, 'umea-badplatser', viewing()).map((step) => [step.tool, step]),
  );
}

const csv = {
  title: { sv: 'CSV-fil' },
  accessUrl: 'https://data.example.se/umea',
  downloadUrl: ['https://data.example.se/umea/badplatser.csv'],
  format: 'text/csv',
};
const geojson = {
  title: { sv: 'GeoJSON-fil' },
  accessUrl: 'https://data.example.se/umea/badplatser.geojson',
  format: 'application/geo+json',
};

test('a quoted text is one word of a shell, whatever it holds', () => {
  const texts = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(texts, (text) => {
      const said = execFileSync('sh', ['-c', `printf %s ${shellQuote(text)}`], {
        encoding: 'utf8',
      });
      assert.equal(said, text);
    }),
    { numRuns: 60 },
  );
});

test('each tool gets the file that suits it best, by its real address', () => {
  const steps = stepsOf(geojson, csv);
  assert.equal(
    steps.curl?.code,
    "curl --fail --location --output 'badplatser.csv' 'https://data.example.se/umea/badplatser.csv'",
  );
  assert.match(
    steps.python?.code ?? '',
    /pd\.read_csv\("https:\/\/data\.example\.se\/umea\/badplatser\.csv"/,
  );
  assert.match(steps.r?.code ?? '', /read_delim/);
  assert.match(steps.javascript?.code ?? '', /fetch\("https:.*badplatser\.geojson"\)/);
  assert.equal(steps.excel?.code, 'https://data.example.se/umea/badplatser.csv');
  assert.equal(steps.qgis?.code, 'https://data.example.se/umea/badplatser.geojson');
});

test('an address from a description cannot leave the quotes that it stands in', () => {
  const hostile = `https://a.example/x'";$(rm%20-rf)\`b\`.csv?q={a,b}&r=[1-9]&s="`;
  const steps = stepsOf({ ...csv, downloadUrl: [hostile] });
  for (const { code = '' } of Object.values(steps)) {
    assert.doesNotMatch(code, /`b|\$\(|'"|x'/);
  }
  const code = steps.curl?.code ?? '';
  assert.match(code, / --globoff /);
  const words = execFileSync('sh', ['-c', code.replace(/^curl/, "printf '%s\\n'")], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n');
  assert.deepEqual(words.slice(0, -1), [
    '--fail',
    '--location',
    '--globoff',
    '--output',
    'umea-badplatser',
  ]);
  assert.equal(words.length, 6);
});

test('a file is saved by its own name only when that is a plain one', () => {
  const named = (address: string) =>
    /--output '([^']*)'/.exec(stepsOf({ ...csv, downloadUrl: [address] }).curl?.code ?? '')?.[1];
  assert.equal(named('https://a.example/b/c-1.2.csv?d=e'), 'c-1.2.csv');
  for (const address of ['-o.csv', '.bashrc', '', 'a%2Fb.csv', 'å.csv', 'utan-andelse']) {
    assert.equal(named(`https://a.example/${address}`), 'umea-badplatser', address);
  }
});

test('what is no address of the web is not made into a command', () => {
  for (const address of [
    'javascript:alert(1)',
    'ftp://a.example/b.csv',
    'file:///etc/passwd',
    'https://user:secret@a.example/b.csv',
    'inte en adress',
    `https://a.example/${'x'.repeat(3000)}`,
  ]) {
    assert.equal(wholeAddress(address), undefined, address);
  }
  assert.deepEqual(stepsOf({ accessUrl: 'javascript:alert(1)', format: 'text/csv' }), {});
});

test('a map service is asked what it has, and opened as what it is', () => {
  const steps = stepsOf({
    accessUrl: 'https://karta.example.se/wfs?map=a',
    format: 'application/vnd.ogc.wfs_xml',
  });
  assert.equal(
    steps.curl?.code,
    "curl --fail --location 'https://karta.example.se/wfs?map=a&service=WFS&request=GetCapabilities'",
  );
  assert.match(steps.qgis?.steps[0] ?? '', /WFS/);
  assert.equal(steps.python, undefined);
});

test('a page to read is no file to fetch', () => {
  const steps = stepsOf({ accessUrl: 'https://www.example.se/data', format: 'text/html' });
  assert.deepEqual(Object.keys(steps), ['curl']);
  assert.doesNotMatch(steps.curl?.code ?? '', /--output/);
});
