import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

/** What is needed to start an Elasticsearch. */
export interface ElasticsearchHome {
  /** With `lib/`, `modules/`, `plugins/` and `classes/` (the launcher). */
  readonly folder: string;
  /** The program of a Java that can run it. */
  readonly java: string;
}

const run = promisify(execFile);
const source = join(import.meta.dirname, 'elasticsearch');
const oldestJava = 21;
const jdkFolders = [
  '/usr/lib/jvm/*',
  '/usr/java/*',
  '/opt/java/*',
  '/opt/jdk*',
  join(homedir(), '.sdkman/candidates/java/*'),
  join(homedir(), '.jdks/*'),
  '/Library/Java/JavaVirtualMachines/*/Contents/Home',
  '/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home',
];

/**
 * The jars of the real server, fetched by Maven the first time and kept outside the checkout
 * (`$XDG_CACHE_HOME/datatorget-test`), and the launcher compiled beside them.
 *
 * @returns undefined when there is no JDK of 21 or newer
 * @throws Error when Maven is missing or cannot fetch them.
 */
export async function elasticsearchHome(): Promise<ElasticsearchHome | undefined> {
  const jdk = findJdk();
  if (jdk === undefined) return undefined;
  const folder = join(
    process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
    'datatorget-test',
    `elasticsearch-${await fingerprint()}`,
  );
  if (!existsSync(folder)) await build(folder, jdk);
  return { folder, java: join(jdk, 'bin', 'java') };
}

async function build(folder: string, jdk: string): Promise<void> {
  const partial = `${folder}.${process.pid}`;
  const [lib, netty, classes] = ['lib', 'modules/transport-netty4', 'classes'].map((name) =>
    join(partial, name),
  ) as [string, string, string];
  try {
    for (const made of [lib, netty, classes, join(partial, 'plugins')]) {
      await mkdir(made, { recursive: true });
    }
    await run(
      'mvn',
      [
        '--batch-mode',
        '--file',
        join(source, 'pom.xml'),
        'dependency:copy-dependencies',
        `-DoutputDirectory=${lib}`,
      ],
      { env: { ...process.env, JAVA_HOME: jdk }, cwd: partial, maxBuffer: 64 * 2 ** 20 },
    );
    for (const jar of globSync(['netty-*.jar', 'transport-netty4-*.jar'], { cwd: lib })) {
      await rename(join(lib, jar), join(netty, basename(jar)));
    }
    const descriptor = 'plugin-descriptor.properties';
    await copyFile(join(source, descriptor), join(netty, descriptor));
    await run(join(jdk, 'bin', 'javac'), [
      '--release',
      String(oldestJava),
      '--module-path',
      lib,
      '--add-modules',
      'ALL-MODULE-PATH',
      '-d',
      classes,
      join(source, 'Launcher.java'),
    ]);
    await rename(partial, folder);
  } catch (error) {
    // Another process may have been faster.
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** Another version of the server or the launcher is built in another folder. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['pom.xml', 'plugin-descriptor.properties', 'Launcher.java']) {
    hash.update(await readFile(join(source, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

function findJdk(): string | undefined {
  const given = process.env.JAVA_HOME;
  return [...(given === undefined ? [] : [given]), ...globSync(jdkFolders)].find(
    (folder) => javaVersion(folder) >= oldestJava && existsSync(join(folder, 'bin', 'javac')),
  );
}

/** The major version of the Java in a folder, by the file that each brings; 0 where there is none. */
function javaVersion(folder: string): number {
  const release = join(folder, 'release');
  if (!existsSync(release)) return 0;
  return Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(release, 'utf8'))?.[1] ?? 0);
}
