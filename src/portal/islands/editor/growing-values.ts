/** Lists of single values always end in an empty field: writing in the last makes the next. */
export function growingValues(form: HTMLFormElement): void {
  form.addEventListener('input', ({ target }) => {
    const item = target instanceof HTMLInputElement ? target.closest('li') : null;
    const list = item?.closest<HTMLElement>('ol.editor-values');
    if (!(target instanceof HTMLInputElement) || target.name === '') return;
    if (item === null || list === null || list === undefined || item !== list.lastElementChild)
      return;
    if (target.value.trim() === '') return;
    list.append(emptyCopy(item, target));
  });
}

function emptyCopy(item: Element, { name }: HTMLInputElement): HTMLLIElement {
  const number = Number(/\/(\d+)$/.exec(name)?.[1] ?? 0);
  const next = name.replace(/\d+$/, String(number + 1));
  const copy = document.createElement('li');
  const field = document.createElement('input');
  const from = item.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]`);
  for (const { name: attribute, value } of from?.attributes ?? []) {
    if (!/^(?:value|role|aria-(?!label$|describedby$).*)$/.test(attribute))
      field.setAttribute(attribute, value);
  }
  field.name = next;
  field.id = next;
  field.value = '';
  field.ariaLabel = (from?.ariaLabel ?? '').replace(/\d+$/, String(number + 2));
  copy.append(field);
  return copy;
}
