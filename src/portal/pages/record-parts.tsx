import type { ComponentChildren } from 'preact';
import type { UserLanguage } from '../../kernel/issue.ts';
import { Chip, Chips } from '../components/chip.tsx';
import { CodeBlock } from '../components/code-block.tsx';
import type { DescribedView } from '../records/described-view.ts';
import { mostShown } from '../records/most-shown.ts';
import { standardLabel } from '../records/standard-label.ts';
import type { RecordSurroundings } from '../records/surroundings.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { RecordFacts, ValueText } from './record-facts.tsx';
import { Section } from './record-head.tsx';
import { RecordMachines } from './record-machines.tsx';
import { RecordVersions } from './record-versions.tsx';

/** Parts that the pages of datasets, series and services share. */

/** So many keywords stand open. */
const mostKeywords = 24;

/** What stands beside the text: the subject, who answers, what is followed, how complete the description is. */
export function RecordSide({
  view,
  language,
  dataset,
  children,
}: {
  readonly view: DescribedView;
  readonly language: UserLanguage;
  /** Path of the dataset that one can ask about. */
  readonly dataset?: string;
  /** What comes after the subject. */
  readonly children?: ComponentChildren;
}) {
  const words = wordsIn(language).record;
  return (
    <div class="record-side">
      <Subjects view={view} language={language} />
      {children}
      <Section id="responsibility" title={words.responsibility}>
        {view.publisher !== undefined && (
          <p>
            <span class="quiet small">{words.owner}</span>
            <br />
            <a href={view.publisher.href} lang={view.publisher.language}>
              {view.publisher.text}
            </a>
          </p>
        )}
        <RecordFacts facts={view.responsibility} more={words.more} />
        {dataset !== undefined && (
          <p>
            <a href={askAddress(dataset)} rel="nofollow">
              {wordsIn(language).support.askAboutData}
            </a>
          </p>
        )}
      </Section>
      <Section id="standard" title={words.standard}>
        <Standards view={view} language={language} />
      </Section>
      <Section id="quality" title={words.quality}>
        <Completeness view={view} language={language} />
        {dataset !== undefined && (
          <p>
            <a href={`${dataset}/quality`}>{words.qualityReport}</a>
          </p>
        )}
      </Section>
    </div>
  );
}

/** The form that knows the dataset. */
function askAddress(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return `/report?dataset=${encodeURIComponent(name)}&page=${encodeURIComponent(path)}`;
}

/** What follows the description: where it comes from, what it belongs with, and all else that it says. */
export function RecordRest({
  view,
  language,
}: {
  readonly view: DescribedView;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  const parts = [
    { id: 'origin', title: words.origin, facts: view.origin },
    { id: 'relations', title: words.relations, facts: view.relations },
    { id: 'more', title: words.moreInformation, facts: view.more },
  ];
  return (
    <>
      {parts
        .filter(({ facts }) => facts.length > 0)
        .map(({ id, title, facts }) => (
          <Section key={id} id={id} title={title}>
            <RecordFacts facts={facts} more={words.more} />
          </Section>
        ))}
      <Extra lines={view.extra} language={language} />
    </>
  );
}

/** The newest versions. */
export function Versions({
  around,
  path,
  language,
}: {
  readonly around: RecordSurroundings;
  readonly path: string;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  return (
    <Section id="versions" title={words.versions}>
      <RecordVersions lines={around.versions} path={path} language={language} />
      <p>
        <a href={`${path}/versions`}>{words.allVersions}</a>
      </p>
    </Section>
  );
}

/** The same for programs. */
export function Machines({
  around,
  path,
  language,
}: {
  readonly around: RecordSurroundings;
  /** Of the record itself. */
  readonly path: string;
  readonly language: UserLanguage;
}) {
  return (
    <Section id="machines" title={wordsIn(language).record.machines}>
      <RecordMachines
        path={around.path}
        iri={around.iri}
        address={`${around.base}${path}`}
        version={around.version}
        language={language}
        base={around.base}
        organization={around.organization}
      />
    </Section>
  );
}

/** Themes and keywords, each a search. */
function Subjects({
  view: { themes, keywords },
  language,
}: {
  readonly view: Pick<DescribedView, 'themes' | 'keywords'>;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  if (themes.length + keywords.length === 0) return null;
  return (
    <Section id="subjects" title={words.subjects}>
      {themes.length > 0 && (
        <Chips label={words.themes}>
          {themes.map(({ text, href }) => (
            <Chip key={href} href={href}>
              {text}
            </Chip>
          ))}
        </Chips>
      )}
      {keywords.length > 0 && (
        <>
          <Keywords keywords={keywords.slice(0, mostKeywords)} label={words.keywords} />
          {keywords.length > mostKeywords && (
            <details>
              <summary>{words.more(String(keywords.length - mostKeywords))}</summary>
              <Keywords keywords={keywords.slice(mostKeywords, mostShown)} label={words.keywords} />
              {keywords.length > mostShown && (
                <p>{words.rest(String(keywords.length - mostShown))}</p>
              )}
            </details>
          )}
        </>
      )}
    </Section>
  );
}

function Keywords({
  keywords,
  label,
}: {
  readonly keywords: DescribedView['keywords'];
  readonly label: string;
}) {
  return (
    <ul class="keywords" aria-label={label}>
      {keywords.map(({ text, href, language }) => (
        <li key={href}>
          <a href={href} lang={language} dir="auto">
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The standards that the data is said to follow. */
function Standards({
  view: { standards },
  language,
}: {
  readonly view: Pick<DescribedView, 'standards'>;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  if (standards.length === 0) return <p class="quiet">{words.noStandard}</p>;
  return (
    <ul class="plain-list">
      {standards.map((value, index) => (
        <li key={index}>
          <ValueText value={standardLabel(value)} />
          {value.href !== undefined && (
            <>
              <br />
              <a class="small" href={`/standards?iri=${encodeURIComponent(value.href)}`}>
                {words.followers}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How complete the description is: a bar, a word, and what is missing. */
function Completeness({
  view: { completeness },
  language,
}: {
  readonly view: Pick<DescribedView, 'completeness'>;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  const { score, word, missing } = completeness;
  const shown = formatNumber(score, language);
  return (
    <>
      <p class="completeness">
        <strong>{word}</strong> <span class="quiet">{words.completenessScore(shown)}</span>
        <svg
          class="completeness-bar"
          viewBox="0 0 100 4"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <rect class="completeness-all" width="100" height="4" rx="1" />
          <rect class="completeness-filled" width={score} height="4" rx="1" />
        </svg>
      </p>
      {missing.length === 0 ? (
        <p class="small quiet">{words.nothingMissing}</p>
      ) : (
        <>
          <p class="small">{words.missing}:</p>
          <ul class="small missing">
            {missing.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </>
      )}
      <p class="small quiet">{words.completenessHelp}</p>
    </>
  );
}

/** What the description says in words that the profile does not know, folded. */
export function Extra({
  lines,
  language,
}: {
  readonly lines: readonly string[];
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  if (lines.length === 0) return null;
  return (
    <details class="extra">
      <summary>
        {words.extra} ({formatNumber(lines.length, language)})
      </summary>
      <p class="small quiet">{words.extraHelp}</p>
      <CodeBlock code={lines.slice(0, 200).join('\n')} label={words.extra} language={language} />
    </details>
  );
}
