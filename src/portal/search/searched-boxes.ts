import { collections } from '../../catalog/resource.ts';
import type { Box } from '../../search/index-document.ts';
import { changed, type Searched } from './searched.ts';

/** What the map that can be moved is told: where the hits of this page are, and how a search by area is written. */
export interface SearchedBoxes {
  readonly hits: readonly {
    readonly title: string;
    readonly href: string;
    readonly box: BoxTuple;
  }[];
  /** The chosen area. */
  readonly chosen?: BoxTuple;
  /** The search with `BBOX` where the area is to stand. */
  readonly address: string;
}

export type BoxTuple = readonly [west: number, south: number, east: number, north: number];

/** Of each hit its first box. */
export function searchedBoxes(searched: Searched): SearchedBoxes {
  const { request, result } = searched;
  const bare = changed(searched, { box: null });
  return {
    hits: result.hits.flatMap(({ shown, title }) => {
      const [box] = shown.boxes;
      return box === undefined
        ? []
        : [
            {
              title: title.text,
              href: `/${collections[shown.kind]}/${shown.name}`,
              box: tuple(box),
            },
          ];
    }),
    ...(request.box === undefined ? {} : { chosen: tuple(request.box.box) }),
    address: `${bare}${bare.includes('?') ? '&' : '?'}bbox=BBOX`,
  };
}

function tuple({ west, south, east, north }: Box): BoxTuple {
  return [west, south, east, north];
}
