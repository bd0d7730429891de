import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** The program as a process of its own, as people start it. */

const cli = join(import.meta.dirname, '../../src/cli.ts');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** Runs a command to its end over the data folder. */
export async function command(
  data: string,
  args: readonly string[],
  env: Environment = {},
): Promise<Outcome> {
  const child = start(data, args, env);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

export interface ServerProcess {
  readonly process: ChildProcess;
  readonly url: string;
  /** Resolves to the exit code, null when it was killed. */
  readonly ended: Promise<number | null>;
  /** What it has written to standard output and standard error so far. */
  output(): string;
}

/** Starts the server on a free port and waits until it says that it is ready. @throws when it ends before that. */
export async function startServer(data: string, env: Environment = {}): Promise<ServerProcess> {
  const child = start(data, ['serve'], {
    PORT: '0',
    DATATORGET_URL: 'https://data.example.se',
    DATATORGET_SAMPLE: 'false',
    DATATORGET_WRITES_PER_MINUTE: '1000000',
    ...env,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  for (let waited = 0; waited < 60_000; waited += 20) {
    const address = /"address":"([^"]+)"/.exec(output)?.[1];
    if (address !== undefined) return { process: child, url: address, ended, output: () => output };
    if (hasEnded) throw new Error(`The server ended: ${output}`);
    await delay(20);
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start: ${output}`);
}

function start(data: string, args: readonly string[], env: Environment): ChildProcess {
  return spawn(process.execPath, [cli, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, DATATORGET_DATA: data, ...env },
  });
}
