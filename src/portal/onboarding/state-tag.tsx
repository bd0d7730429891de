import type { UserLanguage } from '../../kernel/issue.ts';
import type { OnboardingState } from '../../onboarding/onboarding-steps.ts';
import { Tag, type Tone } from '../components/tag.tsx';
import type { IconName } from '../icons.ts';
import { wordsIn } from '../words/words.ts';

const looks: Readonly<Record<OnboardingState, readonly [Tone, IconName]>> = {
  interest: ['accent', 'note'],
  agreed: ['note', 'clock'],
  ordered: ['note', 'clock'],
  signed: ['accent', 'note'],
  confirmed: ['accent', 'note'],
  active: ['good', 'check'],
  paused: ['warn', 'warning'],
  refused: ['plain', 'close'],
  ended: ['plain', 'close'],
};

/** The state of an onboarding in a word. */
export function StateTag({
  state,
  language,
}: {
  readonly state: OnboardingState;
  readonly language: UserLanguage;
}) {
  const [tone, icon] = looks[state];
  return (
    <Tag tone={tone} icon={icon}>
      {wordsIn(language).onboarding.states[state]}
    </Tag>
  );
}
