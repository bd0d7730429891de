import type { UserLanguage } from '../../kernel/issue.ts';
import { CodeBlock } from '../components/code-block.tsx';
import { Locator } from '../maps/locator.tsx';
import type { DatasetView } from '../records/dataset-view.ts';
import type { RecordSurroundings } from '../records/surroundings.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { DatasetFiles } from './dataset-files.tsx';
import { About, Glance, RecordHead, Section } from './record-head.tsx';
import { RecordLinks } from './record-links.tsx';
import { RecordNotices } from './record-notices.tsx';
import { Machines, RecordRest, RecordSide, Versions } from './record-parts.tsx';
import { OwnLines, UseIt } from './use-it.tsx';

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
  const { distributions, steps, description, path } = view;
  const count = formatNumber(distributions.length, language);
  return (
    <article class="record">
      <RecordHead view={view} language={language}>
        <RecordNotices around={around} path={path} language={language} />
      </RecordHead>
      <Glance facts={view.glance} />
      <div class="record-body">
        <div class="record-main">
          <Section id="data" title={distributions.length > 1 ? words.dataCount(count) : words.data}>
            <DatasetFiles distributions={distributions} language={language} />
          </Section>
          <Section id="use" title={words.use}>
            {steps.length > 0 && <UseIt steps={steps} language={language} />}
            <OwnLines lines={view.ownLines} language={language} />
          </Section>
          <About title={words.about} description={description} language={language} />
          {around.services.length > 0 && (
            <Section id="services" title={words.throughService}>
              <RecordLinks links={around.services} />
            </Section>
          )}
          <RecordRest view={view} language={language} />
        </div>
        <RecordSide view={view} language={language} dataset={path}>
          <Where view={view} label={words.mapOf(view.title.text)} title={words.place} />
        </RecordSide>
      </div>
      {around.similar.length > 0 && (
        <Section id="similar" title={words.similar}>
          <RecordLinks links={around.similar} />
        </Section>
      )}
      <div class="record-ends">
        <Versions around={around} path={path} language={language} />
        <Section id="cite" title={words.cite}>
          <CodeBlock code={view.citation.text} label={words.citeText} language={language} />
          <CodeBlock code={view.citation.bibtex} label="BibTeX" language={language} />
        </Section>
      </div>
      <Machines around={around} path={path} language={language} />
    </article>
  );
}

/** The places that the data is about on a small map; nothing when the description names none. */
function Where({
  view: { where },
  title,
  label,
}: {
  readonly view: Pick<DatasetView, 'where'>;
  readonly title: string;
  readonly label: string;
}) {
  if (where.length === 0) return null;
  return (
    <Section id="place" title={title}>
      <Locator boxes={where} label={label} />
    </Section>
  );
}
