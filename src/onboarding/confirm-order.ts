import { createOrganization } from '../catalog/create-organization.ts';
import { isName } from '../catalog/names.ts';
import { demand } from '../catalog/policy.ts';
import type { Resource } from '../catalog/resource.ts';
import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { type FieldFault, readFields } from '../kernel/read-fields.ts';
import type { OperatorAct } from './act.ts';
import { advance, changeOnboarding, noOnboarding } from './change-onboarding.ts';
import type { Order } from './onboarding.ts';
import type { OnboardingContext } from './onboarding-context.ts';
import { writeToCustomer } from './onboarding-letters.ts';
import { demandStep } from './onboarding-steps.ts';
import type { Changed } from './place-order.ts';
import { operatorDoer } from './take-step.ts';

/**
 * The operator confirms a signed order: the organisation is made, unless it is there already by the same number, its administrator is invited,
 * and it is active. Should the invitation fail, the onboarding stays confirmed and `activate` goes on from there.
 * The form's `name` is the one in the organisation's address; `nameEn` is what it is called in English.
 * @throws CatalogError `not-permitted`, `not-found`, `state-conflict`, `version-conflict`.
 */
export async function confirmOrder(
  context: OnboardingContext,
  { id, actor, fields }: OperatorAct,
): Promise<Changed> {
  demand(actor, 'operate');
  const found = await context.store.find(id);
  if (found === undefined || found.order === null) throw noOnboarding();
  demandStep(found.state, 'confirm');
  const read = readFields(fields);
  const name = read.text('name', {
    most: 100,
    missing: { sv: 'Skriv namnet i adressen.', en: 'Write the name in the address.' },
  });
  if (name !== '' && !isName(name)) {
    read.fault('name', {
      sv: 'Skriv 2–100 tecken: små bokstäver a–z, siffror och enkla bindestreck, till exempel umea.',
      en: 'Write 2–100 characters: lower-case a–z, digits and single hyphens, such as umea.',
    });
  }
  const nameEn = read.text('nameEn', { most: 200 });
  if (read.faults.length > 0) return { ok: false, faults: read.faults };
  const made = await organizationOf(context, { actor, name, nameEn, order: found.order });
  if ('fault' in made) return { ok: false, faults: [made.fault] };
  await changeOnboarding(context, id, async (tx, now) => ({
    ...(await advance(context, tx, now, { step: 'confirm', doer: operatorDoer(actor) })),
    organization: made.organization.id,
  }));
  return activate(context, { id, actor });
}

/**
 * Invites the administrator of a confirmed order and opens the organisation's place.
 * @throws CatalogError `not-permitted`, `not-found`, `state-conflict`, `version-conflict`, and what the invitation throws.
 */
export async function activate(
  context: OnboardingContext,
  { id, actor }: { readonly id: string; readonly actor: Actor },
): Promise<Changed> {
  demand(actor, 'operate');
  const found = await context.store.find(id);
  if (found === undefined || found.organization === null || found.order === null)
    throw noOnboarding();
  demandStep(found.state, 'activate');
  const organization = await context.catalog.store.findById(found.organization);
  if (organization === undefined) throw noOnboarding();
  const { email } = found.order.administrator;
  await context.people.invite({ actor, organization, email, language: found.language });
  const onboarding = await changeOnboarding(context, id, async (tx, now) => {
    const next = await advance(context, tx, now, { step: 'activate', doer: operatorDoer(actor) });
    await writeToCustomer(context, tx, next, 'activate');
    return next;
  });
  return { ok: true, onboarding };
}

/** The organisation with that name and number: made now, or there already. */
async function organizationOf(
  { catalog }: OnboardingContext,
  {
    actor,
    name,
    nameEn,
    order,
  }: {
    readonly actor: Actor;
    readonly name: string;
    readonly nameEn: string;
    readonly order: Order;
  },
): Promise<{ readonly organization: Resource } | { readonly fault: FieldFault }> {
  const iri = `http://dataportal.se/organisation/SE${order.organizationNumber.replace('-', '')}`;
  const known = await catalog.store.find('organization', name);
  if (known !== undefined) {
    if (known.iri === iri) return { organization: known };
    return nameFault({
      sv: `Namnet ${name} är upptaget av en annan organisation. Välj ett annat.`,
      en: `The name ${name} is taken by another organisation. Choose another.`,
    });
  }
  const sv = order.organizationName;
  try {
    const { resource } = await createOrganization(catalog, {
      actor,
      name,
      node: {
        name: { sv, en: nameEn === '' ? sv : nameEn },
        type: order.publisherType,
        identifier: [order.organizationNumber],
      },
    });
    return { organization: resource };
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== 'iri-taken') throw error;
    const other = await catalog.store.findByIri(iri);
    return nameFault({
      sv: `Organisationen finns redan${other === undefined ? '' : ` med namnet ${other.name}`}. Skriv det namnet, så kopplas ärendet till den.`,
      en: `The organisation is there already${other === undefined ? '' : ` under the name ${other.name}`}. Write that name and the matter is tied to it.`,
    });
  }
}

function nameFault(message: FieldFault['message']): { readonly fault: FieldFault } {
  return { fault: { field: 'name', message } };
}
