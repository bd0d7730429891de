import type { UserLanguage } from '../../kernel/issue.ts';
import { CodeBlock } from '../components/code-block.tsx';
import { wordsIn } from '../words/words.ts';

/** The addresses that harvesters are given, and what to write to the national portal. */
export function HarvestPart({
  base,
  name,
  title,
  contact,
  language,
}: {
  readonly base: string;
  /** The organisation's name in addresses. */
  readonly name: string;
  readonly title: string;
  /** Where the portal answers. */
  readonly contact: string;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).organizationProfile.harvest;
  const catalog = `${base}/organizations/${name}/catalog`;
  const addresses = [
    [say.se, `${catalog}.rdf`],
    [say.eu, `${catalog}.rdf?profile=eu`],
    [say.turtle, `${catalog}.ttl`],
    [say.jsonLd, `${catalog}.jsonld`],
    [say.feed, `${base}/datasets.atom?organization=${name}`],
  ] as const;
  return (
    <section class="stack" aria-labelledby="harvest">
      <h2 id="harvest">{say.title}</h2>
      <p>{say.help}</p>
      {addresses.map(([label, address]) => (
        <CodeBlock key={address} code={address} label={label} language={language} />
      ))}
      <h3>{say.letter}</h3>
      <p>{say.letterHelp}</p>
      <CodeBlock
        code={say.letterText(title, `${catalog}.rdf`, contact)}
        label={say.letter}
        language={language}
      />
    </section>
  );
}
