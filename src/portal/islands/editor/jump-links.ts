import { controlAt, type EditorParts, goTo } from './editor-parts.ts';

/** Links of the panel lead to the very control, unfolding what it lies in; Alt+N follows the next best thing to do. */
export function jumpLinks({ form }: EditorParts): void {
  document.querySelector('[data-panel]')?.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-goto]') : null;
    if (link === null) return;
    const place = link.dataset.goto ?? '';
    const control = nearest(place);
    if (control === undefined) return;
    event.preventDefault();
    control.dispatchEvent(new CustomEvent('editor-goto', { bubbles: true }));
    goTo(control);
  });

  // Whoever has only a keyboard has the whole form between a field and the panel.
  document.addEventListener('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyN') return;
    const best = document.querySelector<HTMLElement>('[data-panel] .editor-next-fix');
    if (best === null) return;
    event.preventDefault();
    best.click();
  });

  /** The control of the place, or of what it lies in. */
  function nearest(place: string): HTMLElement | undefined {
    for (let at = place; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const control = controlAt(form, at);
      if (control !== undefined) return control;
    }
    return undefined;
  }
}
