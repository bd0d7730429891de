import { idleLife } from '../accounts/identify-session.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import { Button } from './components/button.tsx';
import { wordsIn } from './words/words.ts';

/** Minutes before the end at which it is told: enough to read and press, WCAG 2.2 §2.2.1 asks for twenty seconds. */
const warned = 10;

/** What is said when a session that nothing is done in is about to end: hidden until the island `page` has counted so far. */
export function FrameEnding({ language }: { readonly language: UserLanguage }) {
  const say = wordsIn(language).account.ending;
  return (
    <section
      class="site-notice warn session-end"
      aria-label={say.title}
      data-warn={idleLife / 1000 - warned * 60}
      data-end={idleLife / 1000}
      data-stayed={say.stayed}
      data-over={say.over}
      hidden
    >
      <div class="within">
        <p role="alert" data-text={say.text(warned)} />
        <Button type="button" variant="secondary" size="small">
          {say.stay}
        </Button>
      </div>
    </section>
  );
}
