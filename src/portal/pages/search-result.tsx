import type { MarkedText } from '../../search/search.ts';
import { Tag } from '../components/tag.tsx';
import { markedParts } from '../search/marked-parts.ts';
import type { ResultView } from '../search/result-view.ts';
import type { Searched } from '../search/searched.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** One hit: what it is called, whose it is, what it says around the words, and what one can do with it. */
export function SearchResult({
  result,
  language,
}: {
  readonly result: ResultView;
  readonly language: Searched['language'];
}) {
  const say = wordsIn(language).search.hit;
  const { title, description, organization, kind } = result;
  return (
    <article class="hit">
      <h3 class="hit-title">
        <a href={result.href}>
          <Marked text={title} language={language} />
        </a>
      </h3>
      <p class="hit-from">
        {kind !== undefined && <Tag>{kind}</Tag>}
        <a href={organization.href}>{organization.text}</a>
      </p>
      {description !== undefined && description.text !== '' && (
        <p class="hit-text">
          <Marked text={description} language={language} />
        </p>
      )}
      <ul class="hit-facts">
        {result.formats.map((format) => (
          <li key={format}>
            <Tag tone="code">{format}</Tag>
          </li>
        ))}
        {result.moreFormats > 0 && (
          <li>{say.moreFormats(formatNumber(result.moreFormats, language))}</li>
        )}
        {result.isRestricted && (
          <li>
            <Tag tone="warn" icon="lock">
              {say.restricted}
            </Tag>
          </li>
        )}
        {result.license !== undefined && <li>{result.license}</li>}
        {result.updated !== undefined && (
          <li>
            <time dateTime={result.updated.iso}>{say.updated(result.updated.text)}</time>
          </li>
        )}
        {result.standards.map((standard) => (
          <li key={standard}>
            <Tag tone="note">{say.standard(standard)}</Tag>
          </li>
        ))}
        <li>
          <Quality quality={result.quality} language={language} />
        </li>
      </ul>
      {result.reasons.length > 0 && (
        <details class="hit-why">
          <summary>{say.why}</summary>
          <ul>
            {result.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

/** A text with the words that were searched for marked out, in its own language. */
export function Marked({
  text,
  language,
}: {
  readonly text: MarkedText;
  readonly language: Searched['language'];
}) {
  const parts = markedParts(text).map(({ text: part, isMarked }, index) =>
    isMarked ? <mark key={index}>{part}</mark> : part,
  );
  const isForeign = !['', 'und', language].includes(text.language);
  return isForeign ? <span lang={text.language}>{parts}</span> : parts;
}

const barWidth = 40;

function Quality({
  quality: { percent, level },
  language,
}: {
  readonly quality: ResultView['quality'];
  readonly language: Searched['language'];
}) {
  const say = wordsIn(language).search.hit;
  return (
    <span class={`quality ${level}`} title={say.quality(formatNumber(percent, language))}>
      <svg class="quality-bar" viewBox={`0 0 ${barWidth} 8`} aria-hidden="true">
        <rect class="quality-rest" width={barWidth} height="8" rx="2" />
        <rect class="quality-part" width={(percent / 100) * barWidth} height="8" rx="2" />
      </svg>
      {say.qualityWord[level]}
    </span>
  );
}
