import type { UserLanguage } from '../../kernel/issue.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { wordsIn } from '../words/words.ts';

/** Three lines for those who have data to give. */
export function StartPublish({ language }: { readonly language: UserLanguage }) {
  const say = wordsIn(language).start;
  return (
    <section class="start-publish stack">
      <h2>{say.publish}</h2>
      <ul>
        {say.publishLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ButtonLink href="/about#publish">{say.publishLink}</ButtonLink>
    </section>
  );
}
