import type { UserLanguage } from '../../kernel/issue.ts';
import type { OnboardingState } from '../../onboarding/onboarding-steps.ts';
import { wordsIn } from '../words/words.ts';

const path = ['interest', 'agreed', 'ordered', 'signed', 'confirmed', 'active'] as const;

/** How many of the steps are done in each state; the next one is under way. */
const done: Readonly<Record<OnboardingState, number>> = {
  interest: 1,
  agreed: 2,
  ordered: 3,
  signed: 4,
  confirmed: 5,
  active: 6,
  paused: 6,
  refused: 0,
  ended: 6,
};

/** The way in as a list of steps, with the one that is under way marked. Nothing for what has ended. */
export function OnboardingPath({
  state,
  language,
}: {
  readonly state: OnboardingState | undefined;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).onboarding.path;
  if (state === 'refused' || state === 'ended') return null;
  const count = state === undefined ? 0 : done[state];
  return (
    <ol class="way-in" aria-label={say.label}>
      {path.map((step, index) => {
        const place = index < count ? 'done' : index === count ? 'current' : 'coming';
        const isShown = state !== undefined;
        return (
          <li
            key={step}
            class={isShown ? place : 'coming'}
            aria-current={isShown && place === 'current' ? 'step' : undefined}
          >
            <strong>{say[step].title}</strong>
            {isShown && <span class="quiet small"> {say[place]}</span>}
            <br />
            <span class="quiet">{say[step].text}</span>
          </li>
        );
      })}
    </ol>
  );
}
