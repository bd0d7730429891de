import type { UserLanguage } from '../../kernel/issue.ts';
import type { HistoryEntry, Onboarding } from '../../onboarding/onboarding.ts';
import { Tag } from '../components/tag.tsx';
import { formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** What has happened, the newest first. */
export function OnboardingHistory({
  onboarding: { history },
  language,
}: {
  readonly onboarding: Onboarding;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).onboarding;
  const steps = history.filter((entry) => entry.kind === 'step').toReversed();
  return (
    <ol class="log-lines">
      {steps.map(({ at, step, by, author, reason }, index) => (
        <li key={index}>
          <strong>{say.steps[step]}</strong>
          <span class="quiet small">
            {' '}
            <time dateTime={at}>{formatTime(at, language)}</time>
            {by !== 'operator' && author !== '' && `, ${author}`}
          </span>
          {reason !== '' && <blockquote class="words">{reason}</blockquote>}
        </li>
      ))}
    </ol>
  );
}

/** What has been said, the oldest first; the operator's notes to colleagues only where they are asked for. */
export function OnboardingMessages({
  onboarding: { history, interest },
  language,
  notes = false,
}: {
  readonly onboarding: Onboarding;
  readonly language: UserLanguage;
  readonly notes?: boolean;
}) {
  const say = wordsIn(language).onboarding;
  const said = history.filter(
    (entry): entry is Exclude<HistoryEntry, { kind: 'step' }> =>
      entry.kind === 'message' || (notes && entry.kind === 'note'),
  );
  if (said.length === 0 && interest.message === '')
    return <p class="quiet">{say.page.noMessages}</p>;
  const first = { kind: 'message', by: 'customer', author: interest.contactName } as const;
  const all =
    interest.message === ''
      ? said
      : [{ ...first, at: history[0]?.at ?? '', text: interest.message }, ...said];
  return (
    <ol class="log-lines">
      {all.map(({ kind, at, by, author, text }, index) => (
        <li key={index} class={by === 'operator' ? 'ours' : undefined}>
          <strong>{by === 'operator' && !notes ? say.page.us : author}</strong>
          <span class="quiet small">
            {' '}
            <time dateTime={at}>{formatTime(at, language)}</time>
          </span>{' '}
          {kind === 'note' && <Tag icon="lock">{say.matter.isNote}</Tag>}
          <p class="words">{text}</p>
        </li>
      ))}
    </ol>
  );
}
