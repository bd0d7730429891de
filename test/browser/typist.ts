import type { Page } from 'playwright-core';

/** Somebody who has a keyboard and nothing else: every key is pressed as people press it, and counted. */
export interface Typist {
  /** Keys pressed so far, a text counting as one. */
  readonly steps: () => number;
  press(key: string): Promise<void>;
  /** Moves on by Tab to the control, link or button that is called so, and that the pattern matches from its start. */
  to(name: string | RegExp): Promise<void>;
  /** Moves to the field and writes in it instead of what stands there. */
  write(name: string | RegExp, text: string): Promise<void>;
  /** Moves to the button or link and presses Enter. */
  enter(name: string | RegExp): Promise<void>;
  /** As `enter`, and waits for the page that it leads to. */
  follow(name: string | RegExp): Promise<void>;
  /** Moves to the box or radio button and presses Space. */
  tick(name: string | RegExp): Promise<void>;
  /** What has the focus is called so. */
  where(): Promise<string>;
}

/** More stops than this has no page that anybody would tab through. */
const most = 250;

export function typist(page: Page): Typist {
  let steps = 0;
  const press = async (key: string): Promise<void> => {
    steps += 1;
    await page.keyboard.press(key);
  };
  const matches = (found: string, name: string | RegExp): boolean =>
    typeof name === 'string' ? found === name || found.startsWith(`${name} `) : name.test(found);
  async function to(name: string | RegExp): Promise<void> {
    const seen: string[] = [];
    let stop = await focused(page);
    while (!matches(stop, name)) {
      if (seen.length === most)
        throw new Error(
          `The keyboard does not come to ${name} on ${page.url()}: ${seen.slice(-most / 4).join(' | ')}`,
        );
      await press('Tab');
      stop = await focused(page);
      seen.push(stop);
    }
  }
  async function enter(name: string | RegExp): Promise<void> {
    await to(name);
    await press('Enter');
  }
  return {
    steps: () => steps,
    press,
    to,
    async write(name, text) {
      await to(name);
      await press('Control+a');
      steps += 1;
      await page.keyboard.type(text);
    },
    enter,
    async follow(name) {
      await to(name);
      const next = page.waitForEvent('load');
      await press('Enter');
      await next;
    },
    async tick(name) {
      await to(name);
      await press('Space');
    },
    where: () => focused(page),
  };
}

/** What a screen reader would call that which has the focus, nearly. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return '';
    const labels =
      at instanceof HTMLInputElement ||
      at instanceof HTMLTextAreaElement ||
      at instanceof HTMLSelectElement
        ? at.labels
        : null;
    const by = (at.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
    const group =
      labels !== null && labels.length > 0
        ? ''
        : (at.closest('fieldset')?.querySelector('legend')?.textContent ?? '');
    const own =
      at.getAttribute('aria-label') ??
      (by.trim() || labels?.[0]?.textContent || (labels === null ? at.textContent : group) || '');
    return own.replace(/\s+/g, ' ').trim();
  });
}
