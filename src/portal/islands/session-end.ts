/** Tells somebody who has done nothing for long that they are about to be signed out, and lets them stay. WCAG 2.2 §2.2.1. */

/** Begins to count, for the notice that the frame has hidden. */
export function watchSession(notice: HTMLElement): void {
  const text = notice.querySelector('p');
  const button = notice.querySelector('button');
  if (text === null || button === null) return;
  const { warn = '', end = '', stayed = '', over = '' } = notice.dataset;
  let begun = Date.now();
  // The computer may have slept: the clock is looked at, not the number of ticks.
  setInterval(() => {
    const seconds = (Date.now() - begun) / 1000;
    if (seconds >= Number(end)) tell(over, false);
    else if (seconds >= Number(warn)) tell(text.dataset.text ?? '', true);
  }, 15_000);
  button.addEventListener('click', () => {
    fetch('/sign-in/still')
      .then((reply) => {
        if (reply.status !== 204) return tell(over, false);
        begun = Date.now();
        tell(stayed, false);
        setTimeout(() => {
          notice.hidden = true;
        }, 10_000);
      })
      .catch(() => undefined);
  });

  function tell(words: string, canStay: boolean): void {
    notice.hidden = false;
    if (button !== null) button.hidden = !canStay;
    if (text !== null && text.textContent !== words) text.textContent = words;
  }
}
