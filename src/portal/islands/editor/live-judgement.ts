import { conceptPickers } from './concept-pickers.ts';
import { type EditorParts, fieldAround, goTo } from './editor-parts.ts';
import { formJudge } from './judged-form.ts';
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
  let last = judge.run();

  function judgeNow(): void {
    clearTimeout(timer);
    last = judge.run();
    showAll();
  }

  function showAll(): void {
    issues.show(last);
    showPanel(last);
    showContents(last);
  }

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(judgeNow, pause);
  });
  /** Where the focus goes is where it will be when the answer is drawn. */
  const showSoon = () => setTimeout(() => issues.show(last));

  form.addEventListener('focusout', ({ target }) => {
    if (target instanceof HTMLElement && fieldAround(target) !== null && issues.visit(target))
      showSoon();
  });
  // Whoever is led to a field by what is wrong with it is told what that is.
  form.addEventListener('editor-goto', ({ target }) => {
    if (target instanceof HTMLElement && issues.visit(target)) showSoon();
  });
  form.addEventListener('editor-check', () => {
    form.dataset.checked = '';
    judgeNow();
    const first = document.querySelector<HTMLElement>('[data-issue-list] a');
    if (first !== null) goTo(first);
  });
  addPickers();
  showAll();
  form.dataset.judged = '';
  return () => {
    addPickers();
    judgeNow();
  };
}
