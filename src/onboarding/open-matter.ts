import { authorOf, demand } from '../catalog/policy.ts';
import type { Resource } from '../catalog/resource.ts';
import { titleOf } from '../catalog/title-of.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Onboarding } from './onboarding.ts';
import type { OnboardingContext } from './onboarding-context.ts';

/**
 * The matter of an organisation that is active, so that it can be paused, resumed and ended. One that came in by the command line or with the
 * sample has none: it is made here, with its first administrator as the contact, or the operator where there is none. No letter is sent.
 * @throws CatalogError `not-permitted`.
 */
export async function openMatter(
  { store, catalog, people, site }: OnboardingContext,
  { actor, organization }: { readonly actor: Actor; readonly organization: Resource },
): Promise<Onboarding> {
  demand(actor, 'operate');
  const members = await people.members(organization.id);
  const contact = members.find(({ role }) => role === 'administrator');
  return store.transact(async (tx) => {
    const found = await tx.findByOrganization(organization.id);
    if (found !== undefined) return found;
    const at = catalog.now().toISOString();
    const name = titleOf(organization.content, 'sv') ?? organization.name;
    const { identifier, type } = organization.content;
    const onboarding: Onboarding = {
      // One matter for each organisation, whoever else opens it in the same moment.
      id: organization.id,
      version: 1,
      state: 'active',
      language: 'sv',
      created: at,
      changed: at,
      organization: organization.id,
      interest: {
        organizationName: name,
        organizationNumber: String([identifier].flat()[0] ?? ''),
        publisherType: String([type].flat()[0] ?? ''),
        contactName: contact?.name ?? site.title,
        contactEmail: contact?.email ?? site.contact,
        telephone: '',
        message: '',
      },
      agreement: null,
      order: null,
      signature: null,
      earlier: [],
      history: [
        {
          kind: 'note',
          at,
          by: 'operator',
          author: authorOf(actor),
          text: 'Organisationen kom in utan anslutningsärende. The organisation came in without a matter.',
        },
      ],
    };
    // Nobody sent it: its keys are counted against nobody.
    await tx.add(onboarding, { place: '', email: '' });
    await tx.audit({
      at,
      actor,
      organization: organization.id,
      action: 'onboarding-step',
      object: { kind: 'onboarding', id: onboarding.id, name },
      after: { state: 'active' },
    });
    return onboarding;
  });
}
