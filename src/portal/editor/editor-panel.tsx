import type { Level } from '../../kernel/issue.ts';
import type { Quality } from '../../quality/quality-judge.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { Icon } from '../components/icon.tsx';
import { Notice } from '../components/notice.tsx';
import { formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { EditorMoreActions } from './editor-more-actions.tsx';
import { EditorScore } from './editor-score.tsx';
import type { EditorView } from './editor-view.ts';
import { fieldOf } from './issue-anchor.ts';
import type { OpenEditor } from './open-editor.ts';

const levels: readonly Level[] = ['error', 'warning', 'info'];

/** Where the record stands, beside the form: saved or not, what is left to mend, and what can be done with it. */
export function EditorPanel({
  view,
  editor,
  quality,
}: {
  readonly view: EditorView;
  readonly editor: OpenEditor;
  /** Undefined for what is not scored. */
  readonly quality: Quality | undefined;
}) {
  const { language, issues, mayEdit } = view;
  const words = wordsIn(language).editor;
  const worst = levels.find((level) => issues.some((issue) => issue.level === level));
  const { resource, copy, kind } = editor;
  const isOwn = kind === 'organization' || kind === 'catalog';
  const keepsVersion = resource.state === 'draft' || isOwn;
  return (
    <aside class="editor-panel" aria-label={words.panel} id="editor-panel" data-panel>
      <p class="editor-state">
        <strong>{words.state[resource.state]}</strong>
      </p>
      <div class="editor-bar">
        <p class="editor-saved" id="editor-saved" role="status" data-saved>
          {copy === undefined
            ? words.notSaved
            : words.savedAt(formatTime(copy.saved, language), copy.author.name)}
        </p>
        {mayEdit && (
          <div class="editor-actions">
            <Button variant="secondary" form="editor" name="action" value="save">
              {words.save}
            </Button>
            {keepsVersion && (
              <Button variant="secondary" form="editor" name="action" value="draft">
                {isOwn ? words.saveOwn : words.saveDraft}
              </Button>
            )}
            {!isOwn && (
              <Button form="editor" name="action" value="publish">
                {words.publish}
              </Button>
            )}
          </div>
        )}
      </div>
      {copy !== undefined && copy.base !== resource.version && (
        <Notice kind="warn" language={language} title={words.overtaken}>
          <p>
            <a href={`${editor.address}/collision`}>{words.compare}</a>
          </p>
        </Notice>
      )}
      {copy !== undefined && copy.state !== 'editing' && (
        <Notice kind="note" language={language} title={words.waiting[copy.state]} />
      )}
      {copy !== undefined && resource.state === 'published' && (
        <p class="small">{words.changesNotPublished}</p>
      )}
      {!isOwn && (
        <ButtonLink href={editor.address.replace(/edit$/, 'preview')}>{words.preview}</ButtonLink>
      )}
      <div class="editor-score" data-score>
        {quality !== undefined && <EditorScore quality={quality} view={view} />}
      </div>
      <div class="editor-issues" data-issue-list>
        <h2>{words.toMend}</h2>
        {mayEdit && issues.length > 0 && !view.isChecked && (
          <Button variant="secondary" size="small" form="editor" name="action" value="check">
            {words.check}
          </Button>
        )}
        {issues.length === 0 && (
          <p>
            <Icon name="check" /> {words.allGood}
          </p>
        )}
        {levels.map((level) => {
          const own = issues.filter((issue) => issue.level === level);
          if (own.length === 0) return null;
          return (
            <details key={level} class={level} open={level === worst}>
              <summary>{words.counts[level](own.length)}</summary>
              <ul>
                {own.map((issue) => (
                  <li key={issue.rule + issue.pointer}>
                    <a href={`#${fieldOf(view, issue.pointer).anchor}`} data-goto={issue.pointer}>
                      {fieldOf(view, issue.pointer).label}
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          );
        })}
      </div>
      {mayEdit && <EditorMoreActions editor={editor} />}
    </aside>
  );
}
