import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { settings } from '../src/config.ts';
import { startServer } from './commands/process.ts';

const root = resolve(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('README.md has every setting with its default, and no other', () => {
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)`(?: `([A-Z_]+)`)? \|/gm)];
  const shown = rows.flatMap(([, first, second]) => [first, second]).filter(Boolean);
  const known = settings.map(({ name }) => name as string);
  assert.deepEqual(
    known.filter((name) => !readme.includes(`\`${name}\``)),
    [],
  );
  assert.deepEqual(
    shown.filter((name) => name !== undefined && !known.includes(name)),
    [],
  );
});

test('every link between documents leads to a file', () => {
  const documents = globSync(
    ['*.md', 'docs/**/*.md', 'schemas/**/*.md', 'vocabularies/*.md', 'bench/*.md'],
    {
      cwd: root,
    },
  );
  const broken = documents.flatMap((document) => {
    const text = readFileSync(join(root, document), 'utf8').replace(/```[\s\S]*?```/g, '');
    return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(root, dirname(document), target)))
      .map((target) => `${document}: ${target}`);
  });
  assert.deepEqual(broken, []);
});

test('the tour of README.md works when it is pasted', async (t) => {
  const tour = /<!-- tour:begin -->([\s\S]*)<!-- tour:end -->/.exec(readme)?.[1] ?? '';
  const blocks = [...tour.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  assert.ok(blocks.length > 5);
  const data = await mkdtemp(join(tmpdir(), 'datatorget-tour-'));
  t.after(() => rm(data, { recursive: true, force: true }));
  // The base and the address are one here, as they are for whoever follows the tour.
  const port = String(20_000 + (process.pid % 20_000));
  const address = `http://localhost:${port}`;
  const settingsOfTour = { PORT: port, DATATORGET_URL: address, DATATORGET_SAMPLE: 'true' };
  const server = await startServer(data, settingsOfTour);
  t.after(async () => {
    server.process.kill('SIGKILL');
    await server.ended;
  });
  const { code, output } = await bash(blocks.join('\n'), {
    ...settingsOfTour,
    DATATORGET_DATA: data,
  });
  assert.equal(code, 0, output.slice(-3000));
  for (const sign of [
    '"total":', // a list
    '<http://www.w3.org/ns/dcat#Dataset>', // N-Triples
    '<rdf:RDF', // RDF/XML
    '\n304\n',
    '"state":"draft"',
    '"state":"published"',
    'invalid-record', // refused with every issue
    '\n410\n',
  ]) {
    assert.ok(output.includes(sign), `the tour shows no ${sign}: ${output.slice(-3000)}`);
  }
});

/** Runs a script in the project's folder; it ends at the first command that fails. */
async function bash(
  script: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const bin = join(root, 'node_modules/.bin');
  const child = spawn('bash', ['-euo', 'pipefail'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { HOME: tmpdir(), ...env, PATH: `${bin}:${process.env.PATH}` },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  child.stdin.end(script);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, output };
}
