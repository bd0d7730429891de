import { createHash } from 'node:crypto';
import { judgingDocument } from '../profile/judging-document.ts';
import type { Profile } from '../profile/profile.ts';
import { type PackedAsset, packAsset } from './pack-asset.ts';

/** What the editor's browser compiles its judgement from: schemas and vocabularies in one file, at an address that holds its digest. */
export interface JudgingAsset {
  /** As in `/assets/{name}`. */
  readonly address: string;
  /** Packed when it is first asked for. */
  file(): Promise<PackedAsset>;
}

/** The file of a profile; the same one however often it is asked for. */
export function judgingAsset(profile: Profile): JudgingAsset {
  const known = assets.get(profile);
  if (known !== undefined) return known;
  const bytes = Buffer.from(JSON.stringify(judgingDocument(profile)));
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const name = `judging-${digest}.json`;
  let packed: Promise<PackedAsset> | undefined;
  const made: JudgingAsset = {
    address: `/assets/${name}`,
    file: () => {
      packed ??= packAsset(name, 'application/json', bytes);
      return packed;
    },
  };
  assets.set(profile, made);
  return made;
}

const assets = new WeakMap<Profile, JudgingAsset>();
