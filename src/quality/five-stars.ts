import type { NodeObject } from '../profile/record.ts';
import { irisOf, thingsOf } from '../profile/rules/node-values.ts';
import { linkedData, machineReadable, nonProprietary } from './format-lists.ts';
import { isOpenLicence } from './known-licences.ts';
import { fileTypesOf, type Surroundings } from './measure.ts';

/** Tim Berners-Lee's stars, as the national portal counts them. The fifth, links to other data, cannot be measured and is never given. */
export interface FiveStars {
  /** Of the distribution that has most, 0–4. */
  readonly best: number;
  /** The mean of the distributions, 0–4, with one decimal; 0 when there are none. */
  readonly average: number;
}

/** Counts the stars of a dataset's distributions; each star needs those before it. */
export function fiveStars(
  record: NodeObject,
  around: Pick<Surroundings, 'vocabularies' | 'mediaTypes'>,
): FiveStars {
  const stars = thingsOf(record, 'distribution').map(({ node }) => starsOf(node ?? {}, around));
  if (stars.length === 0) return { best: 0, average: 0 };
  const sum = stars.reduce((total, one) => total + one, 0);
  return { best: Math.max(...stars), average: Math.round((sum / stars.length) * 10) / 10 };
}

function starsOf(
  node: NodeObject,
  around: Pick<Surroundings, 'vocabularies' | 'mediaTypes'>,
): number {
  const types = fileTypesOf(node, around);
  const isOpen = irisOf(node, 'license').some((iri) => isOpenLicence(around.vocabularies, iri));
  const steps = [
    isOpen && types.length > 0,
    types.some((type) => machineReadable.has(type)),
    types.some((type) => nonProprietary.has(type)),
    types.some((type) => linkedData.has(type)),
  ];
  const missing = steps.indexOf(false);
  return missing < 0 ? steps.length : missing;
}
