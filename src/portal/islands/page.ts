/** What every page can do with a script: `/` leads to the search field, which suggests, and lines of code are copied by a button. */

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  const { activeElement } = document;
  if (activeElement?.matches('input, textarea, select, [contenteditable]')) return;
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (field === null) return;
  event.preventDefault();
  field.focus();
  field.select();
});

document.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.dataset.suggest !== 'true') return;
  target.dataset.suggest = 'started';
  import('./suggestions.ts').then(({ suggest }) => suggest(target)).catch(() => undefined);
});

const ending = document.querySelector<HTMLElement>('.session-end');
if (ending !== null) {
  import('./session-end.ts')
    .then(({ watchSession }) => watchSession(ending))
    .catch(() => undefined);
}

for (const button of document.querySelectorAll<HTMLButtonElement>('.copy-button')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    copy(button).catch(() => select(button));
  });
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const code = codeOf(button)?.textContent ?? '';
  await navigator.clipboard.writeText(code);
  const word = button.querySelector('span');
  const before = word?.textContent ?? '';
  if (word === null || word.role === 'status') return;
  word.role = 'status';
  word.textContent = button.dataset.copied ?? '';
  setTimeout(() => {
    word.textContent = before;
    word.role = null;
  }, 2000);
}

/** Where the clipboard is closed (a page without TLS), the lines are marked instead, for the reader's own copying. */
function select(button: HTMLButtonElement): void {
  const code = codeOf(button);
  if (code !== null) getSelection()?.selectAllChildren(code);
}

function codeOf(button: HTMLButtonElement): Element | null {
  return button.closest('.code-block')?.querySelector('code') ?? null;
}
