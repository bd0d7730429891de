import { addressOf } from '../catalog/catalog-context.ts';
import { describe, stands } from '../catalog/describe.ts';
import { authorOf } from '../catalog/policy.ts';
import type { Issue } from '../kernel/issue.ts';
import type { NodeObject } from '../profile/record.ts';
import type { CatalogReading } from '../rdf/reader.ts';
import type { Deciding, Decision } from './decide-record.ts';

/**
 * The document's catalogue becomes the organisation's description of its own, as long as nobody has written one here or the
 * two are the same catalogue; otherwise ours stays, and the report says so. Statements that belong to no record are kept with
 * it. A description with faults waits as a draft, while the last public one is served.
 */
export async function decideCatalog(
  deciding: Deciding,
  { catalog, leftovers, notes }: Omit<CatalogReading, 'records'>,
): Promise<{ readonly decision: Decision | undefined; readonly notes: readonly Issue[] }> {
  const { context, organization } = deciding;
  const { name } = organization;
  if (catalog === undefined && leftovers.length === 0) return { decision: undefined, notes };
  const stored = await context.store.find('catalog', name);
  if (stored === undefined) throw new Error(`${name} has no catalogue.`);
  const isOurs = catalog?.iri === stored.iri;
  if (catalog === undefined || (!isOurs && stored.version > 1)) {
    return { decision: undefined, notes: [...notes, kept(leftovers.length)] };
  }
  const node: NodeObject = { ...catalog.record, extra: [...catalog.extra, ...leftovers] };
  const iri = catalog.iri ?? stored.iri;
  const { content, digest, issues } = describe(
    context,
    'catalog',
    node,
    iri,
    addressOf(context.base, 'catalog', name),
  );
  const all = [...catalog.notes, ...issues];
  const state = issues.some((issue) => stands(issue, true))
    ? ('draft' as const)
    : ('published' as const);
  const entry = { kind: 'catalog' as const, name, iri, state, issues: all };
  if (digest === stored.digest && state === stored.state)
    return { decision: { list: 'unchanged', entry }, notes };
  if (issues.some((issue) => stands(issue, false))) {
    const reason = {
      sv: 'Katalogens beskrivning kan inte sparas.',
      en: 'The description of the catalogue cannot be kept.',
    };
    return {
      decision: { list: 'refused', entry: { ...entry, code: 'invalid-record', reason } },
      notes,
    };
  }
  const time = context.now().toISOString();
  return {
    decision: {
      list: 'updated',
      entry,
      save: {
        resource: {
          ...stored,
          iri,
          content,
          digest,
          state,
          version: stored.version + 1,
          changed: time,
        },
        author: authorOf(deciding.actor),
        reason: deciding.reason,
        announce: state === 'published' ? 'update' : undefined,
      },
    },
    notes,
  };
}

function kept(leftovers: number): Issue {
  return {
    rule: 'catalog-kept',
    level: 'info',
    blocks: 'nothing',
    pointer: '',
    message: {
      sv: `Organisationens katalog har en egen beskrivning här, som behölls. ${leftovers} påståenden utanför posterna togs inte in.`,
      en: `The organisation's catalogue has a description of its own here, which was kept. ${leftovers} statements outside the records were not taken in.`,
    },
  };
}
