import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Services } from '../../http/services.ts';
import { CodeBlock } from '../components/code-block.tsx';
import { Icon } from '../components/icon.tsx';
import { guideExamples } from '../developer-guide.ts';
import type { IconName } from '../icons.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';

/** The guide to the API, with lines that work when they are pasted. */
export function developersPage({ context }: Services): (ctx: Context) => Promise<void> {
  const { base, store } = context;
  return async (ctx) => {
    const language = pageLanguage(ctx);
    const say = wordsIn(language).developers;
    const [dataset] = await store.list({ kinds: ['dataset'], states: ['published'], limit: 1 });
    const examples = guideExamples(base, dataset && `${base}/datasets/${dataset.name}`);
    const links: readonly (readonly [IconName, string, string])[] = [
      ['plug', '/api/v1/openapi.json', say.openApi],
      ['file', '/schemas/dcat-ap-se', say.profile],
      ['table', '/vocabularies', say.vocabularies],
      ['link', '/context.jsonld', say.context],
      ['check', '/shapes/dcat-ap-se.ttl', say.shapes],
    ];
    const { title, description } = say;
    respond(
      ctx,
      {
        title,
        language,
        description,
        canonical: '/developers',
        section: 'developers',
        way: [],
        alternates: [{ href: '/api/v1/openapi.json', mediaType: 'application/json' }],
      },
      <div class="stack wide text">
        <div class="stack">
          <h1>{title}</h1>
          <p class="lead">{say.intro}</p>
          <ul class="plain-list link-list">
            {links.map(([icon, href, text]) => (
              <li key={href}>
                <a href={href}>
                  <Icon name={icon} /> {text}
                </a>
              </li>
            ))}
          </ul>
        </div>
        {examples.map(({ name, code }) => (
          <section key={name} id={name} class="stack">
            <h2>{say.examples[name].title}</h2>
            <p>{say.examples[name].text}</p>
            <CodeBlock code={code} label={say.examples[name].title} language={language} />
          </section>
        ))}
        {([say.pages, say.faults, say.limits, say.writing] as const).map((part) => (
          <section key={part.title} class="stack">
            <h2>{part.title}</h2>
            <p>{part.text}</p>
          </section>
        ))}
      </div>,
    );
  };
}
