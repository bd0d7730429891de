import type { UserLanguage } from '../../kernel/issue.ts';
import { CodeBlock } from '../components/code-block.tsx';
import { Tabs } from '../components/tabs.tsx';
import type { OwnLine, UseStep } from '../records/use-it.ts';
import { wordsIn } from '../words/words.ts';

/** Ready steps for the tools that people have, one tool at a time. */
export function UseIt({
  steps,
  language,
}: {
  readonly steps: readonly UseStep[];
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  return (
    <Tabs
      name="use"
      legend={words.chooseTool}
      tabs={steps.map(({ tool, file, steps: byHand, code }) => ({
        title: words.toolNames[tool],
        panel: (
          <div class="stack tight">
            <p class="small quiet">
              {words.useFile}{' '}
              <span lang={file.language} dir="auto">
                {file.text}
              </span>
            </p>
            {byHand.length > 0 && (
              <ol>
                {byHand.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            )}
            {code !== undefined && (
              <CodeBlock
                code={code}
                label={byHand.length > 0 ? words.address : words.toolNames[tool]}
                language={language}
              />
            )}
          </div>
        ),
      }))}
    />
  );
}

/** Lines that fetch the description itself, which is always here. */
export function OwnLines({
  lines,
  language,
}: {
  readonly lines: readonly OwnLine[];
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  return (
    <div class="stack tight">
      <h3>{words.useDescription}</h3>
      <p class="small quiet">{words.useDescriptionHelp}</p>
      {lines.map(({ form, code }) => (
        <CodeBlock key={form} code={code} label={`curl, ${form}`} language={language} />
      ))}
    </div>
  );
}
