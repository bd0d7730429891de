import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { chromium } from '../services/chromium.ts';
import { axeViolations, sidewaysScroll } from './judge-page.ts';
import { keepPicture, openPage } from './open-page.ts';
import { openPortal } from './open-portal.ts';

/** That people find what they look for with large letters, by ear, on paper, in their own colours and in the browsers they have. */

const browser = await chromium();

if ('missing' in browser) {
  test('everybody searches in a browser', { skip: browser.missing }, () => undefined);
} else {
  await forEveryone(browser);
}

async function forEveryone(chrome: Browser): Promise<void> {
  const portal = await openPortal();
  after(async () => {
    await chrome.close();
    await portal.close();
  });
  const { url } = portal;
  const lists = ['/datasets?q=badplatserna', '/search/datasets/place', '/organizations'];

  test('what was ticked or followed keeps the focus, else the answers get it, and the count is told once', async () => {
    const { page, faults, close } = await openPage(chrome, url);
    await page.goto('/datasets?q=vatten');
    await page.locator('#theme-ENVI').focus();
    await follows(page, 'Space', /theme=ENVI/);
    assert.deepEqual(await heard(page), { focus: 'theme-ENVI', status: await count(page) });

    await page.locator('.chip[data-chosen]').focus();
    await follows(page, 'Enter', /\?q=vatten$/);
    // The answers are called by their count, which is heard as they get the focus.
    assert.deepEqual(await heard(page), { focus: 'results', status: '' });

    await page.locator('#sort-title').focus();
    await follows(page, 'Enter', /sort=title/);
    assert.deepEqual(await heard(page), { focus: 'sort-title', status: await count(page) });

    await page.locator('#view-map > summary').click();
    const county = page.locator('.map-list a').first();
    await county.focus();
    const id = (await county.getAttribute('id')) ?? '';
    await follows(page, 'Enter', /place=/);
    assert.deepEqual(await heard(page), { focus: id, status: await count(page) });

    await page.locator('#view-years > summary').click();
    await page.locator('.chart-table > summary').click();
    const year = page.locator('.chart-table a').first();
    await year.focus();
    const row = (await year.getAttribute('id')) ?? '';
    await follows(page, 'Enter', /from=/);
    assert.equal((await heard(page)).focus, row);
    assert.deepEqual(faults, []);
    await close();
  });

  test('what is folded is as accessible, and as narrow, when it is unfolded', async () => {
    for (const width of [320, 1280]) {
      // So high that no choice lies under the button that sticks to the window's edge: one scrolls, axe does not.
      const { page, faults, close } = await openPage(chrome, url, { width, height: 6000 });
      for (const path of lists) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await unfoldAll(page);
        await page.waitForLoadState('networkidle');
        assert.deepEqual(await axeViolations(page), [], `${path} ${width}`);
        assert.deepEqual(await sidewaysScroll(page), [], `${path} ${width}`);
      }
      assert.deepEqual(faults, []);
      await close();
    }
  });

  test('letters twice as large fit the window (WCAG 2.2 §1.4.4)', async () => {
    const { page, close } = await openPage(chrome, url, { width: 720 });
    for (const path of lists) {
      await page.goto(path);
      await addStyle(page, 'html { font-size: 200% !important }');
      assert.deepEqual(await sidewaysScroll(page), [], path);
    }
    await close();
  });

  test('a page whose address says its language leads on in that language', async () => {
    for (const javaScript of [true, false]) {
      const { page, faults, close } = await openPage(chrome, url, { language: 'sv', javaScript });
      await page.goto('/datasets?q=vatten&lang=en');
      await page.locator('.sort a').last().click();
      await page.waitForURL(/sort=quality/);
      await page.waitForFunction(() => document.querySelector('.sort')?.ariaLabel !== null);
      assert.match(await count(page), /results? for/);
      await page.goto('/organizations');
      assert.equal(await page.getAttribute('html', 'lang'), 'en');
      assert.deepEqual(faults, []);
      await close();
    }
  });

  test('a browser that cannot unfold the facets by style unfolds them by script, where there is room', async () => {
    for (const [width, isOpen] of [
      [1280, true],
      [360, false],
    ] as const) {
      const { page, close } = await openPage(chrome, url, { width });
      await page.addInitScript(() => {
        CSS.supports = () => false;
      });
      await page.goto('/datasets');
      assert.equal(
        await page.evaluate(() => document.querySelector('#facets[open]') !== null),
        isOpen,
      );
      await close();
    }
  });

  test('a file format is found in the list of formats, under its kind', async () => {
    const { page, close } = await openPage(chrome, url);
    await page.goto('/search/datasets/format');
    await page.getByLabel('Hitta i listan').fill('tiff');
    const shown = page.locator('.facet-options > li:visible > .facet-option a > span:first-child');
    assert.deepEqual(await shown.allInnerTexts(), ['Bild, ljud och film', 'TIFF']);
    assert.equal(await page.locator('.facet [role="status"]').textContent(), '1 val visas');
    await close();
  });

  test('on paper there are the question and the answers', async () => {
    const { page, close } = await openPage(chrome, url);
    await page.emulateMedia({ media: 'print' });
    await page.goto('/datasets?q=badplatserna');
    await keepPicture(page, 'search-print');
    assert.ok(await page.locator('.hit').first().isVisible());
    assert.ok(await page.locator('#results-title').isVisible());
    for (const hidden of ['.facets', '.sort', '.results-views', '.top-menu', '.search-form']) {
      assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
    }
    await close();
  });

  test('in the colours of the reader it is seen which order is chosen, and on what page one is', async () => {
    const { page, close } = await openPage(chrome, url);
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto('/datasets?q=badplatserna');
    await keepPicture(page, 'search-forced-colors');
    for (const current of ['.sort [aria-current]', '.top-menu [aria-current]']) {
      const line = await page
        .locator(current)
        .evaluate((link) => getComputedStyle(link).borderBlockEndWidth);
      assert.notEqual(line, '0px', current);
    }
    await close();
  });
}

/** Presses a key and waits for the search that it leads to. */
async function follows(page: Page, key: string, address: RegExp): Promise<void> {
  await page.evaluate(() => {
    document.getElementById('search')?.classList.add('is-old');
  });
  await page.keyboard.press(key);
  await page.waitForURL(address);
  await page.waitForFunction(() => document.querySelector('#search:not(.is-old)') !== null);
}

/** What a screen reader says after a step: what has the focus, and what is told beside it. */
function heard(page: Page): Promise<{ readonly focus: string; readonly status: string }> {
  return page.evaluate(() => ({
    focus: document.activeElement?.id ?? '',
    status: document.getElementById('search-status')?.textContent ?? '',
  }));
}

async function count(page: Page): Promise<string> {
  return ((await page.locator('#results-title').textContent()) ?? '').trim();
}

async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    // Where the button that sticks to the edge of the window lies over no choice.
    scrollTo(0, document.body.scrollHeight);
  });
}

/** As a reader's own style sheet; one in the page is against its policy. */
async function addStyle(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
}
