import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { everySyntax, turtle } from '../http/descriptions.ts';
import { command, startServer } from './process.ts';

/** A data folder of its own, away when the test ends. */
async function folder(t: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'datatorget-command-'));
  t.after(() => rm(path, { recursive: true, force: true }));
  return path;
}

const umea = ['organizations', 'add', 'umea', '--title', 'Umeå kommun', '--number', '212000-2627'];

/** A whole catalogue of one dataset. */
const document = turtle('Bad').replace('<>', '<https://register.umea.se/bad>');
/** The same without what it must have. */
const faulty = document.replace(/dcterms:description[^;]*;/, '');

test('help lists the commands, and each tells its own usage', async (t) => {
  const data = await folder(t);
  for (const args of [[], ['help'], ['--help']]) {
    const { code, stdout, stderr } = await command(data, args);
    assert.equal(code, 0);
    assert.equal(stderr, '');
    for (const name of [
      'serve',
      'import',
      'export',
      'validate',
      'convert',
      'tokens',
      'sample',
      'backup',
      'restore',
      'doctor',
    ])
      assert.match(stdout, new RegExp(`^ {2}${name}\\b`, 'm'));
  }
  const { stdout } = await command(data, ['import', '--help']);
  assert.match(stdout, /^datatorget import FILE\|URL --organization NAME/);
});

test('a call that is wrong ends with 2, says why and shows the usage, and writes nothing to standard output', async (t) => {
  const data = await folder(t);
  const calls: readonly (readonly [string[], RegExp])[] = [
    [['nonsense'], /There is no command nonsense. There are: serve, /],
    [['constructor'], /There is no command constructor/],
    [['import'], /takes 1 argument, not 0[\s\S]*usage: datatorget import/],
    [['import', 'x.ttl'], /--organization NAME/],
    [['import', 'x.ttl', '--nonsense'], /Unknown option '--nonsense'/],
    [['export', '--format', 'pdf'], /--format is ttl, rdf, jsonld or nt, not pdf/],
    [['export', '--profile', 'no'], /--profile is se or eu, not no/],
    [['convert', 'x.ttl', '--to', 'pdf'], /--to ttl, rdf, jsonld or nt/],
    [['validate'], /takes 1 argument/],
    [['tokens'], /tokens create, tokens list or tokens revoke/],
    [['tokens', 'create', '--role', 'king'], /--role operator, administrator or editor/],
    [['tokens', 'create', '--role', 'editor'], /needs --organization NAME/],
    [['sample', 'eat'], /sample load or sample remove/],
    [['organizations', 'add', 'umea'], /--title/],
    [['serve', 'now'], /takes no file/],
    [['restore', join(data, 'nothing')], /is there already|no such file/],
  ];
  const outcomes = calls.map(async ([args, expected]) => {
    const { code, stdout, stderr } = await command(data, args);
    assert.equal(code, 2, `${args.join(' ')}: ${stderr}`);
    assert.equal(stdout, '', args.join(' '));
    assert.match(stderr, expected);
    assert.doesNotMatch(stderr, /^\s+at /m, 'no stack');
  });
  await Promise.all(outcomes);
});

test('settings that are wrong end with 2 and are told all at once', async (t) => {
  const { code, stderr, stdout } = await command(await folder(t), ['doctor'], {
    PORT: 'x',
    DATATORGET_URL: 'here',
    DATATORGET_NONSENSE: '1',
  });
  assert.equal(code, 2);
  assert.equal(stdout, '');
  for (const name of ['PORT', 'DATATORGET_URL', 'DATATORGET_NONSENSE'])
    assert.match(stderr, new RegExp(`- ${name}`));
});

test('an organisation is taken in, its catalogue imported, exported and judged', async (t) => {
  const data = await folder(t);
  const file = join(data, 'catalog.ttl');
  await writeFile(file, document);
  assert.match(
    (await command(data, umea)).stdout,
    /^umea <http:\/\/dataportal\.se\/organisation\/SE2120002627>\n$/,
  );
  const twice = await command(data, umea);
  assert.equal(twice.code, 1);

  const target = ['--organization', 'umea', '--publish'];
  const dry = await command(data, ['import', file, ...target, '--dry-run']);
  assert.equal(dry.code, 0, dry.stderr);
  assert.match(dry.stdout, /Dry run, nothing changed: 1 added/);
  assert.match((await command(data, ['import', file, ...target])).stdout, /1 added, 0 updated/);
  const again = await command(data, ['import', file, ...target, '--json']);
  const report = JSON.parse(again.stdout) as { unchanged: object[]; added: object[] };
  assert.deepEqual([report.unchanged.length, report.added.length], [1, 0]);

  for (const format of ['ttl', 'rdf', 'jsonld', 'nt']) {
    const out = await command(data, ['export', '--organization', 'umea', '--format', format]);
    assert.equal(out.code, 0, out.stderr);
    const copy = join(data, `copy.${format}`);
    await writeFile(copy, out.stdout);
    const judged = await command(data, ['validate', copy, '--json']);
    assert.equal(judged.code, 0, judged.stdout);
    assert.equal((JSON.parse(judged.stdout) as { records: object[] }).records.length, 2);
  }
  const whole = await command(data, ['export', '--profile', 'eu', '--format', 'nt']);
  assert.match(whole.stdout, /register\.umea\.se\/bad/);

  await writeFile(file, faulty);
  const wrong = await command(data, ['validate', file]);
  assert.equal(wrong.code, 1);
  assert.match(wrong.stdout, /error V004 at \/description/);
  const refused = await command(data, ['import', file, ...target]);
  assert.equal(refused.code, 1);
  assert.match(refused.stdout, /refused dataset/);
  assert.match(refused.stdout, /1 refused/);
});

test('a document that is missing, unreadable or of no known syntax is said to be', async (t) => {
  const data = await folder(t);
  await command(data, umea);
  const file = join(data, 'x.ttl');
  const missing = await command(data, ['validate', file]);
  assert.equal(missing.code, 1);
  assert.match(missing.stderr, /There is no file/);
  await writeFile(file, `${document}\noops`);
  const broken = await command(data, ['import', file, '--organization', 'umea']);
  assert.equal(broken.code, 1);
  assert.match(broken.stderr, /[Ll]ine \d+/);
  const stranger = await command(data, ['import', file, '--organization', 'nobody']);
  assert.equal(stranger.code, 1);
  assert.match(stranger.stderr, /nobody/);
  await writeFile(join(data, 'x.doc'), '');
  assert.equal((await command(data, ['validate', join(data, 'x.doc')])).code, 2);
  const folderInstead = await command(data, ['convert', data, '--to', 'nt']);
  assert.ok([1, 2].includes(folderInstead.code ?? 0), folderInstead.stderr);
  assert.doesNotMatch(folderInstead.stderr, /^\s+at /m);
});

test('RDF is converted between all syntaxes on standard output', async (t) => {
  const data = await folder(t);
  const texts = Object.values(everySyntax());
  for (const [index, suffix] of ['ttl', 'rdf', 'jsonld', 'nt'].entries()) {
    const file = join(data, `in.${suffix}`);
    const text = (texts[index] ?? '').replace(
      'https://data.example.se/context.jsonld',
      'http://localhost:3000/context.jsonld',
    );
    await writeFile(file, text);
    const { code, stdout, stderr } = await command(data, [
      'convert',
      file,
      '--to',
      'nt',
      '--base',
      'https://x.se/',
    ]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /<http:\/\/purl\.org\/dc\/terms\/title> "Luftkvalitet"@sv \./);
    assert.equal(stderr, '');
  }
});

test('tokens are made, listed without their secret, and revoked', async (t) => {
  const data = await folder(t);
  await command(data, umea);
  const made = await command(data, [
    'tokens',
    'create',
    '--role',
    'editor',
    '--organization',
    'umea',
    '--days',
    '30',
  ]);
  assert.match(made.stdout, /^dt_[\w-]{43}\n$/, 'the secret alone, for a script');
  const id = /Token (\S+)/.exec(made.stderr)?.[1] ?? '';
  const listed = await command(data, ['tokens', 'list']);
  assert.match(listed.stdout, new RegExp(`^${id} {2}editor .*ends 20`));
  assert.ok(!listed.stdout.includes(made.stdout.trim()));
  const revoked = await command(data, ['tokens', 'revoke', id]);
  assert.equal(revoked.code, 0);
  assert.equal((await command(data, ['tokens', 'revoke', 'nothing'])).code, 1);
});

test('the sample is loaded, loaded again without change, and removed without a trace', async (t) => {
  const data = await folder(t);
  const loaded = await command(data, ['sample', 'load']);
  assert.match(loaded.stdout, /^[1-9]\d+ records added\.\n$/, loaded.stderr);
  assert.match((await command(data, ['sample', 'load'])).stdout, /^0 records added/);
  const full = await command(data, ['doctor']);
  assert.equal(full.code, 0);
  assert.match(full.stdout, /organisations +5 published/);
  assert.match(full.stdout, /operators +0\n.*users add --operator/);
  assert.match(full.stdout, /mail +a folder; letters are not sent/);
  assert.match(full.stdout, /jobs +0 failed/);
  assert.match(full.stdout, /audit +holds, \d+ events/);
  assert.equal((await command(data, ['sample', 'remove'])).code, 0);
  assert.match((await command(data, ['doctor'])).stdout, /datasets +0 published, 0 drafts/);
});

test('doctor says what answers and what to do', async (t) => {
  const data = await folder(t);
  const well = await command(data, ['doctor']);
  assert.equal(well.code, 0);
  assert.match(well.stdout, /SQLite in .*\n {2}answers; sqlite, schema \d+/);
  assert.match(well.stdout, /→ nobody can write over HTTP yet: datatorget tokens create/);
  await writeFile(join(data, 'file'), '');
  const ill = await command(join(data, 'file'), ['doctor']);
  assert.equal(ill.code, 1);
  assert.match(ill.stdout, /does not answer[\s\S]*→ .*data folder/);
  const away = await command(data, ['doctor'], {
    DATATORGET_DATABASE_URL: 'mysql://user:secret@127.0.0.1:1/x',
  });
  assert.equal(away.code, 1);
  assert.doesNotMatch(away.stdout + away.stderr, /secret/);
});

test('a backup is whole, and comes back into an empty folder only', async (t) => {
  const [data, elsewhere] = [await folder(t), await folder(t)];
  await command(data, umea);
  const file = join(data, 'catalog.ttl');
  await writeFile(file, document);
  await command(data, ['import', file, '--organization', 'umea', '--publish']);
  const copy = join(data, 'copy');
  const made = await command(data, ['backup', copy]);
  assert.equal(made.code, 0, made.stderr);
  assert.equal(made.stdout, `${join(copy, 'datatorget.sqlite')}\n`);
  assert.equal((await command(data, ['backup', copy])).code, 2, 'never over another');

  const nowhere = await command(elsewhere, ['restore', join(data, 'nothing')]);
  assert.equal(nowhere.code, 2);
  assert.match(nowhere.stderr, /no such file/);
  const restored = await command(elsewhere, ['restore', copy]);
  assert.equal(restored.code, 0, restored.stderr);
  const args = ['export', '--organization', 'umea'];
  assert.equal((await command(elsewhere, args)).stdout, (await command(data, args)).stdout);
  const again = await command(elsewhere, ['restore', copy]);
  assert.equal(again.code, 2);
  assert.match(again.stderr, /is there already/);

  const damaged = await readFile(join(copy, 'datatorget.sqlite'));
  damaged.fill(7, 4096, damaged.length - 100);
  await writeFile(join(copy, 'datatorget.sqlite'), damaged);
  const third = join(elsewhere, 'third');
  const broken = await command(third, ['restore', copy]);
  assert.equal(broken.code, 2, broken.stdout);
  await assert.rejects(readFile(join(third, 'datatorget.sqlite')), { code: 'ENOENT' });
});

test('a database that does not answer is said not to, in words', async (t) => {
  const data = await folder(t);
  await writeFile(join(data, 'file'), '');
  const away = { DATATORGET_DATABASE_URL: 'mysql://user:secret@127.0.0.1:1/x' };
  const outcomes = await Promise.all([
    command(data, ['tokens', 'list'], away),
    command(join(data, 'file'), ['tokens', 'list']),
  ]);
  for (const { code, stderr, stdout } of outcomes) {
    assert.equal(code, 2, stderr);
    assert.equal(stdout, '');
    assert.match(stderr, /ECONNREFUSED|ENOTDIR|EEXIST/);
    assert.match(stderr, /datatorget doctor says more/);
    assert.doesNotMatch(stderr, /^\s+at |secret/m);
  }
});

test('a port that is taken is said to be', async (t) => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  t.after(() => taken.close());
  const { port } = taken.address() as { port: number };
  const { code, stderr } = await command(await folder(t), ['serve'], {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATATORGET_SAMPLE: 'false',
  });
  assert.equal(code, 2);
  assert.match(stderr, /EADDRINUSE|in use/);
  assert.doesNotMatch(stderr, /^\s+at /m);
});

test('SIGTERM fails no request of clients that go on asking, and ends with 0', async (t) => {
  const data = await folder(t);
  const server = await startServer(data, {
    NODE_ENV: 'production',
    DATATORGET_SECRET: 'a secret of the tests, 32 characters',
  });
  let isOver = false;
  let answered = 0;
  const failures: string[] = [];
  const ask = async (): Promise<void> => {
    while (!isOver) {
      try {
        const reply = await fetch(`${server.url}/api/v1/datasets`);
        await reply.text();
        if (reply.status === 200) answered += 1;
        else failures.push(String(reply.status));
      } catch (error) {
        const cause = error instanceof Error ? error.cause : undefined;
        const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(error);
        // Refused at the door is how a stopped server looks; a balancer asks the next one.
        if (code === 'ECONNREFUSED') return;
        failures.push(code);
        return;
      }
    }
  };
  const clients = [ask(), ask(), ask(), ask()];
  await delay(300);
  server.process.kill('SIGTERM');
  await Promise.all(clients);
  isOver = true;
  assert.equal(await server.ended, 0);
  assert.deepEqual(failures, []);
  assert.ok(answered > 4, String(answered));
  assert.match(server.output(), /"event":"draining"[\s\S]*"event":"stopped"/);
});

test('an empty store takes in the sample when it is served, and a log line is one JSON object', async (t) => {
  const data = await folder(t);
  const server = await startServer(data, { DATATORGET_SAMPLE: 'true' });
  const list = (await (await fetch(`${server.url}/api/v1/datasets`)).json()) as { total: number };
  assert.ok(list.total >= 30, String(list.total));
  server.process.kill('SIGINT');
  assert.equal(await server.ended, 0);
  const lines = server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  assert.ok(lines.length >= 3);
  for (const line of lines) JSON.parse(line);
});
