import type { State } from '../../catalog/resource.ts';
import type { WorkingCopy } from '../../catalog/working-copy.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { wordsIn } from '../words/words.ts';
import { Tag } from './tag.tsx';

/** A record's state in a word, and what is being written on it. */
export function StateTag({
  state,
  pending,
  language,
}: {
  readonly state: State;
  readonly pending?: WorkingCopy['state'] | undefined;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).ownRecords;
  const tones = { draft: 'note', published: 'good', withdrawn: 'plain' } as const;
  return (
    <span class="state-tags">
      <Tag tone={tones[state]}>{say.states[state]}</Tag>
      {pending !== undefined && !(state === 'draft' && pending === 'editing') && (
        <Tag tone="warn">{say.pending[pending]}</Tag>
      )}
    </span>
  );
}
