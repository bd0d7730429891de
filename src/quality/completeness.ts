import type { ClassPlan, PropertyPlan } from '../profile/plan.ts';
import type { Profile } from '../profile/profile.ts';
import type { NodeObject } from '../profile/record.ts';
import { has, thingsOf } from '../profile/rules/node-values.ts';

/** What a filled property counts for. Optional ones count for nothing: few descriptions have use for all of them. */
const mandatory = 3;
const recommended = 2;
/** Recommended where there is something to say. */
const whereApt = 1;

/** The part of a dataset's score that its distributions make up. */
const ofDistributions = 0.25;

/**
 * How complete a description is, 0–100: the share of what the profile demands and recommends that is filled in, by weight. A
 * quarter of a dataset's score is the mean of its distributions, and nothing when it has none. DCAT-AP-SE 3.0.1, obligations.
 */
export function completeness(profile: Profile, record: NodeObject, className: string): number {
  const { plan } = profile;
  const own = filledShare(plan.class(className), record);
  if (!plan.class(className).property.has('distribution')) return Math.round(own * 100);
  const distributions = thingsOf(record, 'distribution').flatMap(({ node }) =>
    node === undefined ? [] : [node],
  );
  const cls = plan.class('Distribution');
  const sum = distributions.reduce((total, one) => total + filledShare(cls, one), 0);
  const theirs = distributions.length === 0 ? 0 : sum / distributions.length;
  return Math.round((own * (1 - ofDistributions) + theirs * ofDistributions) * 100);
}

function filledShare(cls: ClassPlan, node: NodeObject): number {
  let filled = 0;
  let all = 0;
  for (const property of cls.properties) {
    const weight = weightOf(property);
    all += weight;
    if (weight > 0 && has(node, property.name)) filled += weight;
  }
  return all === 0 ? 1 : filled / all;
}

function weightOf(property: PropertyPlan): number {
  if (property.computed) return 0;
  if (property.obligation === 'mandatory') return mandatory;
  if (property.obligation !== 'recommended') return 0;
  return property.whereApt ? whereApt : recommended;
}
