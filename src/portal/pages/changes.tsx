import type { UserLanguage } from '../../kernel/issue.ts';
import type { FactValue } from '../records/facts-of.ts';
import { mostShown } from '../records/most-shown.ts';
import type { PropertyChange, TextChange } from '../records/version-changes.ts';
import { wordsIn } from '../words/words.ts';
import { RecordFacts, ValueText } from './record-facts.tsx';

/** What differs between two versions, property by property: words in texts, lines in lists, each said in words as well as colour. */
export function Changes({
  changes,
  language,
  heading: Heading = 'h2',
}: {
  readonly changes: readonly PropertyChange[];
  readonly language: UserLanguage;
  readonly heading?: 'h2' | 'h3';
}) {
  return (
    <ul class="changes">
      {changes.map(({ name, label, texts, added, removed, nodes }) => (
        <li key={name}>
          <Heading class="change-label">{label}</Heading>
          {texts.map((text) => (
            <ChangedText key={text.language} text={text} language={language} />
          ))}
          <ul class="change-lines">
            {removed.slice(0, mostShown).map((value, index) => (
              <Line key={`-${index}`} value={value} change="removed" language={language} />
            ))}
            <Left count={removed.length} change="removed" language={language} />
            {added.slice(0, mostShown).map((value, index) => (
              <Line key={`+${index}`} value={value} change="added" language={language} />
            ))}
            <Left count={added.length} change="added" language={language} />
          </ul>
          {nodes.slice(0, mostShown).map(({ title, changes: inside }) => (
            <div key={title.text} class="change-node">
              <p>
                <ValueText value={title} />
              </p>
              <Changes changes={inside} language={language} heading="h3" />
            </div>
          ))}
          {nodes.length > mostShown && (
            <p>{wordsIn(language).record.rest(String(nodes.length - mostShown))}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How many lines are left out. */
function Left({
  count,
  change,
  language,
}: {
  readonly count: number;
  readonly change: 'added' | 'removed';
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  return count <= mostShown ? null : (
    <li class="change-line">
      <span class="small quiet">{words[change]}</span>
      <div>{words.rest(String(count - mostShown))}</div>
    </li>
  );
}

function ChangedText({
  text: { language: tag, parts },
  language,
}: {
  readonly text: TextChange;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  return (
    <>
      <p class="small quiet">{words.languageOf[tag] ?? tag}</p>
      <p class="change-text" lang={tag === '@none' ? undefined : tag} dir="auto">
        {parts.map(({ change, text }, index) => {
          if (change === 'same') return text;
          const Mark = change === 'added' ? 'ins' : 'del';
          return (
            <Mark key={`${change}${index}`}>
              <span class="hidden-visually">
                {change === 'added' ? words.added : words.removed}:{' '}
              </span>
              {text}
            </Mark>
          );
        })}
      </p>
    </>
  );
}

function Line({
  value,
  change,
  language,
}: {
  readonly value: FactValue;
  readonly change: 'added' | 'removed';
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  const Mark = change === 'added' ? 'ins' : 'del';
  const { facts } = value;
  return (
    <li class="change-line">
      <span class="small quiet">{change === 'added' ? words.added : words.removed}</span>
      <div>
        <Mark>
          <ValueText value={value} />
        </Mark>
        {facts !== undefined && <RecordFacts facts={facts} more={words.more} />}
      </div>
    </li>
  );
}
