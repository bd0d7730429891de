import type { Kind } from '../../catalog/resource.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Services } from '../../http/services.ts';
import type { NodeObject } from '../../profile/record.ts';
import type { Choice } from '../components/select.tsx';
import type { Workspace } from '../workspace/open-workspace.ts';
import { describedBefore } from './described-before.ts';

/** More suggestions than these are searched for, not listed. */
const most = 200;

/** What records of each class can refer to, in this catalogue. */
const referred: Readonly<Record<string, readonly (readonly [string, Kind])[]>> = {
  Dataset: [
    ['inSeries', 'series'],
    ['accessService', 'service'],
  ],
  DataService: [['servesDataset', 'dataset']],
};

/** Key of the things that can be taken over for a property. */
export function takenName(property: string): string {
  return `taken:${property}`;
}

/** What can be referred to from a record of the class: organisations of the catalogue, and the organisation's own records. */
export async function knownThings(
  services: Services,
  { organization, language }: Workspace,
  className: string,
): Promise<Readonly<Record<string, readonly Choice[]>>> {
  const { store } = services.context;
  const organizations = await store.list({
    kinds: ['organization'],
    states: ['published'],
    limit: most,
  });
  const own = await Promise.all(
    (referred[className] ?? []).map(async ([name, kind]) => {
      const found = await store.list({
        kinds: [kind],
        organization: organization.id,
        states: ['published', 'draft'],
        draftsOf: [organization.id],
        limit: most,
      });
      return [name, found.map(choice)] as const;
    }),
  );
  const before = await describedBefore(services, organization, className);
  return {
    Agent: organizations.map(choice),
    ...Object.fromEntries(own),
    ...Object.fromEntries(
      [...before].map(([name, nodes]) => [
        takenName(name),
        [...nodes].map(([value, node]) => ({
          value,
          label: titleOf(node as NodeObject, language) ?? value,
        })),
      ]),
    ),
  };

  function choice({ iri, name, content }: (typeof organizations)[number]): Choice {
    return { value: iri, label: titleOf(content, language) ?? name };
  }
}
