import type { UserLanguage } from '../../kernel/issue.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { Notice } from '../components/notice.tsx';
import { Tag } from '../components/tag.tsx';
import type { DistributionView } from '../records/distribution-view.ts';
import { firstSentence } from '../records/first-sentence.ts';
import { mostShown } from '../records/most-shown.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { outside, RecordFacts, ValueText } from './record-facts.tsx';

/** So many files stand open; the rest is folded. */
const mostOpen = 10;

/** The ways to get the data, each with what it is, how large, and where to press. */
export function DatasetFiles({
  distributions,
  language,
}: {
  readonly distributions: readonly DistributionView[];
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  if (distributions.length === 0) {
    return (
      <Notice kind="note" language={language} title={words.noData}>
        <p>{words.noDataHelp}</p>
      </Notice>
    );
  }
  const folded = distributions.slice(mostOpen, mostShown);
  const left = distributions.length - mostShown;
  return (
    <>
      <FileList distributions={distributions.slice(0, mostOpen)} language={language} />
      {folded.length > 0 && (
        <details class="more-files">
          <summary>
            {words.moreFiles(formatNumber(distributions.length - mostOpen, language))}
          </summary>
          <FileList distributions={folded} language={language} />
          {left > 0 && <p>{words.rest(formatNumber(left, language))}</p>}
        </details>
      )}
    </>
  );
}

function FileList({
  distributions,
  language,
}: {
  readonly distributions: readonly DistributionView[];
  readonly language: UserLanguage;
}) {
  return (
    <ul class="files">
      {distributions.map((view) => (
        <File key={view.id} view={view} language={language} />
      ))}
    </ul>
  );
}

function File({
  view,
  language,
}: {
  readonly view: DistributionView;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  const { id, title, format, size, licence, description, status, facts, services } = view;
  return (
    <li class="file" id={id}>
      <div class="file-about">
        <h3 lang={title.language} dir="auto">
          {title.text}
        </h3>
        <p class="file-facts">
          {format !== undefined && <Tag tone="code">{format.label}</Tag>}
          {status !== undefined && (
            <Tag tone={status.isBad ? 'wrong' : 'warn'} icon="warning">
              {status.text}
            </Tag>
          )}
          {size !== undefined && <span>{size}</span>}
          {licence !== undefined &&
            (licence.href === undefined ? (
              <span>{licence.name}</span>
            ) : (
              <a href={licence.href} rel={outside}>
                {licence.name}
              </a>
            ))}
        </p>
        {description !== undefined && (
          <p class="file-description" lang={description.language} dir="auto">
            {firstSentence(description.text)}
          </p>
        )}
        {services.length > 0 && (
          <p class="small">
            {words.accessThrough}{' '}
            {services.map((service, index) => (
              <>
                {index > 0 && ', '}
                <ValueText value={service} />
              </>
            ))}
          </p>
        )}
      </div>
      <FileButtons view={view} language={language} />
      {(facts.length > 0 || view.otherAddresses.length > 0) && (
        <details class="file-details">
          <summary>
            {words.details}
            <span class="hidden-visually">: {title.text}</span>
          </summary>
          <RecordFacts
            more={words.more}
            facts={[
              ...facts,
              ...(view.otherAddresses.length > 0
                ? [
                    {
                      name: 'otherAddresses',
                      label: words.otherAddress,
                      values: view.otherAddresses.map((text) => ({ text, isCode: true })),
                    },
                  ]
                : []),
            ]}
          />
        </details>
      )}
    </li>
  );
}

function FileButtons({
  view: { downloads, accesses, title },
  language,
}: {
  readonly view: DistributionView;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  if (downloads.length + accesses.length === 0) return null;
  const named = <span class="hidden-visually"> {title.text}</span>;
  return (
    <p class="file-buttons">
      {downloads.map((href, index) => (
        <ButtonLink key={href} href={href} icon="download" size="small" variant="primary">
          {index === 0 ? words.download : words.downloadNumber(index + 1)}
          {named}
        </ButtonLink>
      ))}
      {accesses.map((href, index) => (
        <ButtonLink key={href} href={href} icon="link" size="small">
          {index === 0 ? words.open : words.openNumber(index + 1)}
          {named}
        </ButtonLink>
      ))}
    </p>
  );
}
