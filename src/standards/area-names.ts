import type { Areas } from './areas.ts';

const known = new WeakMap<Areas, Map<number, ReadonlyMap<string, string>>>();

/**
 * Names of counties or municipalities, in small letters, → their codes: with and without what kind of area they are.
 * @param length of the codes: 2 for counties, 4 for municipalities
 */
export function areaNames(areas: Areas, length: number): ReadonlyMap<string, string> {
  const ofAreas = known.get(areas) ?? new Map<number, ReadonlyMap<string, string>>();
  known.set(areas, ofAreas);
  const names = ofAreas.get(length) ?? namesOf(areas, length);
  ofAreas.set(length, names);
  return names;
}

function namesOf({ municipalities, counties }: Areas, length: number): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { code, name } of (length === 4 ? municipalities : counties).values()) {
    const bare = name.toLowerCase().replace(/ (?:kommun|län)$/, '');
    const stem = bare.replace(/s$/, '');
    const forms =
      length === 4
        ? [bare, `${bare} kommun`, `${bare}s kommun`, `${bare} stad`, `${bare}s stad`]
        : [bare, stem, `${bare} län`, `${stem} län`, `region ${bare}`, `region ${stem}`];
    for (const form of forms) if (!names.has(form)) names.set(form, code);
  }
  return names;
}
