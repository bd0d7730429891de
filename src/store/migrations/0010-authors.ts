import type { Ddl } from '../ddl.ts';

/**
 * Who wrote a version, undid a change of many or wrote a text, by id beside the name: two people may be called alike, and a name
 * goes when its account is erased. What was kept before people had accounts has no id. Versions are found by it, without reading
 * their contents.
 */
export async function authors(ddl: Ddl): Promise<void> {
  await ddl.addColumn('version', 'author_id', ddl.key(64));
  await ddl.addColumn('bulk_change', 'undone_by_id', ddl.key(64));
  await ddl.addColumn('site_text', 'author_id', ddl.key(64));
  await ddl.createIndex('version_by_author', 'version', ['author_id']);
}
