import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { chromium } from '../services/chromium.ts';
import { axeViolations } from './judge-page.ts';
import { keepPicture, openPage } from './open-page.ts';
import { openPortal } from './open-portal.ts';

/** What people come to do, done as they do it: with a pointer, by keyboard alone, and without scripts. */

const browser = await chromium();

if ('missing' in browser) {
  test('people search in a browser', { skip: browser.missing }, () => undefined);
} else {
  await journeys(browser);
}

async function journeys(chrome: Browser): Promise<void> {
  const portal = await openPortal();
  after(async () => {
    await chrome.close();
    await portal.close();
  });
  const { url } = portal;

  for (const javaScript of [true, false]) {
    const how = javaScript ? 'with a script' : 'without a script';

    test(`an inflected word is found, marked, narrowed by two facets, and opened, ${how}`, async () => {
      const { page, faults, close } = await openPage(chrome, url, { javaScript });
      await page.goto('/');
      await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('badplatserna');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/datasets\?q=badplatserna$/);
      assert.match(await heading(page), /^\d+ träffar för ”badplatserna”$/);
      assert.deepEqual(await page.locator('.hit-title mark').first().allInnerTexts(), [
        'Badplatser',
      ]);

      await choose(page, 'Umeå kommun', javaScript);
      await page.waitForURL(/organization=umea/);
      await choose(page, 'Karta och geodata', javaScript);
      await page.waitForURL(/format=map/);
      assert.match(await heading(page), /^1 träff för/);
      assert.equal(await page.locator('.chip[data-chosen]').count(), 2);

      await page.getByRole('link', { name: 'Ta bort Format: Karta och geodata' }).click();
      await page.waitForURL((address) => !address.search.includes('format'));
      assert.equal(await page.locator('.chip[data-chosen]').count(), 1);

      await page.goBack();
      await page.waitForURL(/format=map/);
      await page.waitForFunction(
        () => document.querySelectorAll('.chip[data-chosen]').length === 2,
      );
      assert.ok(await page.locator('input[name="format"][value="map"]').isChecked());

      await page.getByRole('link', { name: 'English' }).click();
      await page.waitForFunction(() => document.documentElement.lang === 'en');
      assert.match(page.url(), /q=badplatserna&organization=umea&format=map/);
      await page.locator('.hit-title a').first().click();
      await page.waitForURL(/\/datasets\/umea-badplatser/);
      assert.deepEqual(faults, []);
      await close();
    });
  }

  test('all of it is done by keyboard alone', async () => {
    const { page, faults, close } = await openPage(chrome, url);
    await page.goto('/datasets');
    await page.keyboard.press('/');
    assert.equal(await focused(page), 'q');
    await page.keyboard.type('badplatserna');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=badplatserna/);
    await page.waitForFunction(() => document.querySelectorAll('.hit').length > 0);
    assert.equal(await focused(page), 'q');

    await tabTo(page, 'organization-umea');
    await page.keyboard.press('Space');
    await page.waitForURL(/organization=umea/);
    // The box that was ticked still has the focus, and the new count was told.
    await page.waitForFunction(() => document.activeElement?.id === 'organization-umea');
    assert.match((await page.locator('#search-status').textContent()) ?? '', /^1 träff/);
    await page.keyboard.press('Space');
    await page.waitForURL((address) => !address.search.includes('organization'));
    assert.deepEqual(faults, []);
    await close();
  });

  test('suggestions come while somebody types, and are gone through and chosen by keyboard', async () => {
    const { page, faults, close } = await openPage(chrome, url);
    await page.goto('/datasets');
    await page.locator('#q').pressSequentially('badpl', { delay: 20 });
    const list = page.getByRole('listbox');
    await list.waitFor();
    assert.equal(await page.locator('#q').getAttribute('aria-expanded'), 'true');
    await keepPicture(page, 'search-suggestions');
    assert.deepEqual(await axeViolations(page), []);
    await page.keyboard.press('ArrowDown');
    const chosen = list.getByRole('option', { selected: true });
    assert.equal(
      await page.locator('#q').getAttribute('aria-activedescendant'),
      await chosen.getAttribute('id'),
    );
    await page.keyboard.press('Escape');
    assert.equal(await list.count(), 0);
    await page.locator('#q').press('a');
    await list.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => address.pathname + address.search !== '/datasets');
    assert.deepEqual(faults, []);
    await close();
  });

  test('on a narrow screen the facets are behind one button, which says how many are chosen', async () => {
    for (const javaScript of [true, false]) {
      const { page, faults, close } = await openPage(chrome, url, { width: 360, javaScript });
      await page.goto('/datasets?q=badplatserna&organization=umea');
      const button = page.locator('#facets > summary');
      assert.match((await button.textContent()) ?? '', /Filtrera \(1\)/);
      assert.equal(await page.locator('#format-csv').isVisible(), false);
      await button.click();
      await page.locator('#format-csv').check();
      await page.locator('.facets-end button').click();
      await page.waitForURL(/format=csv/);
      await page.waitForFunction(
        () => document.querySelector('#facets > summary')?.textContent?.includes('(2)') === true,
      );
      assert.deepEqual(faults, []);
      await close();
    }
  });

  test('all values of a facet are had in place, and one is found by its letters', async () => {
    const { page, faults, close } = await openPage(chrome, url);
    await page.goto('/datasets');
    await page.locator('#facet-theme .facet-all').click();
    const field = page.locator('#facet-theme .facet-find');
    await field.fill('halsa');
    const shown = page.locator('#facet-theme .facet-options > li:visible');
    assert.deepEqual(await shown.locator('a > span:first-child').allInnerTexts(), ['Hälsa']);
    assert.deepEqual(await axeViolations(page), []);
    await page.locator('#theme-HEAL').check();
    await page.waitForURL(/theme=HEAL/);
    assert.deepEqual(faults, []);
    await close();
  });

  test('the drawn map and the timeline narrow the search, and what is folded out stays so', async () => {
    const { page, faults, close } = await openPage(chrome, url);
    await page.goto('/datasets');
    await page.locator('#view-map > summary').click();
    await page
      .locator('.map-list')
      .getByRole('link', { name: /^Skåne län/ })
      .click();
    await page.waitForURL(/place=3337385/);
    assert.ok(await page.locator('#view-map').evaluate((fold) => fold.hasAttribute('open')));
    await keepPicture(page, 'search-map');
    assert.deepEqual(await axeViolations(page), []);
    await page.locator('#view-years > summary').click();
    await page.locator('#view-years .chart-table > summary').click();
    await page.locator('#view-years tbody a').last().click();
    await page.waitForURL(/from=\d{4}&to=\d{4}/);
    assert.deepEqual(faults, []);
    await close();
  });

  test('the map that can be moved is our own, and an area on it narrows the search', async () => {
    const { page, faults, close } = await openPage(chrome, url);
    await page.goto('/datasets?organization=umea');
    await page.locator('#view-map > summary').click();
    await page.locator('.map-offer').click();
    const here = page.getByRole('button', { name: 'Sök i det område som syns' });
    const failed = page.getByText('Kartan kunde inte visas här');
    await here.or(failed).waitFor({ timeout: 60_000 });
    // A machine that cannot draw it still has the list.
    if (await here.isVisible()) {
      assert.ok((await page.locator('.map-marker').count()) > 0);
      assert.deepEqual(await axeViolations(page), []);
      await here.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/bbox=/);
      await page.getByRole('link', { name: 'Ta bort Område på kartan' }).waitFor();
    }
    assert.deepEqual(faults, []);
    await close();
  });

  test('nothing found says what stands in the way', async () => {
    const { page, close } = await openPage(chrome, url);
    await page.goto('/datasets?q=badplatser&theme=TRAN');
    await page.getByRole('link', { name: /^Utan Tema: Transport/ }).click();
    await page.waitForURL(/\/datasets\?q=badplatser$/);
    assert.match(await heading(page), /^\d+ träff/);
    await close();
  });
}

async function heading(page: Page): Promise<string> {
  const text = await page.locator('#results-title').textContent();
  return (text ?? '').trim();
}

/** Ticks a box: a script searches at once, without one the button does. */
async function choose(page: Page, name: string, javaScript: boolean): Promise<void> {
  const box = page.getByRole('checkbox', { name });
  await box.check();
  if (javaScript) return;
  await page.locator('.disclosure').filter({ has: box }).locator('.facet-submit').click();
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '');
}

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused(page)) === id) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never came to ${id}.`);
}
