import { autosave } from './editor/autosave.ts';
import { boxOnMap } from './editor/box-on-map.ts';
import type { EditorTold } from './editor/editor-parts.ts';
import { findProperty } from './editor/find-property.ts';
import { formActions } from './editor/form-actions.ts';
import { growingValues } from './editor/growing-values.ts';
import { jumpLinks } from './editor/jump-links.ts';
import { languageTabs } from './editor/language-tabs.ts';
import { leftCopy, localCopy } from './editor/local-copy.ts';

/** The editor of a record, over a form that works without it: it saves and judges while somebody writes. */

const form = document.querySelector<HTMLFormElement>('#editor');
const told = document.querySelector<HTMLElement>('[data-editor]')?.dataset.editor;
if (form !== null && told !== undefined) start(form, JSON.parse(told));

function start(form: HTMLFormElement, told: EditorTold): void {
  const parts = { form, told };
  // Each makes what is new in the form do what the rest of it does.
  const enhancements = [languageTabs(parts), findProperty(parts)];
  const refresh = () => {
    for (const enhance of enhancements) enhance();
  };
  jumpLinks(parts);
  if (form.dataset.autosave !== undefined) {
    const left = leftCopy(told.person);
    const copy = localCopy(told.person);
    // What was left is not written over until it has been offered.
    let isHeld = left !== undefined;
    if (left !== undefined) {
      import('./editor/offer-restore.ts')
        .then(({ offerRestore }) => {
          isHeld = false;
          offerRestore(parts, left, copy);
        })
        // Nothing is offered: what was left stays for the next time.
        .catch(() => undefined);
    }
    const saver = autosave(parts, {
      keep: (...now) => isHeld || copy.keep(...now),
      clear: () => isHeld || copy.clear(),
    });
    enhancements.push(boxOnMap(parts));
    growingValues(form);
    formActions(parts, saver, refresh);
    document.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey)
        return;
      event.preventDefault();
      void saver.now();
    });
    saveBeforeLinks(saver);
  }
  refresh();
  import('./editor/live-judgement.ts')
    .then(({ liveJudgement }) => liveJudgement(parts))
    .then((judgeAnew) => enhancements.push(judgeAnew))
    // Without it the form is judged when it is sent.
    .catch(() => undefined);
}

/** A link of the panel shows what is saved: so what is written is saved first. */
function saveBeforeLinks(saver: ReturnType<typeof autosave>): void {
  document.querySelector('[data-panel]')?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || link.hash !== '' || !saver.hasUnsaved() || !(event instanceof MouseEvent))
      return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || link.target !== '') return;
    event.preventDefault();
    void saver.now().then((isSaved) => {
      if (isSaved) location.assign(link.href);
    });
  });
}
