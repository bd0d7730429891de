import type { UserLanguage } from '../../kernel/issue.ts';
import { Chip, Chips } from '../components/chip.tsx';
import { CodeBlock } from '../components/code-block.tsx';
import type { DatasetView } from '../records/dataset-view.ts';
import type { RecordSurroundings } from '../records/surroundings.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { DatasetFiles } from './dataset-files.tsx';
import { RecordFacts, ValueText } from './record-facts.tsx';
import { Described, Glance, RecordHead, Section } from './record-head.tsx';
import { RecordLinks } from './record-links.tsx';
import { RecordMachines } from './record-machines.tsx';
import { RecordNotices } from './record-notices.tsx';
import { RecordVersions } from './record-versions.tsx';
import { UseIt } from './use-it.tsx';

/** The page of a dataset: first what it is and how to get it, then everything else that its description says. */
export function DatasetMain({
  view,
  around,
  language,
}: {
  readonly view: DatasetView;
  readonly around: RecordSurroundings;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  const { distributions, steps, description } = view;
  const count = formatNumber(distributions.length, language);
  return (
    <article class="record">
      <RecordHead view={view} language={language}>
        <RecordNotices around={around} path={view.path} language={language} />
      </RecordHead>
      <Glance facts={view.glance} />
      <div class="record-body">
        <div class="record-main">
          <Section id="data" title={distributions.length > 1 ? words.dataCount(count) : words.data}>
            <DatasetFiles distributions={distributions} language={language} />
          </Section>
          {steps.length > 0 && (
            <Section id="use" title={words.use}>
              <UseIt steps={steps} language={language} />
            </Section>
          )}
          <Section id="about" title={words.about}>
            {description === undefined ? (
              <p class="quiet">{words.noDescription}</p>
            ) : (
              <Described html={description.html} language={description.language} />
            )}
          </Section>
          {view.origin.length > 0 && (
            <Section id="origin" title={words.origin}>
              <RecordFacts facts={view.origin} more={words.more} />
            </Section>
          )}
          {view.relations.length > 0 && (
            <Section id="relations" title={words.relations}>
              <RecordFacts facts={view.relations} more={words.more} />
            </Section>
          )}
          {around.services.length > 0 && (
            <Section id="services" title={words.throughService}>
              <RecordLinks links={around.services} />
            </Section>
          )}
          {view.more.length > 0 && (
            <Section id="more" title={words.moreInformation}>
              <RecordFacts facts={view.more} more={words.more} />
            </Section>
          )}
          <Extra lines={view.extra} language={language} />
        </div>
        <div class="record-side">
          <Subjects view={view} language={language} />
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
          </Section>
          <Section id="standard" title={words.standard}>
            <Standards view={view} language={language} />
          </Section>
          <Section id="quality" title={words.quality}>
            <Completeness view={view} language={language} />
          </Section>
        </div>
      </div>
      {around.similar.length > 0 && (
        <Section id="similar" title={words.similar}>
          <RecordLinks links={around.similar} />
        </Section>
      )}
      <div class="record-ends">
        <Section id="versions" title={words.versions}>
          <RecordVersions lines={around.versions} path={view.path} language={language} />
          <p>
            <a href={`${view.path}/versions`}>{words.allVersions}</a>
          </p>
        </Section>
        <Section id="cite" title={words.cite}>
          <CodeBlock code={view.citation.text} label={words.citeText} language={language} />
          <CodeBlock code={view.citation.bibtex} label="BibTeX" language={language} />
        </Section>
      </div>
      <Section id="machines" title={words.machines}>
        <RecordMachines
          path={around.path}
          iri={around.iri}
          address={`${around.base}${view.path}`}
          version={around.version}
          language={language}
          base={around.base}
        />
      </Section>
    </article>
  );
}

/** Themes and keywords, each a search. */
export function Subjects({
  view: { themes, keywords },
  language,
}: {
  readonly view: Pick<DatasetView, 'themes' | 'keywords'>;
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
        <ul class="keywords" aria-label={words.keywords}>
          {keywords.map(({ text, href, language: tag }) => (
            <li key={href}>
              <a href={href} lang={tag} dir="auto">
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The standards that the data is said to follow. */
export function Standards({
  view: { standards },
  language,
}: {
  readonly view: Pick<DatasetView, 'standards'>;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  if (standards.length === 0) return <p class="quiet">{words.noStandard}</p>;
  return (
    <ul class="plain-list">
      {standards.map((value, index) => (
        <li key={index}>
          <ValueText value={value} />
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
export function Completeness({
  view: { completeness },
  language,
}: {
  readonly view: Pick<DatasetView, 'completeness'>;
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
