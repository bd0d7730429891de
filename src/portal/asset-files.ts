import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Files that pages show as they are: fonts and pictures. Their names hold a digest of their bytes, so they never change. */
export interface AssetFile {
  /** As in `/assets/{name}`. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const fonts = '@fontsource-variable/source-sans-3/files';

/** Latin letters, å ä ö among them; others are shown in the system's fonts. */
export const font = assetFile(
  fileURLToPath(import.meta.resolve(`${fonts}/source-sans-3-latin-wght-normal.woff2`)),
  'font/woff2',
);

export const icon = assetFile(
  fileURLToPath(new URL('images/icon.svg', import.meta.url)),
  'image/svg+xml',
);

export const assetFiles: readonly AssetFile[] = [font, icon];

function assetFile(path: string, mediaType: string): AssetFile {
  const bytes = readFileSync(path);
  const [stem = '', suffix = ''] = (path.split(/[\\/]/).at(-1) ?? '').split('.');
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return { name: `${stem}-${digest}.${suffix}`, mediaType, bytes };
}
