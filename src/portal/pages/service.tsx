import type { UserLanguage } from '../../kernel/issue.ts';
import { CodeBlock } from '../components/code-block.tsx';
import { Notice } from '../components/notice.tsx';
import type { ServiceView } from '../records/service-view.ts';
import type { RecordSurroundings } from '../records/surroundings.ts';
import { wordsIn } from '../words/words.ts';
import { RecordFacts, ValueText } from './record-facts.tsx';
import { About, Glance, RecordHead, Section } from './record-head.tsx';
import { RecordNotices } from './record-notices.tsx';
import { Machines, RecordRest, RecordSide, Versions } from './record-parts.tsx';
import { UseIt } from './use-it.tsx';

/** The page of a data service: where it is, how to call it, what it gives. */
export function ServiceMain({
  view,
  around,
  language,
}: {
  readonly view: ServiceView;
  readonly around: RecordSurroundings;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  const { path, description, endpoints, technical, steps, serves } = view;
  return (
    <article class="record">
      <RecordHead view={view} language={language}>
        <RecordNotices around={around} path={path} language={language} />
      </RecordHead>
      <Glance facts={view.glance} />
      <div class="record-body">
        <div class="record-main">
          <Section id="endpoint" title={words.endpoint}>
            {endpoints.length === 0 ? (
              <Notice kind="note" language={language} title={words.noEndpoint} />
            ) : (
              endpoints.map((endpoint) => (
                <CodeBlock
                  key={endpoint}
                  code={endpoint}
                  label={words.endpoint}
                  language={language}
                />
              ))
            )}
            <RecordFacts facts={technical} more={words.more} />
          </Section>
          {steps.length > 0 && (
            <Section id="use" title={words.call}>
              <UseIt steps={steps} language={language} />
            </Section>
          )}
          <Section id="serves" title={words.serves}>
            {serves.length === 0 ? (
              <p class="quiet">{words.servesNothing}</p>
            ) : (
              <ul>
                {serves.map((value) => (
                  <li key={value.href ?? value.text}>
                    <ValueText value={value} />
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <About title={words.aboutService} description={description} language={language} />
          <RecordRest view={view} language={language} />
        </div>
        <RecordSide view={view} language={language} />
      </div>
      <Versions around={around} path={path} language={language} />
      <Machines around={around} path={path} language={language} />
    </article>
  );
}
