import { type EditorParts, say } from './editor-parts.ts';

/** Fewer than this are seen at a glance. */
const fewest = 6;

/** A field over what can be added, that leaves only what has the letters that are written, in name or help. */
export function findProperty({ form, told }: EditorParts): () => void {
  return () => {
    for (const more of form.querySelectorAll<HTMLDetailsElement>(
      'details.editor-more:not([data-find])',
    )) {
      const fields = [
        ...more.querySelectorAll<HTMLElement>(':scope > .editor-fields > .editor-field'),
      ];
      if (fields.length < fewest) continue;
      more.dataset.find = '';
      addFind(more, fields);
    }
  };

  function addFind(more: HTMLDetailsElement, fields: readonly HTMLElement[]): void {
    const id = `${more.dataset.more}?find-${fields[0]?.dataset.property}`;
    const label = document.createElement('label');
    label.htmlFor = id;
    label.textContent = say(told, 'find');
    const field = document.createElement('input');
    field.type = 'search';
    field.id = id;
    field.className = 'ds-input';
    field.autocomplete = 'off';
    const status = document.createElement('p');
    status.className = 'hidden-visually';
    status.role = 'status';
    const box = document.createElement('div');
    box.className = 'editor-find';
    box.append(label, field, status);
    more.querySelector(':scope > .editor-fields')?.before(box);
    const texts = fields.map((one) =>
      folded(
        [...one.querySelectorAll('label, legend, .field-help')]
          .map(({ textContent }) => textContent)
          .join(' '),
      ),
    );
    field.addEventListener('input', () => {
      const wanted = folded(field.value.trim());
      let count = 0;
      for (const [index, one] of fields.entries()) {
        const isFound = texts[index]?.includes(wanted) ?? false;
        one.hidden = !isFound;
        if (isFound) count += 1;
      }
      status.textContent = say(told, 'found', { COUNT: count });
    });
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      // The first that is found is what was meant.
      event.preventDefault();
      const first = fields.find(({ hidden }) => !hidden);
      first?.querySelector<HTMLElement>('.ds-input:not([type=hidden]), button')?.focus();
    });
  }
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
