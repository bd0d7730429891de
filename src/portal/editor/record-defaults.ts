import type { Resource } from '../../catalog/resource.ts';
import type { Services } from '../../http/services.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { NodeObject } from '../../profile/record.ts';
import { describedBefore } from './described-before.ts';
import type { NamedKind } from './editor-address.ts';

/** What is most often so for an organisation, filled in where somebody begins: it stands in the form, to be looked at and changed. */

const authority = 'http://publications.europa.eu/resource/authority';

/** What a new record of the kind begins with: Swedish, public, and the contact that the organisation gave last or in its profile. */
export async function recordDefaults(
  services: Services,
  organization: Resource,
  kind: NamedKind,
): Promise<NodeObject> {
  const className =
    kind === 'service' ? 'DataService' : kind === 'series' ? 'DatasetSeries' : 'Dataset';
  const before = await describedBefore(services, organization, className);
  const contact = before.get('contactPoint')?.values().next().value ?? ownContact(organization);
  return {
    ...(contact === undefined ? {} : { contactPoint: [contact] }),
    ...(kind === 'dataset' ? { language: [`${authority}/language/SWE`] } : {}),
    ...(kind === 'series' ? {} : { accessRights: `${authority}/access-right/PUBLIC` }),
  };
}

/** What a new distribution begins with: the licence of the record's other ones, else the catalogue's. */
export async function distributionDefaults(
  { context }: Services,
  organization: Resource,
  { distribution }: NodeObject,
): Promise<NodeObject> {
  const others = (Array.isArray(distribution) ? distribution : []) as readonly JsonObject[];
  const used = others.findLast(({ license }) => license !== undefined)?.license;
  const catalog = await context.store.find('catalog', organization.name);
  const license = used ?? catalog?.content.license;
  return license === undefined ? {} : { license };
}

/** The organisation itself, when its profile says where it is written to. */
function ownContact({ content }: Resource): JsonObject | undefined {
  const { name, mbox } = content;
  if (!Array.isArray(mbox) || mbox.length === 0 || name === undefined) return undefined;
  return { '@type': 'ContactOrganization', fn: name, hasEmail: [mbox[0]] };
}
