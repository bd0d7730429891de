import type { IslandName, StyleName } from './asset-entries.ts';
import { type AssetFile, assetFiles, font, icon } from './asset-files.ts';
import { bundleIslands, bundleStyles } from './bundle.ts';
import type { PackedAsset } from './pack-asset.ts';
import { portalVersion } from './portal-version.ts';

/**
 * What pages load: style sheets, islands, the font, the icon. Addresses are known at once, since they are made of the sources'
 * digest; bundles are built when they are first asked for, so that a start waits for nothing.
 */
export const assetAddress = {
  style: (name: StyleName) => `/assets/${name}-${portalVersion}.css`,
  island: (name: IslandName) => `/assets/${name}-${portalVersion}.js`,
  font: `/assets/${font.name}`,
  icon: `/assets/${icon.name}`,
} as const;

const files: ReadonlyMap<string, AssetFile> = new Map(assetFiles.map((file) => [file.name, file]));

/** The asset of a name; undefined when there is none. @throws esbuild's BuildFailure when a source is wrong. */
export async function findAsset(name: string): Promise<AssetFile | PackedAsset | undefined> {
  const file = files.get(name);
  if (file !== undefined) return file;
  if (name.endsWith('.css')) return (await styles()).get(name);
  if (name.endsWith('.js')) return (await islands()).get(name);
  return undefined;
}

const styles = once(bundleStyles);
const islands = once(bundleIslands);

/** Builds once, however many ask; a failed build is tried again by the next who asks. */
function once(
  make: () => Promise<readonly PackedAsset[]>,
): () => Promise<ReadonlyMap<string, PackedAsset>> {
  let made: Promise<ReadonlyMap<string, PackedAsset>> | undefined;
  return () => {
    made ??= make().then(
      (bundled) => new Map(bundled.map((one) => [one.name, one])),
      (error: unknown) => {
        made = undefined;
        throw error;
      },
    );
    return made;
  };
}
