import type { UserLanguage } from '../../kernel/issue.ts';
import { wordsIn } from '../words/words.ts';

/** A fault in a form: what is wrong, and the id of the field that can mend it. */
export interface FieldFault {
  /** Undefined when no field of the page is at fault. */
  readonly field: string | undefined;
  readonly text: string;
}

/**
 * What has to be mended before the form can be taken, above it, with a link to each field. It takes the focus when the page has
 * loaded, so that nobody misses it. Nothing when there is nothing. WCAG 2.2 §3.3.1, §3.3.3.
 */
export function ErrorSummary({
  faults,
  language,
}: {
  readonly faults: readonly FieldFault[];
  readonly language: UserLanguage;
}) {
  if (faults.length === 0) return null;
  const heading = wordsIn(language).forms.faults(faults.length);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group that takes focus, not a region of the page.
    <div class="error-summary" role="group" aria-labelledby="faults" tabIndex={-1} autofocus>
      <h2 id="faults">{heading}</h2>
      <ul>
        {faults.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            {field === undefined ? text : <a href={`#${field}`}>{text}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
