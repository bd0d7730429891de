import { type EditorParts, say } from './editor-parts.ts';
import type { JudgedForm } from './judged-form.ts';

/** How much is left to mend in each part of the form, beside the link that leads there. */
export function liveContents({ form, told }: EditorParts): (judged: JudgedForm) => void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-part]')].map((link) => ({
    section: `part-${link.dataset.part}`,
    shown: link.querySelector('.editor-left-here'),
  }));
  return ({ issues }) => {
    const counts = new Map<string | undefined, number>();
    for (const { level, pointer } of issues) {
      if (level === 'info') continue;
      const field = form.querySelector(
        `[data-pointer="/${CSS.escape(pointer.split('/')[1] ?? '')}"]`,
      );
      const section = field?.closest('.editor-section')?.id;
      counts.set(section, (counts.get(section) ?? 0) + 1);
    }
    for (const { section, shown } of places) {
      const count = counts.get(section) ?? 0;
      if (shown) shown.textContent = count === 0 ? '' : say(told, 'leftHere', { COUNT: count });
    }
  };
}
