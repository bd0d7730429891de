import type { UserLanguage } from '../../kernel/issue.ts';
import { wordsIn } from '../words/words.ts';

export interface Crumb {
  readonly text: string;
  readonly href: string;
}

/** The way from the start page to this one. */
export function Breadcrumb({
  way,
  here,
  language,
}: {
  /** What lies between the start page and this one. */
  readonly way: readonly Crumb[];
  readonly here: string;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).frame;
  return (
    <nav class="crumbs" aria-label={say.breadcrumb}>
      <ol>
        {[{ text: say.start, href: '/' }, ...way].map(({ text, href }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
        <li>
          <span aria-current="page">{here}</span>
        </li>
      </ol>
    </nav>
  );
}
