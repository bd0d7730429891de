import type { UserLanguage } from '../../kernel/issue.ts';
import { wordsIn } from '../words/words.ts';
import { Icon } from './icon.tsx';

/** Lines to copy. The button is shown by the island `page`, which every page has: without a script there is nothing to press. */
export function CodeBlock({
  code,
  label,
  language,
}: {
  readonly code: string;
  /** What the lines are, for those who hear the page: `curl`. */
  readonly label: string;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).components;
  return (
    <section class="code-block" aria-label={label}>
      <div class="code-head">
        <span>{label}</span>
        <button
          class="ds-button copy-button"
          type="button"
          data-variant="tertiary"
          data-size="small"
          data-copied={say.copied}
          hidden
        >
          <Icon name="copy" />
          <span>{say.copy}</span>
          <span class="hidden-visually">{label}</span>
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </section>
  );
}
