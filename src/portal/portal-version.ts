import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const manifest = fileURLToPath(new URL('../../package.json', import.meta.url));

/**
 * Names what pages, style sheets and islands are made of: their sources, and the versions of the packages they use. The same
 * sources give the same name in every process, before anything has been built.
 */
export const portalVersion: string = digest();

function digest(): string {
  const hash = createHash('sha256').update(readFileSync(manifest));
  const sources = globSync('**/*.{ts,tsx,css,svg,json}', { cwd: folder }).toSorted();
  for (const source of sources) {
    hash.update(source.replaceAll('\\', '/')).update(readFileSync(folder + source));
  }
  return hash.digest('hex').slice(0, 10);
}
