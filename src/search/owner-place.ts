import type { Iri } from '../kernel/iri.ts';
import type { RecordContent } from '../profile/record.ts';
import { textsOf } from '../profile/rules/node-values.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';

/**
 * Where a municipality or a region is, by its name: data of Umeå kommun is about Umeå when it does not say otherwise. Other kinds
 * of organisations have no place of their own, and neither have names that could mean two.
 */

/** Regions whose name is not the county's. */
const regions: Readonly<Record<string, string>> = {
  'region sörmland': 'Södermanlands län',
  'region jämtland härjedalen': 'Jämtlands län',
  'västra götalandsregionen': 'Västra Götalands län',
};

/** The kommun or the county of an organisation; undefined when it has none. */
export function ownerPlace(vocabularies: Vocabularies, owner: RecordContent): Iri | undefined {
  const places = placesByName(vocabularies);
  for (const { language, text } of textsOf(owner, 'name')) {
    if (!language.startsWith('sv') && language !== '@none') continue;
    const name = text.trim().toLowerCase();
    const place =
      places.get(name) ??
      places.get((regions[name] ?? '').toLowerCase()) ??
      places.get(name.replace(/s (?=kommun$|stad$)/, ' '));
    if (place !== undefined) return place;
  }
  return undefined;
}

const known = new WeakMap<Vocabularies, ReadonlyMap<string, Iri>>();

/** `umeå kommun`, `malmö stad`, `region skåne`, `västerbottens län` → the place. */
function placesByName(vocabularies: Vocabularies): ReadonlyMap<string, Iri> {
  const before = known.get(vocabularies);
  if (before !== undefined) return before;
  const places = new Map<string, Iri>();
  for (const { iri, prefLabel, altLabel, facts } of vocabularies.get('place').concepts) {
    const label = prefLabel.sv.toLowerCase();
    if (facts.kind === 'municipality') {
      for (const name of [...altLabel.sv, `${label} kommun`]) places.set(name.toLowerCase(), iri);
    }
    if (facts.kind !== 'county') continue;
    const bare = label.replace(/ län$/, '');
    places.set(label, iri);
    for (const name of [label, bare, bare.replace(/s$/, '')]) places.set(`region ${name}`, iri);
  }
  known.set(vocabularies, places);
  return places;
}
