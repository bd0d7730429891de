import { conceptPickers } from './concept-pickers.ts';
import { type EditorParts, fieldAround } from './editor-parts.ts';
import { formJudge, type JudgedForm } from './judged-form.ts';
import { liveContents } from './live-contents.ts';
import { liveIssues } from './live-issues.ts';
import { livePanel } from './live-panel.ts';

// biome-ignore lint/performance/noBarrelFile: one bundle for the page and for the test that asks what the bundle judges.
export { judgeFrom } from '../judge.ts';

/** Milliseconds without a key before the form is judged: as long as it takes to see that one has finished a word. */
const pause = 180;

/** Judges the form while it is written. @returns a function that judges now, for when parts of the form have been replaced */
export async function liveJudgement(parts: EditorParts): Promise<() => void> {
  const { form } = parts;
  const judge = await formJudge(parts);
  const issues = liveIssues(parts);
  const showPanel = livePanel(parts, judge);
  const showContents = liveContents(parts);
  const addPickers = conceptPickers(parts, judge.judge);
  let timer = 0;
  let last: JudgedForm | undefined;

  function judgeNow(): void {
    clearTimeout(timer);
    last = judge.run();
    issues.show(last.issues);
    showPanel(last);
    showContents(last);
  }

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(judgeNow, pause);
  });
  form.addEventListener('focusout', ({ target, relatedTarget }) => {
    const field = target instanceof Element ? fieldAround(target) : null;
    if (field === null || !(target instanceof HTMLElement)) return;
    const wasHeld = issues.left(target);
    // Where the focus goes is where it will be when the answer is drawn.
    if (wasHeld) queueMicrotask(() => relatedTarget !== target && setTimeout(judgeNow));
  });
  addPickers();
  judgeNow();
  form.dataset.judged = '';
  return () => {
    addPickers();
    judgeNow();
  };
}
