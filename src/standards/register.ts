import type { ConceptScheme } from '../vocabularies/concept-scheme.ts';
import { type Areas, areasOf } from './areas.ts';
import { loadStandards } from './load-standards.ts';
import { minorOf, type Standard, type StandardVersion } from './standard.ts';

/** The standards that this program knows, and the areas that their codes stand for. */
export interface StandardRegister {
  /** By name. */
  readonly standards: readonly Standard[];
  readonly areas: Areas;
  find(name: string): Standard | undefined;
  /** @param version whole (`1.1.0`), two numbers (`1.1`, the newest of them) or `latest` */
  version(name: string, version: string): StandardVersion | undefined;
}

/** Reads the register. @throws Error that names file and pointer on any fault. */
export function openRegister(folder: string, places: ConceptScheme): StandardRegister {
  const standards = loadStandards(folder);
  const byName = new Map(standards.map((standard) => [standard.name, standard]));
  return {
    standards,
    areas: areasOf(places),
    find: (name) => byName.get(name),
    version(name, version) {
      const versions = byName.get(name)?.versions;
      if (version === 'latest') return versions?.[0];
      return versions?.find((one) => one.version === version || minorOf(one.version) === version);
    },
  };
}
