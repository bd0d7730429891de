import type { TestContext } from 'node:test';
import { publish } from '../../src/catalog/change-state.ts';
import type { JsonObject } from '../../src/kernel/json.ts';
import { openAnalyser } from '../../src/language/open-analyser.ts';
import { completeness } from '../../src/quality/completeness.ts';
import { openEmbeddedIndex } from '../../src/search/embedded/open-embedded-index.ts';
import {
  type FollowEvent,
  type Follower,
  type FollowOptions,
  followChanges,
} from '../../src/search/follow-changes.ts';
import { type SearchIndex, SearchUnavailable } from '../../src/search/search-index.ts';
import { dataset, openSquare, operator, type Square } from '../catalog/square.ts';

/** A real store and a real index, and what keeps them in step. */
export interface Following {
  readonly square: Square;
  readonly index: SearchIndex;
  readonly events: readonly FollowEvent[];
  /** Follows with a change to the options, until the test ends. Several may follow at once. */
  follow(options?: Partial<FollowOptions>): Follower;
  /** From now on the engine answers, or does not. */
  engine(isUp: boolean): void;
  /** Publishes a dataset of Umeå's. */
  published(name: string, changes?: JsonObject): Promise<void>;
  /** Titles of all datasets that the index holds, in order. */
  titles(): Promise<readonly string[]>;
  /** Number of calls that have written to the index. */
  writes(): number;
}

export const analyser = openAnalyser();

/** Opens a store in memory and an index that nobody follows yet; the embedded one in memory when none is given. */
export async function openFollowing(
  t: TestContext,
  open: () => Promise<SearchIndex> = () => openEmbeddedIndex({ analyser }),
): Promise<Following> {
  const square = await openSquare(t);
  const index = await open();
  t.after(() => index.close());
  const events: FollowEvent[] = [];
  let isUp = true;
  let writes = 0;
  const reach = () => {
    if (!isUp) throw new SearchUnavailable('The plug is pulled.');
  };
  const search: FollowOptions['search'] = {
    async position() {
      reach();
      return index.position();
    },
    async apply(batch) {
      reach();
      writes += 1;
      await index.apply(batch);
    },
    async rebuild() {
      reach();
      const rebuild = await index.rebuild();
      return {
        ...rebuild,
        async apply(batch) {
          reach();
          await rebuild.apply(batch);
        },
      };
    },
  };
  return {
    square,
    index,
    events,
    follow(options = {}) {
      const follower = followChanges({
        store: square.store.catalog,
        profile: square.context.profile,
        quality: completeness,
        refused: (id, error) => {
          throw new Error(`No document can be made of ${id}.`, { cause: error });
        },
        search,
        notes: square.store.meta,
        identity: 'this store',
        shape: 'one',
        holder: 'here',
        now: () => new Date(),
        report: (event) => events.push(event),
        poll: 20,
        ...options,
      });
      t.after(() => follower.close());
      return follower;
    },
    engine: (up) => {
      isUp = up;
    },
    async published(name, changes = {}) {
      await square.dataset({
        name,
        node: { ...dataset, title: { sv: name, en: name }, ...changes },
      });
      await publish(square.context, {
        actor: operator,
        kind: 'dataset',
        name,
        expected: undefined,
      });
    },
    async titles() {
      const { hits } = await index.find({
        must: [],
        mustNot: [],
        bonuses: [],
        kinds: ['dataset'],
        filters: {},
        sort: 'title-sv',
        size: 1000,
        facets: [],
        facetSize: 0,
      });
      return hits.map(({ shown }) => shown.title.sv ?? '');
    },
    writes: () => writes,
  };
}
