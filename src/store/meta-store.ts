import type { Database } from './database.ts';
import { failureOf } from './failure.ts';
import { template, text } from './template.ts';

/** What the store knows of itself, such as the base of its IRIs. Names are at most 64 characters. */
export interface MetaStore {
  get(name: string): Promise<string | undefined>;
  /** Keeps the value unless there is one already. @returns the one that is kept. */
  add(name: string, value: string): Promise<string>;
  /** Keeps the value in place of any before it. */
  set(name: string, value: string): Promise<void>;
}

/** The names and values over either database. */
export function metaStore(database: Database): MetaStore {
  const db = database.kysely;
  const find = template({ name: text() }, ({ name }) =>
    db.selectFrom('meta').select('value').where('name', '=', name),
  );
  const replace = template({ name: text(), value: text() }, ({ name, value }) =>
    db.updateTable('meta').set({ value }).where('name', '=', name),
  );
  const insert = template({ name: text(), value: text() }, ({ name, value }) =>
    db.insertInto('meta').values({ name, value }),
  );
  return {
    async get(name) {
      return (await database.read(find({ name }))).rows[0]?.value;
    },
    async add(name, value) {
      return await database.write(async (run) => {
        const [known] = (await run(find({ name }))).rows;
        if (known !== undefined) return known.value;
        try {
          await run(insert({ name, value }));
          return value;
        } catch (error) {
          if (failureOf(error) !== 'duplicate') throw error;
          // Another process, starting at the same time, was first.
          return (await run(find({ name }))).rows[0]?.value ?? value;
        }
      });
    },
    async set(name, value) {
      await database.write(async (run) => {
        const { numAffectedRows } = await run(replace({ name, value }));
        if (numAffectedRows !== 0n) return;
        try {
          await run(insert({ name, value }));
        } catch (error) {
          if (failureOf(error) !== 'duplicate') throw error;
          // Another process, starting at the same time, was first.
          await run(replace({ name, value }));
        }
      });
    },
  };
}
