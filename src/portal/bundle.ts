import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { islandEntries, styleEntries } from './asset-entries.ts';
import { font } from './asset-files.ts';
import { type PackedAsset, packAsset } from './pack-asset.ts';
import { portalVersion } from './portal-version.ts';

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
export function bundleStyles(): Promise<readonly PackedAsset[]> {
  return bundle({ ...common, entryPoints: { ...styleEntries }, plugins: [ownFont] });
}

/** All islands, with what they share in parts of its own. @throws esbuild's BuildFailure */
export function bundleIslands(): Promise<readonly PackedAsset[]> {
  return bundle({
    ...common,
    entryPoints: { ...islandEntries },
    alias: { 'node:crypto': './islands/browser-crypto.ts' },
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'eof',
  });
}

async function bundle(
  options: BuildOptions & { readonly write: false },
): Promise<readonly PackedAsset[]> {
  const { outputFiles } = await build(options);
  return Promise.all(
    outputFiles.map(({ path, contents }) => {
      const name = path.split(/[\\/]/).at(-1) ?? path;
      const mediaType = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      return packAsset(name, mediaType, Buffer.from(contents));
    }),
  );
}

/** The style sheet's font is the very file that pages load ahead. */
const ownFont: Plugin = {
  name: 'own-font',
  setup({ onResolve }) {
    onResolve({ filter: /\.woff2$/ }, () => ({ path: `/assets/${font.name}`, external: true }));
  },
};
