import type { BulkPlan, BulkRow } from '../../catalog/plan-bulk.ts';
import { classOf } from '../../catalog/resource.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { Tag } from '../components/tag.tsx';
import { Changes } from '../pages/changes.tsx';
import { versionChanges } from '../records/version-changes.ts';
import type { Viewing } from '../records/viewing.ts';
import { wordsIn } from '../words/words.ts';

/** So few are looked at one by one, and show what changes at once. */
const fewRows = 5;

const tones = { changed: 'action', unchanged: 'plain', refused: 'wrong' } as const;

/** What would become of each record, the refused ones with their reason. */
export function BulkPreview({
  plan,
  viewing,
}: {
  readonly plan: BulkPlan;
  readonly viewing: Viewing;
}) {
  return (
    <ul class="bulk-rows">
      {plan.rows.map((row) => (
        <Row key={row.stored.id} row={row} plan={plan} viewing={viewing} />
      ))}
    </ul>
  );
}

function Row({
  row,
  plan: { target, rows },
  viewing,
}: {
  readonly row: BulkRow;
  readonly plan: BulkPlan;
  readonly viewing: Viewing;
}) {
  const { language } = viewing;
  const { bulk: say, publishing } = wordsIn(language);
  const { stored, copy, outcome, after, state, reason } = row;
  const { states } = publishing.versions;
  const changes =
    outcome === 'changed'
      ? versionChanges(stored.content, after.content, classOf[stored.kind], viewing)
      : [];
  return (
    <li>
      <h2 class="row-title">
        <span dir="auto">{titleIn(row, language)}</span>{' '}
        <Tag tone={tones[outcome]}>{say.outcomes[outcome]}</Tag>
      </h2>
      {reason !== undefined && <p>{reason[language]}</p>}
      {outcome === 'changed' && state !== stored.state && (
        <p>{say.stateChange(states[stored.state], states[state])}</p>
      )}
      {outcome === 'changed' && target !== undefined && (
        <p>{say.moved(titleOf(target.content, language) ?? target.name)}</p>
      )}
      {copy !== undefined && outcome === 'changed' && state === stored.state && (
        <p class="small quiet">{say.isWritten}</p>
      )}
      {changes.length > 0 && (
        <Disclosure summary={publishing.changesTitle} open={rows.length <= fewRows}>
          <Changes changes={changes} language={language} heading="h3" />
        </Disclosure>
      )}
    </li>
  );
}

function titleIn({ stored }: BulkRow, language: UserLanguage): string {
  return titleOf(stored.content, language) ?? stored.name;
}
