import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import { compileVersion } from './compile-version.ts';
import type { Standard, StandardVersion } from './standard.ts';

const version = /^[a-z0-9-]+\/\d+\.\d+\.\d+\.json$/;

/**
 * Reads every standard in the folder: one folder for each, with one file for each version, `badplats/1.0.0.json`; `shared/` holds what
 * several refer to. In the order of their names.
 * @throws Error that names file and pointer on any fault, a predecessor that is not there included.
 */
export function loadStandards(folder: string): readonly Standard[] {
  const files = new Map<string, JsonObject>(
    globSync('*/*.json', { cwd: folder })
      .sort()
      .map((file) => [file.replaceAll(sep, '/'), read(join(folder, file))] as const),
  );
  const versions = [...files.keys()]
    .filter((file) => version.test(file) && !file.startsWith('shared/'))
    .map((file) => compileVersion(files, file));
  const byName = Map.groupBy(versions, ({ standard }) => standard);
  return [...byName].map(([name, all]) => {
    for (const { predecessor, version: number } of all) {
      if (predecessor !== undefined && !all.some((one) => one.version === predecessor))
        throw new Error(`schemas/standards/${name}/${number}.json: there is no ${predecessor}.`);
    }
    return { name, versions: all.toSorted(newestFirst) };
  });
}

function read(file: string): JsonObject {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isJsonObject(value)) throw new Error(`${file}: must be an object.`);
  return value;
}

function newestFirst(a: StandardVersion, b: StandardVersion): number {
  return b.version.localeCompare(a.version, 'en', { numeric: true });
}
