import { type EditorParts, say } from './editor-parts.ts';

/**
 * Languages of a text as tabs: one is seen at a time, arrows move between them. What is chosen in one text is chosen in all, as
 * people write one language after the other. WAI-ARIA authoring practices, tabs.
 */
export function languageTabs({ form, told }: EditorParts): () => void {
  let chosen = '';

  function begin(): void {
    for (const box of form.querySelectorAll<HTMLElement>('.editor-languages:not([data-tabs])')) {
      const panels = [...box.querySelectorAll<HTMLElement>(':scope > .editor-language')];
      if (panels.length > 1) makeTabs(box, panels);
    }
  }

  function makeTabs(box: HTMLElement, panels: readonly HTMLElement[]): void {
    box.dataset.tabs = '';
    const list = document.createElement('div');
    list.role = 'tablist';
    list.className = 'editor-tabs';
    list.setAttribute('aria-label', say(told, 'languages'));
    const tabs = panels.map((panel) => {
      const tab = document.createElement('button');
      const label = panel.querySelector<HTMLElement>(':scope > label');
      tab.type = 'button';
      tab.role = 'tab';
      tab.id = `${box.dataset.languages}?tab-${panel.dataset.language}`;
      tab.textContent = label?.textContent ?? panel.dataset.language ?? '';
      tab.dataset.language = panel.dataset.language ?? '';
      panel.id ||= `${box.dataset.languages}?panel-${panel.dataset.language}`;
      panel.role = 'tabpanel';
      panel.setAttribute('aria-labelledby', tab.id);
      tab.setAttribute('aria-controls', panel.id);
      // The tab says it to the eye; the label still names the control.
      label?.classList.add('hidden-visually');
      tab.addEventListener('click', () => chooseEverywhere(tab.dataset.language ?? ''));
      return tab;
    });
    list.append(...tabs);
    list.addEventListener('keydown', (event) => {
      const at = tabs.findIndex((tab) => tab.matches(':focus'));
      const next = nextTab(event.key, at, tabs.length);
      if (next === undefined) return;
      event.preventDefault();
      chooseEverywhere(tabs[next]?.dataset.language ?? '');
      tabs[next]?.focus();
    });
    box.prepend(list);
    const open = panels.some(({ dataset }) => dataset.language === chosen);
    choose(box, open ? chosen : (panels[0]?.dataset.language ?? ''));
    for (const panel of panels) {
      panel.addEventListener('input', () => markWritten(box));
    }
  }

  function chooseEverywhere(language: string): void {
    chosen = language;
    for (const box of form.querySelectorAll<HTMLElement>('.editor-languages[data-tabs]')) {
      if (box.querySelector(`:scope > .editor-language[data-language="${CSS.escape(language)}"]`))
        choose(box, language);
    }
  }

  function choose(box: HTMLElement, language: string): void {
    for (const panel of box.querySelectorAll<HTMLElement>(':scope > .editor-language')) {
      panel.hidden = panel.dataset.language !== language;
    }
    for (const tab of box.querySelectorAll<HTMLElement>(':scope > [role=tablist] > [role=tab]')) {
      const isChosen = tab.dataset.language === language;
      tab.ariaSelected = String(isChosen);
      tab.tabIndex = isChosen ? 0 : -1;
    }
    markWritten(box);
  }

  /** A language without a text is seen to be empty before its tab is opened. */
  function markWritten(box: HTMLElement): void {
    for (const panel of box.querySelectorAll<HTMLElement>(':scope > .editor-language')) {
      const isWritten = [...panel.querySelectorAll<HTMLInputElement>('input, textarea')].some(
        ({ value }) => value.trim() !== '',
      );
      const tab = box.querySelector<HTMLElement>(
        `[role=tab][data-language="${CSS.escape(panel.dataset.language ?? '')}"]`,
      );
      tab?.classList.toggle('empty', !isWritten);
    }
  }

  form.addEventListener('editor-goto', (event) => {
    const panel =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>('.editor-language')
        : null;
    if (panel?.hidden) chooseEverywhere(panel.dataset.language ?? '');
  });

  begin();
  return begin;
}

function nextTab(key: string, at: number, count: number): number | undefined {
  if (at < 0) return undefined;
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
