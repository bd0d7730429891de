import { randomUUID } from 'node:crypto';
import type { Context } from '../../http/context.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { readRebuildNote, requestRebuild } from '../../search/rebuild-request.ts';
import { ActionForm } from '../components/action-form.tsx';
import { FactList } from '../components/fact-list.tsx';
import { Tag } from '../components/tag.tsx';
import { respond } from '../respond.tsx';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { openOperator } from './open-operator.ts';

const root = '/operator/search';

/** Where the search stands: `unavailable` when the engine does not answer, `building` while there is no index. */
export interface SearchHealth {
  readonly state: 'works' | 'building' | 'unavailable';
  readonly revision: number;
  readonly position: number;
  readonly behind: number;
}

/** Asks store and engine. */
export async function searchHealth({
  context,
  search,
}: Pick<Services, 'context' | 'search'>): Promise<SearchHealth> {
  const [revision, found] = await Promise.all([
    context.store.revision(),
    search.position().catch(() => 'unavailable' as const),
  ]);
  if (found === 'unavailable')
    return { state: 'unavailable', revision, position: 0, behind: revision };
  const position = found?.revision ?? 0;
  const behind = Math.max(0, revision - position);
  return { state: found === undefined ? 'building' : 'works', revision, position, behind };
}

/** How the search is doing, and the way to build it anew. */
export async function searchPage(ctx: Context, services: Services): Promise<void> {
  const { signedIn, language } = openOperator(ctx);
  const say = wordsIn(language).operator.search;
  const [health, note] = await Promise.all([
    searchHealth(services),
    readRebuildNote(services.operation.notes),
  ]);
  const isWell = health.state === 'works';
  const number = (value: number) => formatNumber(value, language);
  const progress =
    note?.state === 'running' && note.total > 0
      ? ` ${number(note.done)} / ${number(note.total)}`
      : '';
  respond(
    ctx,
    { title: say.title, language, rail: { of: 'operator', at: 'search' } },
    <div class="stack wide">
      <h1>{say.title}</h1>
      <p class="lead">{say.lead}</p>
      <FactList
        facts={[
          {
            label: say.state,
            value: (
              <Tag tone={isWell ? 'good' : 'wrong'} icon={isWell ? 'check' : 'wrong'}>
                {isWell ? say.works : health.state === 'building' ? say.building : say.down}
              </Tag>
            ),
          },
          { label: say.revision, value: number(health.revision) },
          { label: say.position, value: number(health.position) },
          { label: say.behind, value: number(health.behind) },
          {
            label: say.last,
            value: note === undefined ? say.never : `${say[note.state]}${progress}`,
          },
        ]}
      />
      <ActionForm action={root} signedIn={signedIn}>
        {say.rebuild}
      </ActionForm>
      <p class="quiet">{say.rebuildHelp}</p>
    </div>,
  );
}

/** Asks whoever follows the change log to build the index anew; the audit is told. */
export async function postSearch(
  ctx: Context,
  { audit, context, operation }: Services,
): Promise<void> {
  const { signedIn } = openOperator(ctx);
  await using _form = await readPostedForm(ctx);
  const now = context.now();
  await requestRebuild(operation.notes, randomUUID(), now);
  await audit.transact((tx) =>
    tx.audit({
      at: now.toISOString(),
      actor: signedIn.actor,
      organization: null,
      action: 'setting-changed',
      object: { kind: 'search', id: 'search', name: 'search' },
      after: { rebuild: 'asked' },
    }),
  );
  seeOther(ctx, root);
}
