import { type Kysely, sql } from 'kysely';
import { type OwnRecordStore, type OwnRow, ownKinds } from '../catalog/own-record-store.ts';
import type { State } from '../catalog/resource.ts';
import type { WorkingCopy } from '../catalog/working-copy.ts';
import type { LanguageMap } from '../kernel/language-map.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';
import { integer, template, text, texts } from './template.ts';

/** An organisation's own records in short rows, over either database. */
export function kyselyOwnRecordStore({ kysely, read }: Database): OwnRecordStore {
  const say = ownRecordStatements(kysely);
  return {
    async counts(organization) {
      const states = await read(say.states({ organization }));
      const written = await read(say.written({ organization }));
      const rows = written.rows.map((row) => ({ ...row, count: Number(row.count) }));
      const idle = states.rows.map(({ kind, state, count }) => {
        const same = rows.filter((row) => row.kind === kind && row.state === state);
        const busy = same.reduce((sum, row) => sum + row.count, 0);
        return { kind, state, pending: undefined, count: Number(count) - busy };
      });
      return [...idle.filter(({ count }) => count > 0), ...rows];
    },
    async lastChanged({ organization, kind, state, limit, offset }) {
      const found = await read(
        say.lastChanged({
          organization,
          kinds: kind === undefined ? ownKinds : ownKinds.map(() => kind),
          states: state === undefined ? states : states.map(() => state),
          limit,
          offset,
        }),
      );
      return found.rows.map(ownRow);
    },
    async titled(organization) {
      const { rows } = await read(say.titled({ organization }));
      return rows.map(({ titles, ...row }) => ({
        ...ownRow(row),
        // What is being typed may be anything.
        titles: titles?.startsWith('{') ? (JSON.parse(titles) as LanguageMap) : undefined,
      }));
    },
  };
}

const states: readonly State[] = ['draft', 'published', 'withdrawn'];

function ownRow(
  row: Omit<OwnRow, 'pending'> & { readonly pending: WorkingCopy['state'] | null },
): OwnRow {
  return { ...row, pending: row.pending ?? undefined };
}

function ownRecordStatements(db: Kysely<Tables>) {
  const owned = { organization: text() };
  const changed = sql<string>`case when c.saved > r.changed then c.saved else r.changed end`;
  const rows = (organization: string) =>
    db
      .selectFrom('resource as r')
      .leftJoin('working_copy as c', 'c.resource_id', 'r.id')
      .select(['r.id', 'r.name', 'r.state', 'r.version', 'c.state as pending'])
      .select(sql<OwnRow['kind']>`r.kind`.as('kind'))
      .select(changed.as('changed'))
      .where('r.organization_id', '=', organization);
  return {
    // Both stand in indexes whole, or are few.
    states: template(owned, ({ organization }) =>
      db
        .selectFrom('resource as r')
        .select(({ fn }) => ['r.state', fn.countAll<number>().as('count')])
        .select(sql<OwnRow['kind']>`r.kind`.as('kind'))
        .where('r.organization_id', '=', organization)
        .where('r.kind', 'in', ownKinds)
        .groupBy(['r.kind', 'r.state']),
    ),
    written: template(owned, ({ organization }) =>
      db
        .selectFrom('working_copy as c')
        .innerJoin('resource as r', 'r.id', 'c.resource_id')
        .select(({ fn }) => ['r.state', 'c.state as pending', fn.countAll<number>().as('count')])
        .select(sql<OwnRow['kind']>`r.kind`.as('kind'))
        .where('c.organization_id', '=', organization)
        .where('r.kind', 'in', ownKinds)
        .groupBy(['r.kind', 'r.state', 'c.state']),
    ),
    lastChanged: template(
      {
        ...owned,
        kinds: texts<OwnRow['kind']>(ownKinds.length),
        states: texts<State>(states.length),
        limit: integer(),
        offset: integer(),
      },
      ({ organization, kinds, states: wanted, limit, offset }) =>
        rows(organization)
          .where('r.kind', 'in', kinds)
          .where('r.state', 'in', wanted)
          .orderBy(changed, 'desc')
          .orderBy('r.id')
          .limit(limit)
          .offset(offset),
    ),
    titled: template(owned, ({ organization }) =>
      rows(organization)
        .where('r.kind', 'in', ownKinds)
        .select(
          sql<
            string | null
          >`cast(json_extract(case when r.state = 'draft' and c.content is not null then c.content else r.content end, '$.title') as char)`.as(
            'titles',
          ),
        ),
    ),
  };
}
