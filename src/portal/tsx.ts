import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transform } from 'esbuild';

/**
 * Teaches Node to import the pages' `.tsx` files: importing this module is enough. Node strips types by itself but knows no JSX, so
 * the few files with JSX go through esbuild, all at once and before the first import of one; every other file stays Node's.
 * docs/decisions/0010.
 */
const folder = fileURLToPath(new URL('.', import.meta.url));
const sources = new Map<string, string>();

await Promise.all(
  (await Array.fromAsync(glob('**/*.tsx', { cwd: folder }))).map(async (file) => {
    const path = `${folder}${file}`;
    const { code } = await transform(readFileSync(path, 'utf8'), {
      loader: 'tsx',
      format: 'esm',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      target: 'esnext',
      sourcefile: path,
      sourcemap: 'inline',
    });
    sources.set(pathToFileURL(path).href, code);
  }),
);

registerHooks({
  load(url, context, nextLoad) {
    const source = sources.get(url);
    return source === undefined
      ? nextLoad(url, context)
      : { format: 'module', source, shortCircuit: true };
  },
});
