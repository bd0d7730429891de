import type { UserLanguage } from '../../kernel/issue.ts';
import { mostPoints } from '../../quality/metrics.ts';
import type { Fix } from '../../quality/next-best-fixes.ts';
import type { Quality } from '../../quality/quality-judge.ts';
import { ratingLabels } from '../../quality/rating.ts';
import { wordsIn } from '../words/words.ts';
import type { EditorView } from './editor-view.ts';
import { fieldOf } from './issue-anchor.ts';

/** The score here and after harvest, and what gives most points next. `islands/editor/live-panel.ts` draws the same while somebody writes. */
export function EditorScore({
  quality: { here, afterHarvest, stars, fixes, advice },
  view,
}: {
  readonly quality: Quality;
  readonly view: EditorView;
}) {
  const { language } = view;
  const say = wordsIn(language).editorScript;
  const [best, ...others] = [...fixes, ...advice];
  return (
    <>
      <div class="editor-points">
        <Figure label={say.scoreHere} total={here.total} language={language} />
        <Figure
          label={say.scoreHarvest}
          total={afterHarvest.total}
          language={language}
          word={ratingLabels[afterHarvest.rating][language]}
        />
        <div class="editor-stat">
          <span class="small">{say.stars}</span>
          <strong>{say.starsOf.replace('COUNT', String(stars.best))}</strong>
        </div>
      </div>
      {afterHarvest.sureness === 'assumed' && <p class="small">{say.assumed}</p>}
      {best !== undefined && (
        <>
          <h2>{say.nextFix}</h2>
          <FixLink fix={best} view={view} name="editor-next-fix" />
        </>
      )}
      {others.length > 0 && (
        <details>
          <summary>{say.moreFixes.replace('COUNT', String(others.length))}</summary>
          <ul>
            {others.map((fix) => (
              <li key={fix.id + fix.pointer}>
                <FixLink fix={fix} view={view} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Figure({
  label,
  total,
  word,
  language,
}: {
  readonly label: string;
  readonly total: number;
  readonly word?: string;
  readonly language: UserLanguage;
}) {
  const of = wordsIn(language).editorScript.of.replace('MOST', String(mostPoints));
  return (
    <div class="editor-stat">
      <span class="small">{label}</span>
      <strong>
        {total} {of}
        {word !== undefined && ` · ${word}`}
      </strong>
      <meter aria-label={label} max={mostPoints} value={total} />
    </div>
  );
}

function FixLink({
  fix: { pointer, text },
  view,
  name,
}: {
  readonly fix: Fix;
  readonly view: EditorView;
  readonly name?: string;
}) {
  return (
    <a class={name} href={`#${fieldOf(view, pointer).anchor}`} data-goto={pointer}>
      {text[view.language]}
    </a>
  );
}
