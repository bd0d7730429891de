import { conceptOfValue, valueOfConcept } from '../../search/concept-values.ts';
import { facetTitles } from '../../search/facet-labels.ts';
import { type FacetName, treeFacets } from '../../search/facets.ts';
import type { FacetCount } from '../../search/search-index.ts';
import { changed, chosenOf, labelOf, type Searched } from './searched.ts';

/** A facet as a list of choices. */
export interface FacetGroup {
  readonly facet: FacetName;
  readonly title: string;
  /** Whether it is unfolded from the beginning. */
  readonly isOpen: boolean;
  readonly options: readonly FacetOption[];
  /** How many values there are in all, as far as they were counted. */
  readonly total: number;
  /** Whether there are more than are shown here. */
  readonly hasMore: boolean;
}

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
  /** The search with this value added, or without it when it is chosen. */
  readonly href: string;
  /** What is narrower, in trees: only below what is chosen. */
  readonly narrower: readonly FacetOption[];
}

/** The facets of the page, in its order. Years have a form of their own. */
export const groupOrder = [
  'theme',
  'organization',
  'format',
  'place',
  'kind',
  'hvdCategory',
  'license',
  'organizationType',
  'accessRights',
  'conformsTo',
  'keyword',
  'frequency',
  'language',
  'resolution',
] as const satisfies readonly FacetName[];

const openFacets: ReadonlySet<FacetName> = new Set(['theme', 'organization', 'format', 'place']);
/** Values that a group shows before "show all": an open one is short, so that the next one is seen. */
const shownWhenOpen = 6;
const shownWhenFolded = 8;

/** The facets that there is something to choose in: the chosen values and the most common of the others. */
export function facetGroups(searched: Searched): readonly FacetGroup[] {
  return groupOrder.flatMap((facet) => {
    const hasChosen = chosenOf(searched, facet).length > 0;
    const isOpen = openFacets.has(facet);
    const most = isOpen ? shownWhenOpen : shownWhenFolded;
    const all = branches(searched, facet);
    // One value that all hits have leaves nothing to choose.
    const isIdle = all.length === 1 && all[0]?.count === searched.result.total;
    if (all.length === 0 || (isIdle && !hasChosen)) return [];
    const shown = [...all.slice(0, most), ...all.slice(most).filter(isOnTheWay)];
    return [
      {
        facet,
        title: facetTitles[facet][searched.language],
        isOpen: isOpen || hasChosen,
        options: shown.map((branch) => option(searched, facet, branch)),
        total: all.length,
        hasMore: shown.length < all.length || searched.result.facets[facet]?.more === true,
      },
    ];
  });
}

/** Every value of a facet with its count, the chosen ones with 0 where nothing has them; trees with all that is narrower. */
export function facetOptions(searched: Searched, facet: FacetName): readonly FacetOption[] {
  return branches(searched, facet, true).map((branch) => option(searched, facet, branch));
}

/** A value before it has a name and an address, which only those that are shown are given. */
interface Branch extends FacetCount {
  readonly isChosen: boolean;
  readonly narrower: readonly Branch[];
}

/** @param isWhole whether what is narrower is there where nothing is chosen, too */
function branches(searched: Searched, facet: FacetName, isWhole = false): readonly Branch[] {
  const counted = searched.result.facets[facet]?.values ?? [];
  const chosen = new Set(chosenOf(searched, facet));
  const known = new Set(counted.map(({ value }) => value));
  const missing = [...chosen].filter((value) => !known.has(value));
  const values = [...counted, ...missing.map((value) => ({ value, count: 0 }))];
  const plain = ({ value, count }: FacetCount): Branch => ({
    value,
    count,
    isChosen: chosen.has(value),
    narrower: [],
  });
  if (!treeFacets.has(facet)) return values.map(plain);
  const above = new Map(values.map(({ value }) => [value, broaderValue(searched, facet, value)]));
  const below = Map.groupBy(values, ({ value }) => {
    const broader = above.get(value);
    // What is narrower than nothing that was counted stands at the top.
    return broader !== undefined && above.has(broader) ? broader : '';
  });
  const level = (value: string): readonly Branch[] =>
    (below.get(value) ?? []).map((one) => {
      const narrower = level(one.value);
      const isUnfolded = isWhole || chosen.has(one.value) || narrower.some(isOnTheWay);
      return { ...plain(one), narrower: isUnfolded ? narrower : [] };
    });
  return level('');
}

/** What is above what, remembered: every page asks for the county of every municipality. */
const remembered = new WeakMap<Searched['vocabularies'], Map<string, string | undefined>>();
const mostRemembered = 10_000;

/** The value directly above, in a tree: `csv` of `csv/TSV`, the county of a municipality. */
export function broaderValue(
  searched: Pick<Searched, 'vocabularies'>,
  facet: FacetName,
  value: string,
): string | undefined {
  const key = `${facet} ${value}`;
  const known = remembered.get(searched.vocabularies) ?? new Map<string, string | undefined>();
  if (known.has(key)) return known.get(key);
  const broader = lookUpBroader(searched, facet, value);
  if (known.size >= mostRemembered) known.clear();
  known.set(key, broader);
  remembered.set(searched.vocabularies, known);
  return broader;
}

function lookUpBroader(
  { vocabularies }: Pick<Searched, 'vocabularies'>,
  facet: FacetName,
  value: string,
): string | undefined {
  if (facet === 'format') return value.includes('/') ? value.split('/')[0] : undefined;
  const [above] = conceptOfValue(vocabularies, facet, value)?.broader ?? [];
  if (above === undefined) return undefined;
  const broader = valueOfConcept(vocabularies, facet, above);
  // The country is broader than all: no level to choose on.
  const isCountry =
    facet === 'place' && conceptOfValue(vocabularies, facet, broader)?.facts.kind !== 'county';
  return isCountry ? undefined : broader;
}

/** Whether it is chosen, or something below it is. */
function isOnTheWay({ isChosen, narrower }: Branch): boolean {
  return isChosen || narrower.some(isOnTheWay);
}

function option(searched: Searched, facet: FacetName, branch: Branch): FacetOption {
  const { value, count, isChosen, narrower } = branch;
  return {
    value,
    label: labelOf(searched, facet, value),
    count,
    isChosen,
    href: changed(searched, isChosen ? { remove: { facet, value } } : { add: { facet, value } }),
    narrower: narrower.map((one) => option(searched, facet, one)),
  };
}
