/** A field over a long list that leaves only what has the letters that are written, with or without their dots. */

/** Fewer than this are seen at a glance. */
const fewest = 12;

/** Puts the field above the choices of a facet and gives it back; undefined when there are too few to need one. */
export function addFind(facet: HTMLElement): HTMLInputElement | undefined {
  const label = facet.dataset.find;
  const choices = [...facet.querySelectorAll<HTMLElement>('.facet-options > li')].map(
    (element) => ({
      element,
      // What is broader stays with what is narrower: a county with its municipality.
      texts: [...element.querySelectorAll('a > span:first-child')].map((name) =>
        folded(name.textContent ?? ''),
      ),
    }),
  );
  if (label === undefined || choices.length < fewest) return undefined;
  const field = document.createElement('input');
  field.type = 'search';
  field.className = 'ds-input facet-find';
  field.autocomplete = 'off';
  field.id = `find-${facet.dataset.facet}`;
  const name = document.createElement('label');
  name.htmlFor = field.id;
  name.className = 'small';
  name.textContent = label;
  const status = document.createElement('p');
  status.className = 'hidden-visually';
  status.role = 'status';
  field.addEventListener('input', () => {
    const wanted = folded(field.value.trim());
    let count = 0;
    for (const { element, texts } of choices) {
      const isFound = texts.some((text) => text.includes(wanted));
      element.hidden = !isFound && element.querySelector(':checked') === null;
      if (texts[0]?.includes(wanted)) count += 1;
    }
    status.textContent = (facet.dataset.found ?? '').replace('COUNT', String(count));
  });
  field.addEventListener('keydown', (event) => {
    // Sending the form now would lose the place in the list.
    if (event.key === 'Enter') event.preventDefault();
  });
  facet.prepend(name, field, status);
  return field;
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
