import type { Iri } from '../kernel/iri.ts';
import type { ClassPlan, Plan } from '../profile/plan.ts';

/**
 * The property that was probably meant by a predicate unknown to the class: one of the same local name but for case and
 * a plural `s` (`dct:keywords`, `adms:contactPoint`). Only for namespaces of the profile: another's are no mistakes.
 */
export function suggestProperty(predicate: Iri, cls: ClassPlan, plan: Plan): Iri | undefined {
  if (!Object.values(plan.prefixes).some((base) => predicate.startsWith(base))) return undefined;
  const wanted = comparable(predicate);
  return cls.properties.find(({ iri }) => iri !== predicate && comparable(iri) === wanted)?.iri;
}

function comparable(iri: Iri): string {
  return iri
    .slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1)
    .toLowerCase()
    .replace(/s$/, '');
}
