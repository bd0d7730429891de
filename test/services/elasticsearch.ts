import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { type ElasticsearchHome, elasticsearchHome } from './elasticsearch-home.ts';
import { freePort } from './free-port.ts';
import type { Missing } from './mariadb.ts';

/** A real Elasticsearch that tests may make indexes on. */
export interface ElasticsearchServer {
  readonly url: string;
  /** What the names of a test's own indexes begin with; never given twice. */
  prefix(): string;
  /** What can be done to a server that is ours; undefined for one that is not. */
  readonly process: ServerProcess | undefined;
  /** Ends the server that was started, and removes what was written. */
  stop(): Promise<void>;
}

export interface ServerProcess {
  /** `kill -9`. */
  kill(): Promise<void>;
  /** Kills it if it runs, and starts it at the same address with the same data. */
  restart(): Promise<void>;
  /** Stops it where it stands, as a machine that hangs; the answer lets it go on. */
  freeze(): () => void;
}

const startTime = 120_000;

/**
 * The server at `DATATORGET_TEST_ELASTICSEARCH_URL`, or one of our own on a free loopback port with its data in a temporary
 * folder. It starts in about 6 s, the first time after its jars have been fetched.
 *
 * @returns what to say in a skipped test when it cannot be had on this machine
 * @throws Error when it cannot be had and `CI` is `true`, or when it does not start.
 */
export async function elasticsearch(): Promise<ElasticsearchServer | Missing> {
  const given = process.env.DATATORGET_TEST_ELASTICSEARCH_URL;
  if (given !== undefined) return server(given, undefined, async () => undefined);
  const home = await elasticsearchHome().catch((error: unknown) => absent(error));
  return home === undefined
    ? missing('there is no JDK 21 or newer')
    : 'missing' in home
      ? home
      : await start(home);
}

/**
 * A server for one test alone, which may be killed, ended with the test.
 *
 * @returns undefined after having skipped the test, saying why, when there is no server of our own
 * @throws Error as `elasticsearch` does.
 */
export async function startElasticsearch(
  t: TestContext,
): Promise<({ readonly url: string; prefix(): string } & ServerProcess) | undefined> {
  const started = await elasticsearch();
  if ('missing' in started) {
    t.skip(started.missing);
    return undefined;
  }
  t.after(() => started.stop());
  if (started.process === undefined) {
    t.skip('the server at DATATORGET_TEST_ELASTICSEARCH_URL is not to be killed');
    return undefined;
  }
  return { url: started.url, prefix: started.prefix, ...started.process };
}

function absent(error: unknown): Missing {
  return missing(
    `its jars cannot be fetched: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
  );
}

function missing(reason: string): Missing {
  const said = `No Elasticsearch, as ${reason} and DATATORGET_TEST_ELASTICSEARCH_URL is not set`;
  if (process.env.CI === 'true') throw new Error(said);
  return { missing: said };
}

async function start(home: ElasticsearchHome): Promise<ElasticsearchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-elasticsearch-'));
  for (const name of ['config', 'data', 'logs', 'tmp']) await mkdir(join(folder, name));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const launch = () => spawnServer(home, folder, port);
  let child = launch();
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    await ended(child);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await answers(url, child);
  } catch (error) {
    const said = await readFile(join(folder, 'log'), 'utf8');
    await stop();
    throw new Error(`Elasticsearch did not start:\n${said}`, { cause: error });
  }
  const own: ServerProcess = {
    kill: () => ended(child),
    async restart() {
      await ended(child);
      child = launch();
      await answers(url, child);
    },
    freeze() {
      child.kill('SIGSTOP');
      return () => child.kill('SIGCONT');
    },
  };
  return server(url, own, stop);
}

function spawnServer(home: ElasticsearchHome, folder: string, port: number): ChildProcess {
  const log = join(folder, 'log');
  const scratch = join(folder, 'tmp');
  return spawn(
    home.java,
    [
      '-Xms256m',
      '-Xmx1g',
      '-XX:+UseSerialGC',
      `-Djava.io.tmpdir=${scratch}`,
      `-Djava.library.path=${scratch}`,
      `-Des.nativelibs.path=${scratch}`,
      '--enable-native-access=ALL-UNNAMED,org.elasticsearch.nativeaccess,org.apache.lucene.core',
      // On the class path it does not start.
      '--module-path',
      join(home.folder, 'lib'),
      '--add-modules',
      'ALL-MODULE-PATH',
      '--class-path',
      join(home.folder, 'classes'),
      'Launcher',
      home.folder,
      folder,
      String(port),
    ],
    { cwd: folder, stdio: ['ignore', openSync(log, 'a'), openSync(log, 'a')] },
  );
}

function server(
  url: string,
  own: ServerProcess | undefined,
  stop: () => Promise<void>,
): ElasticsearchServer {
  const given: string[] = [];
  return {
    url,
    process: own,
    prefix() {
      const prefix = `datatorget-test-${randomBytes(6).toString('hex')}`;
      given.push(prefix);
      return prefix;
    },
    async stop() {
      if (own === undefined) for (const prefix of given) await removeIndexes(url, prefix);
      await stop();
    },
  };
}

async function removeIndexes(url: string, prefix: string): Promise<void> {
  const { origin, username, password } = new URL(url);
  const authorization = `Basic ${btoa(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`)}`;
  const headers: Record<string, string> = username === '' ? {} : { authorization };
  const list = await fetch(`${origin}/_cat/indices/${prefix}*?format=json&h=index`, { headers });
  for (const { index } of (await list.json()) as { index: string }[]) {
    await fetch(`${origin}/${index}`, { method: 'DELETE', headers });
  }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  const end = performance.now() + startTime;
  for (;;) {
    try {
      const health = await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=5s`);
      await health.body?.cancel();
      if (health.ok) return;
    } catch (error) {
      const gone = child.exitCode !== null || child.signalCode !== null;
      if (gone || performance.now() > end) throw error;
    }
    await delay(100);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}
