import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { ListQuery, ResourceKey, StoredResource } from '../catalog/catalog-store.ts';
import type { Kind, State } from '../catalog/resource.ts';
import type { DatabaseKind } from './database-kind.ts';
import { resourceColumns } from './resource-row.ts';
import type { ResourceTable, Tables } from './tables.ts';
import { integer, template, text, texts } from './template.ts';

/** Lists, compiled once for each shape they are asked in. Undefined: nothing can be in it. */
export interface ListQueries {
  resources(query: ListQuery): CompiledQuery<StoredResource> | undefined;
  keys(query: ListQuery): CompiledQuery<ResourceKey> | undefined;
  count(
    query: Omit<ListQuery, 'after' | 'limit'>,
  ): CompiledQuery<{ readonly count: number }> | undefined;
  pageEnds(
    query: Omit<ListQuery, 'after' | 'limit'>,
    size: number,
  ): CompiledQuery<{ readonly id: string }> | undefined;
}

/** What decides how the SQL reads, and nothing of what it is bound with. */
interface Shape {
  readonly kinds: number;
  readonly states: number;
  readonly organization: boolean;
  /** Of how many owners drafts are listed beside the other states. */
  readonly draftOwners: number;
}

interface Filter {
  readonly kinds: readonly Kind[];
  readonly states: readonly State[];
  readonly organization: string;
  readonly draftsOf: readonly string[];
}

const slots = ({ kinds, states, draftOwners }: Shape) => ({
  kinds: texts<Kind>(kinds),
  states: texts<State>(states),
  organization: text(),
  draftsOf: texts(draftOwners),
});

/** The lists of one store. */
export function listQueries(db: Kysely<Tables>, kind: DatabaseKind): ListQueries {
  const matching = (shape: Shape, filter: Filter) => {
    const { organization } = shape;
    const ownDrafts = shape.draftOwners > 0;
    return db
      .selectFrom(indexed(kind, shape))
      .where('r.kind', 'in', filter.kinds)
      .$if(organization, (query) => query.where('r.organization_id', '=', filter.organization))
      .$if(!ownDrafts, (query) => query.where('r.state', 'in', filter.states))
      .$if(ownDrafts, (query) =>
        query.where(({ and, eb, or }) => {
          const own = and([
            eb('r.state', '=', 'draft'),
            eb('r.organization_id', 'in', filter.draftsOf),
          ]);
          return shape.states === 0 ? own : or([eb('r.state', 'in', filter.states), own]);
        }),
      );
  };

  const resources = perShape((shape) =>
    template({ ...slots(shape), after: text(), limit: integer() }, ({ after, limit, ...filter }) =>
      matching(shape, filter)
        .innerJoin('resource as o', 'o.id', 'r.organization_id')
        .select(resourceColumns)
        .where('r.id', '>', after)
        .orderBy('r.id')
        .limit(limit),
    ),
  );
  const keys = perShape((shape) =>
    template({ ...slots(shape), after: text(), limit: integer() }, ({ after, limit, ...filter }) =>
      matching(shape, filter)
        .select(['r.id', 'r.kind', 'r.name', 'r.iri'])
        .where('r.id', '>', after)
        .orderBy('r.id')
        .limit(limit),
    ),
  );
  const count = perShape((shape) =>
    template(slots(shape), (filter) =>
      matching(shape, filter).select((query) => query.fn.countAll<number>().as('count')),
    ),
  );
  // Numbered within the index: no record is read, and what is left behind is one key a page.
  const pageEnds = perShape((shape) =>
    template({ ...slots(shape), size: integer() }, ({ size, ...filter }) =>
      db
        .selectFrom(
          matching(shape, filter)
            .select(['r.id', sql<number>`row_number() over (order by r.id)`.as('place')])
            .as('numbered'),
        )
        .select('numbered.id')
        .where(sql<number>`numbered.place % ${size}`, '=', 0)
        .orderBy('numbered.id'),
    ),
  );

  return {
    resources(query) {
      const { shape, filter } = reading(query);
      return shape && resources(shape)({ ...filter, ...page(query) });
    },
    keys(query) {
      const { shape, filter } = reading(query);
      return shape && keys(shape)({ ...filter, ...page(query) });
    },
    count(query) {
      const { shape, filter } = reading(query);
      return shape && count(shape)(filter);
    },
    pageEnds(query, size) {
      const { shape, filter } = reading(query);
      return shape && pageEnds(shape)({ ...filter, size });
    },
  };
}

function page({ after = '', limit }: ListQuery): {
  readonly after: string;
  readonly limit: number;
} {
  if (!Number.isSafeInteger(limit) || limit < 0) throw new RangeError('A limit is 0 or more.');
  return { after, limit };
}

/** What is asked for, with drafts that this reader may not list left out. */
function reading(query: Omit<ListQuery, 'after' | 'limit'>): {
  readonly shape: Shape | undefined;
  readonly filter: Filter;
} {
  const { kinds, organization, draftsOf = [] } = query;
  const withDrafts = query.states.includes('draft');
  const isOwner =
    draftsOf === '*' || (organization !== undefined && draftsOf.includes(organization));
  const states =
    withDrafts && isOwner ? query.states : query.states.filter((state) => state !== 'draft');
  const owners = withDrafts && draftsOf !== '*' && organization === undefined ? draftsOf : [];
  const isEmpty = kinds.length === 0 || (states.length === 0 && owners.length === 0);
  return {
    shape: isEmpty
      ? undefined
      : {
          kinds: kinds.length,
          states: states.length,
          organization: organization !== undefined,
          draftOwners: owners.length,
        },
    filter: { kinds, states, organization: organization ?? '', draftsOf: owners },
  };
}

function perShape<T>(make: (shape: Shape) => T): (shape: Shape) => T {
  const made = new Map<string, T>();
  return (shape) => {
    const { kinds, states, organization, draftOwners } = shape;
    const key = `${kinds} ${states} ${organization} ${draftOwners}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(shape);
    made.set(key, fresh);
    return fresh;
  };
}

/**
 * The table with the index that walks it in the order of `id`. Left to themselves, planners without statistics sometimes
 * collect and sort everything that is left for each page.
 */
function indexed(kind: DatabaseKind, { organization, kinds }: Shape) {
  const index = organization
    ? 'resource_by_organization'
    : kinds === 1
      ? 'resource_by_kind'
      : 'resource_by_id';
  const name = sql.ref(index);
  return sql<ResourceTable>`${sql.table('resource')}`.as<'r'>(
    kind === 'sqlite' ? sql`r indexed by ${name}` : sql`r force index (${name})`,
  );
}
