import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { freePort } from './free-port.ts';

/** A real server that tests may make databases on. */
export interface DatabaseServer {
  /** Makes an empty database. @returns its address */
  createDatabase(): Promise<string>;
  /** Stops it where it stands, connections open, as a machine that hangs; the answer lets it go on. Undefined for a server that is not ours. */
  readonly freeze: (() => () => void) | undefined;
  /** Ends the server that was started, and removes what it wrote. */
  stop(): Promise<void>;
}

/** Why there is no server; undefined when there is one. */
export type Missing = { readonly missing: string };

const startTime = 60_000;

/**
 * The server at `DATATORGET_TEST_MYSQL_URL`, or a MariaDB of our own on a free loopback port with its data in a temporary
 * folder.
 *
 * @returns what to say in a skipped test when MariaDB is not installed
 * @throws Error when it is not installed and `CI` is `true`, or when it does not start.
 */
export async function mariadb(): Promise<DatabaseServer | Missing> {
  const given = process.env.DATATORGET_TEST_MYSQL_URL;
  if (given !== undefined) return server(given, async () => undefined, undefined);
  const [daemon, installer] = [executable('mariadbd'), executable('mariadb-install-db')];
  if (daemon === undefined || installer === undefined) {
    const missing = 'mariadb-server is not installed and DATATORGET_TEST_MYSQL_URL is not set';
    if (process.env.CI === 'true') throw new Error(missing);
    return { missing };
  }
  return await start(daemon, installer);
}

async function start(daemon: string, installer: string): Promise<DatabaseServer> {
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-mariadb-'));
  const data = join(folder, 'data');
  const user = userInfo().username;
  await promisify(execFile)(installer, [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    `--user=${user}`,
  ]);
  const port = await freePort();
  const log = join(folder, 'log');
  const child = spawn(
    daemon,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${join(folder, 'socket')}`,
      `--pid-file=${join(folder, 'pid')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--user=${user}`,
      '--skip-name-resolve',
      '--innodb-buffer-pool-size=64M',
    ],
    { stdio: ['ignore', openSync(log, 'w'), openSync(log, 'a')] },
  );
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const address = `mysql://root@127.0.0.1:${port}/mysql`;
  const stop = async () => {
    process.off('exit', kill);
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await answers(address, child);
  } catch (error) {
    const said = await readFile(log, 'utf8');
    await stop();
    throw new Error(`MariaDB did not start:\n${said}`, { cause: error });
  }
  return server(address, stop, () => {
    child.kill('SIGSTOP');
    while (isRunning(child.pid)) Atomics.wait(idle, 0, 0, 1);
    return () => child.kill('SIGCONT');
  });
}

const idle = new Int32Array(new SharedArrayBuffer(4));

/** Whether a thread of a process goes on: each stops when it next meets the kernel, a moment after the signal. Linux only. */
function isRunning(pid: number | undefined): boolean {
  const tasks = `/proc/${pid}/task`;
  return (
    existsSync(tasks) &&
    readdirSync(tasks).some(
      (task) => !/\) [TtXZ] /.test(readFileSync(`${tasks}/${task}/stat`, 'utf8')),
    )
  );
}

function server(
  address: string,
  stop: () => Promise<void>,
  freeze: DatabaseServer['freeze'],
): DatabaseServer {
  const made: string[] = [];
  const ask = async (statement: string) => {
    const connection = await createConnection(address);
    try {
      await connection.query(statement);
    } finally {
      await connection.end();
    }
  };
  return {
    freeze,
    async createDatabase() {
      const name = `datatorget_test_${randomBytes(6).toString('hex')}`;
      await ask(`create database ${name}`);
      made.push(name);
      const url = new URL(address);
      url.pathname = `/${name}`;
      return url.href;
    },
    async stop() {
      for (const name of made) await ask(`drop database ${name}`);
      await stop();
    },
  };
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  const end = performance.now() + startTime;
  for (;;) {
    try {
      await (await createConnection(address)).end();
      return;
    } catch (error) {
      if (child.exitCode !== null || performance.now() > end) throw error;
      await delay(100);
    }
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}

/** Debian keeps servers in `sbin`, which is not on everybody's path. */
function executable(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
