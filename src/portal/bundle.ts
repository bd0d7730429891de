import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { islandEntries, styleEntries } from './asset-entries.ts';
import { font } from './asset-files.ts';
import { portalVersion } from './portal-version.ts';

/** A file as the browser gets it, with its compressed forms. */
export interface Bundled {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

const folder = fileURLToPath(new URL('.', import.meta.url));

const common = {
  bundle: true,
  minify: true,
  write: false,
  outdir: folder,
  absWorkingDir: folder,
  logLevel: 'silent',
  entryNames: `[name]-${portalVersion}`,
  chunkNames: 'part-[hash]',
  // What keeps CSS nesting, `:has` and modules as they are: every browser since the beginning of 2024.
  target: ['chrome120', 'firefox121', 'safari17.2'],
} as const satisfies BuildOptions;

/** All style sheets. @throws esbuild's BuildFailure, with the place, when a source is wrong. */
export function bundleStyles(): Promise<readonly Bundled[]> {
  return bundle({ ...common, entryPoints: { ...styleEntries }, plugins: [ownFont] });
}

/** All islands, with what they share in parts of its own. @throws esbuild's BuildFailure */
export function bundleIslands(): Promise<readonly Bundled[]> {
  return bundle({
    ...common,
    entryPoints: { ...islandEntries },
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'eof',
  });
}

async function bundle(
  options: BuildOptions & { readonly write: false },
): Promise<readonly Bundled[]> {
  const { outputFiles } = await build(options);
  return Promise.all(
    outputFiles.map(async ({ path, contents }) => {
      const bytes = Buffer.from(contents);
      const [br, zipped] = await Promise.all([packed(bytes), promisify(gzip)(bytes, { level: 9 })]);
      const name = path.split(/[\\/]/).at(-1) ?? path;
      const mediaType = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      return { name, mediaType: `${mediaType}; charset=utf-8`, bytes, br, gzip: zipped };
    }),
  );
}

/** Brotli's best is worth its time for small files only: a megabyte would take two seconds. */
function packed(bytes: Buffer): Promise<Buffer> {
  const quality = bytes.length < 200_000 ? 11 : 9;
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** The style sheet's font is the very file that pages load ahead. */
const ownFont: Plugin = {
  name: 'own-font',
  setup({ onResolve }) {
    onResolve({ filter: /\.woff2$/ }, () => ({ path: `/assets/${font.name}`, external: true }));
  },
};
