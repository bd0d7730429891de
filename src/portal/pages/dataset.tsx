import type { UserLanguage } from '../../kernel/issue.ts';
import { CodeBlock } from '../components/code-block.tsx';
import type { DatasetView } from '../records/dataset-view.ts';
import type { RecordSurroundings } from '../records/surroundings.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { DatasetFiles } from './dataset-files.tsx';
import { About, Glance, RecordHead, Section } from './record-head.tsx';
import { RecordLinks } from './record-links.tsx';
import { RecordNotices } from './record-notices.tsx';
import { Machines, RecordRest, RecordSide, Versions } from './record-parts.tsx';
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
          {steps.length > 0 && (
            <Section id="use" title={words.use}>
              <UseIt steps={steps} language={language} />
            </Section>
          )}
          <About title={words.about} description={description} language={language} />
          {around.services.length > 0 && (
            <Section id="services" title={words.throughService}>
              <RecordLinks links={around.services} />
            </Section>
          )}
          <RecordRest view={view} language={language} />
        </div>
        <RecordSide view={view} language={language} />
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
