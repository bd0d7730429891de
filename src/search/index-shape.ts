import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names what documents look like, by the files that decide it: another analysis, other vocabularies or another maker of documents,
 * and the index is built anew. A remark that changes in one of the files does that too, which costs some seconds in the background;
 * a version number that somebody forgets would cost right answers.
 *
 * @param folders all whose files count
 * @param packages name and version of each package whose data counts
 */
export function indexShape(
  folders: readonly string[],
  packages: Readonly<Record<string, string>>,
): string {
  const hash = createHash('sha256').update(JSON.stringify(packages));
  for (const folder of folders) {
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    for (const name of files.map((file) => file.name).sort()) {
      hash.update(`\n${name}\n`).update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
