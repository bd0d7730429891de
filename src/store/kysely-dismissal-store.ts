import type { Kysely } from 'kysely';
import type { DismissalStore } from '../support/dismissal-store.ts';
import type { Database } from './database.ts';
import { failureOf } from './failure.ts';
import type { Tables } from './tables.ts';
import { template, text } from './template.ts';

/** What people have put away, over either database. */
export function kyselyDismissalStore(database: Database): DismissalStore {
  const say = dismissalStatements(database.kysely);
  return {
    async dismissed(person) {
      const { rows } = await database.read(say.ofPerson({ person }));
      return new Set(rows.map((row) => row.announcement_id));
    },
    async dismiss(dismissal) {
      try {
        await database.write((run) => run(say.insert(dismissal)));
      } catch (error) {
        if (failureOf(error) !== 'duplicate') throw error;
      }
    },
  };
}

function dismissalStatements(db: Kysely<Tables>) {
  return {
    ofPerson: template({ person: text() }, ({ person }) =>
      db
        .selectFrom('dismissed_announcement')
        .select('announcement_id')
        .where('person_id', '=', person),
    ),
    insert: template(
      { person: text(), announcement: text(), at: text() },
      ({ person, announcement, at }) =>
        db
          .insertInto('dismissed_announcement')
          .values({ person_id: person, announcement_id: announcement, dismissed: at }),
    ),
  };
}
