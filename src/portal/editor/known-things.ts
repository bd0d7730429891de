import type { Kind } from '../../catalog/resource.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Services } from '../../http/services.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { type LanguageMap, textIn } from '../../kernel/language-map.ts';
import type { NodeObject } from '../../profile/record.ts';
import { facetLabel } from '../../search/facet-labels.ts';
import { SearchUnavailable } from '../../search/search-index.ts';
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

/** Classes whose content follows standards, and not whose interface does. */
const following: ReadonlySet<string> = new Set(['Dataset', 'DatasetSeries']);

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
    ...(following.has(className)
      ? { [`${className}.conformsTo`]: await followedStandards(services, language) }
      : {}),
    ...Object.fromEntries(own),
    ...Object.fromEntries(
      [...before].map(([name, nodes]) => [
        takenName(name),
        [...nodes].map(([value, node]) => ({
          value,
          label: nameOf(node, language) ?? value,
        })),
      ]),
    ),
  };

  function choice({ iri, name, content }: (typeof organizations)[number]): Choice {
    return { value: iri, label: titleOf(content, language) ?? name };
  }
}

/** The standards that published descriptions follow, the most common first. None while search does not answer: one can still write. */
async function followedStandards(
  { search, context }: Services,
  language: UserLanguage,
): Promise<readonly Choice[]> {
  try {
    const { facets } = await search.search({
      text: '',
      language,
      kinds: ['dataset', 'series'],
      filters: {},
      sort: 'modified',
      size: 0,
      facets: ['conformsTo'],
      facetSize: most,
    });
    const { vocabularies } = context.profile;
    return (facets.conformsTo?.values ?? []).map(({ value }) => ({
      value,
      label: facetLabel(vocabularies, 'conformsTo', value, language),
    }));
  } catch (error) {
    if (error instanceof SearchUnavailable) return [];
    throw error;
  }
}

/** What a thing is called, or what it is described by. */
function nameOf(node: JsonObject, language: UserLanguage): string | undefined {
  const { description } = node;
  return (
    titleOf(node as NodeObject, language) ??
    (isJsonObject(description) ? textIn(description as LanguageMap, [language]) : undefined)
  );
}
