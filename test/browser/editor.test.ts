import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { chromium } from '../services/chromium.ts';
import { axeViolations, sidewaysScroll } from './judge-page.ts';
import { keepPicture, type OpenPage, openPage, type Reader } from './open-page.ts';
import { openPortal } from './open-portal.ts';

/** Descriptions are written, judged, saved and mended as people do it: with a pointer and by keyboard alone, online and off. */

const browser = await chromium();

if ('missing' in browser) {
  test('people write in a browser', { skip: browser.missing }, () => undefined);
} else {
  await journeys(browser);
}

async function journeys(chrome: Browser): Promise<void> {
  const portal = await openPortal();
  after(async () => {
    await chrome.close();
    await portal.close();
  });
  const person = await portal.person({ role: 'editor', organization: 'goteborg' });
  const other = await portal.person({ role: 'editor', organization: 'goteborg' });

  /** The editor of a sample dataset, judged and ready. Each test has a dataset of its own. */
  async function edit(name: string, reader: Reader = {}): Promise<OpenPage> {
    const opened = await openPage(chrome, portal.url, { cookie: person.cookie, ...reader });
    await opened.page.goto(`/workspace/goteborg/datasets/${name}/edit`);
    await opened.page.locator('#editor[data-judged]').waitFor();
    return opened;
  }

  test('what is wrong is said beside its field once it is left, and gone as soon as it is mended', async () => {
    const { page, faults, close } = await edit('goteborg-badvatten');
    const title = page.locator('[name="/title/sv"]');
    const issues = page.locator('[data-issues="/title"]');
    await title.fill('');
    await page.waitForTimeout(400);
    assert.equal(
      await issues.locator('.error').count(),
      0,
      'nothing is said while it is written in',
    );
    await page.keyboard.press('Tab');
    await issues.locator('.error, .warning').first().waitFor();
    assert.equal(
      await title.getAttribute('aria-describedby').then((ids) => ids?.includes('/title-issues')),
      true,
    );
    await page.locator('[data-issue-list] a[data-goto="/title"]').first().click();
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute('name')),
      '/title/sv',
    );
    await title.pressSequentially('Badvatten');
    await issues.locator('.error, .warning').first().waitFor({ state: 'detached' });
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual(faults, []);
    await close();
  });

  test('of a new description nothing is said beside empty fields until somebody has been there or asks', async () => {
    const { page, faults, close } = await openPage(chrome, portal.url, { cookie: person.cookie });
    await page.goto('/workspace/goteborg/datasets/new');
    await page.locator('[name="title"]').fill('Lekplatser');
    await page.getByRole('button', { name: 'Skapa utkast' }).click();
    await page.locator('#editor[data-judged]').waitFor();
    const said = page.locator('.field-issues > li');
    const description = page.locator('[data-issues="/description"] > .error');
    const places = await said.evaluateAll((items) =>
      items.map((item) => item.parentElement?.dataset.issues),
    );
    assert.deepEqual([...new Set(places)], ['/title'], 'of what is written something may be said');
    assert.match((await page.locator('[data-issue-list]').textContent()) ?? '', /1 fel att rätta/);

    await page.locator('[name="/description/sv"]').focus();
    await page.keyboard.press('Tab');
    await description.waitFor();
    const whole = await said.count();
    await page.locator('[data-issue-list]').getByRole('button').click();
    await page.waitForFunction(
      (before) => document.querySelectorAll('.field-issues > li').length > before,
      whole,
    );
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Beskrivning');
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual(faults, []);
    await close();
  });

  test('the next best fix leads to its field, and doing it is worth what it says', async () => {
    const { page, close } = await edit('goteborg-budget-utfall');
    const total = async () =>
      Number.parseInt((await page.locator('.editor-stat strong').nth(1).textContent()) ?? '', 10);
    const themes = page.locator('[data-pointer="/theme"] input[type="checkbox"]:checked');
    while ((await themes.count()) > 0) await themes.first().uncheck();
    await page.locator('.editor-next-fix', { hasText: '+30' }).waitFor();
    const link = await page.locator('.editor-next-fix').elementHandle();
    const before = await total();
    await page.locator('.editor-next-fix').click();
    await page.keyboard.press('Space');
    await page.locator('.editor-next-fix', { hasText: '+30' }).waitFor({ state: 'detached' });
    assert.equal(await total(), before + 30);
    const isSame = await link?.evaluate(
      (element) => element === document.querySelector('.editor-next-fix'),
    );
    assert.ok(isSame, 'it is the same link all along, for whoever stands on it');
    await close();
  });

  test('what is written is saved by itself, and is there when the page is opened again', async () => {
    const { page, faults, close } = await edit('goteborg-byggnader');
    await page.locator('[name="/title/sv"]').fill('Byggnader, alla');
    await saved(page);
    assert.match((await page.locator('[data-saved]').textContent()) ?? '', /^Sparat \d\d\.\d\d$/);
    await page.reload();
    assert.equal(await page.locator('[name="/title/sv"]').inputValue(), 'Byggnader, alla');
    await page.locator('[name="/title/sv"]').fill('Byggnader');
    await page.keyboard.press('Control+s');
    await saved(page);
    assert.deepEqual(faults, []);
    await close();
  });

  test('without a connection nothing is lost: it is said, kept here, and saved when there is one again', async () => {
    const { page, close } = await edit('goteborg-skolor');
    const title = page.locator('[name="/title/sv"]');
    await page.context().setOffline(true);
    await title.fill('Skrivet på tåget');
    await page.locator('[data-saved][data-state="offline"]').waitFor();
    assert.match((await page.locator('[data-saved]').textContent()) ?? '', /ingen förbindelse/);
    assert.equal(await copies(page), 1);
    await page.context().setOffline(false);
    await saved(page);
    assert.equal(await copies(page), 0);
    await close();
  });

  test('what a page left behind unsaved is offered the next time', async () => {
    const { page, close } = await edit('goteborg-trad');
    await page.context().setOffline(true);
    await page.locator('[name="/title/sv"]').fill('Innan batteriet tog slut');
    await page.locator('[data-saved][data-state="offline"]').waitFor();
    // As a browser that dies: no page is left in good order.
    page.on('dialog', (dialog) => dialog.accept());
    await page.context().setOffline(false);
    const left = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    await page.goto('/about');
    await page.evaluate((json) => {
      for (const [key, value] of Object.entries(JSON.parse(json)))
        localStorage.setItem(key, String(value));
    }, left);
    await page.goto('/workspace/goteborg/datasets/goteborg-trad/edit');
    const offer = page.locator('.editor-left');
    if ((await page.locator('[name="/title/sv"]').inputValue()) !== 'Innan batteriet tog slut') {
      await offer.getByRole('button', { name: 'Ta fram det' }).click();
      await page.waitForLoadState();
    }
    assert.equal(await page.locator('[name="/title/sv"]').inputValue(), 'Innan batteriet tog slut');
    assert.equal(await copies(page), 0);
    await close();
  });

  test('two who write at once are told, and choose between what they wrote', async () => {
    const one = await edit('goteborg-forskolor');
    const two = await edit('goteborg-forskolor', { cookie: other.cookie });
    await one.page.locator('[name="/title/sv"]').fill('Luft, säger den ena');
    await saved(one.page);
    await two.page.locator('[name="/title/sv"]').fill('Luft, säger den andra');
    await two.page.locator('[data-saved][data-state="collision"]').waitFor();
    await keepPicture(two.page, 'editor-collision');
    assert.deepEqual(await axeViolations(two.page), []);
    await two.page.getByRole('button', { name: 'Jämför och välj' }).click();
    await two.page.waitForLoadState();
    const text = (await two.page.locator('main').textContent()) ?? '';
    assert.match(text, /Luft, säger den ena/);
    assert.match(text, /Luft, säger den andra/);
    await one.close();
    await two.close();
  });

  test('files are added, moved and removed by keyboard, and what was removed is had back', async () => {
    const { page, faults, close } = await edit('goteborg-parkering');
    const files = page.locator('[data-members="/distribution"] > .editor-node');
    const before = await files.count();
    await page.locator('[name="action"][value="add:/distribution"]').focus();
    await page.keyboard.press('Enter');
    await count(files, before + 1);
    await page.waitForFunction(
      (start) => document.activeElement?.getAttribute('name')?.startsWith(start),
      `/distribution/${before}/`,
    );
    await page.keyboard.type('https://data.goteborg.se/ny.csv');
    const typed = await page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
    await page.keyboard.press('Alt+ArrowUp');
    await page.waitForFunction(
      ([name, value]) =>
        document.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value === value,
      [typed.replace(`/${before}/`, `/${before - 1}/`), 'https://data.goteborg.se/ny.csv'] as const,
    );
    const remove = page.locator(`[name="action"][value="remove:/distribution/${before - 1}"]`);
    await remove.focus();
    await page.keyboard.press('Enter');
    await count(files, before);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Ångra');
    assert.deepEqual(await axeViolations(page), []);
    await page.keyboard.press('Enter');
    await count(files, before + 1);
    await saved(page);
    await page.reload();
    await count(files, before + 1);
    assert.deepEqual(faults, []);
    await close();
  });

  test('what is refused is said as that, and once it is undone the buttons work again', async () => {
    const { page, close } = await edit('goteborg-skolor');
    const line = page.locator('[data-saved]');
    const title = page.locator('[name="/title/sv"]');
    const before = await title.inputValue();
    const add = page.locator('[name="action"][value="add:/distribution"]');
    const isPost = (url: URL) => /\/edit(?:\/autosave)?$/.test(url.pathname);
    await page.route(isPost, (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 404, body: '' })
        : route.continue(),
    );
    await add.click();
    await page.locator('[data-saved][data-state=refused]').waitFor();
    await title.fill('Något annat');
    await page.waitForTimeout(2000);
    assert.equal(await line.getAttribute('data-state'), 'refused');
    await page.unroute(isPost);
    await title.fill(before);
    const sent = page.waitForRequest(
      (request) => request.method() === 'POST' && new URL(request.url()).pathname.endsWith('/edit'),
    );
    await page
      .locator('[name="action"][value="publish"], [name="action"][value="draft"]')
      .first()
      .click();
    await sent;
    await close();
  });

  test('a place is found by a part of its name, and chosen by keyboard', async () => {
    const { page, close } = await edit('goteborg-badvatten');
    const field = page.locator('[data-members="/spatial"] .editor-reference input').last();
    await field.fill('harnosa');
    const list = page.getByRole('option', { name: /Härnösand/ });
    await list.first().waitFor();
    await page.keyboard.press('ArrowDown');
    assert.match((await field.getAttribute('aria-activedescendant')) ?? '', /^suggestions-/);
    assert.deepEqual(await axeViolations(page), []);
    await page.keyboard.press('Enter');
    assert.match(await field.inputValue(), /Härnösand|geonames/);
    await close();
  });

  test('languages are tabs that arrows move between, all texts at once', async () => {
    const { page, close } = await edit('goteborg-badvatten');
    const tabs = page.locator('[data-languages="/title"] [role="tab"]');
    await tabs.first().focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Engelska');
    assert.ok(await page.locator('[name="/title/en"]').isVisible());
    assert.ok(await page.locator('[name="/description/en"]').isVisible());
    assert.ok(await page.locator('[name="/title/sv"]').isHidden());
    await close();
  });

  test('what can be added is found by its letters', async () => {
    const { page, close } = await edit('goteborg-badvatten');
    const more = page.locator('section > details.editor-more[data-find]').first();
    await more.locator('summary').first().click();
    const fields = more.locator(':scope > .editor-fields > .editor-field:visible');
    const all = await fields.count();
    await more.locator('.editor-find input').fill('serie');
    assert.ok((await fields.count()) < all);
    await close();
  });

  for (const reader of [
    { scheme: 'light', language: 'sv', width: 1280 },
    { scheme: 'dark', language: 'en', width: 1280 },
    { scheme: 'light', language: 'sv', width: 320 },
  ] as const) {
    test(`the editor has no known barrier, ${reader.scheme}, ${reader.language}, ${reader.width} pixels`, async () => {
      const { page, faults, close } = await edit('goteborg-badvatten', reader);
      assert.deepEqual(await axeViolations(page), []);
      assert.deepEqual(await sidewaysScroll(page), []);
      await keepPicture(page, `editor-${reader.scheme}-${reader.width}`);
      assert.deepEqual(faults, []);
      await close();
    });
  }

  test('the page of the editor loads 40 kB of scripts at most', async () => {
    const { page, close } = await edit('goteborg-badvatten');
    const bytes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    );
    assert.ok(bytes > 1000 && bytes <= 40_000, `${bytes} bytes`);
    await close();
  });
}

async function saved(page: Page): Promise<void> {
  await page.locator('[data-saved][data-state="saved"]').waitFor();
}

/** How many copies of what is not saved the browser keeps. */
function copies(page: Page): Promise<number> {
  return page.evaluate(
    () => Object.keys(localStorage).filter((key) => key.startsWith('editor ')).length,
  );
}

/** Waits until there are so many. */
async function count(found: Locator, wanted: number): Promise<void> {
  await found
    .page()
    .waitForFunction(([selector, many]) => document.querySelectorAll(selector).length === many, [
      '[data-members="/distribution"] > .editor-node',
      wanted,
    ] as const);
}
