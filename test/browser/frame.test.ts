import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { chromium } from '../services/chromium.ts';
import { sidewaysScroll } from './judge-page.ts';
import { openPage } from './open-page.ts';
import { openPortal } from './open-portal.ts';

const browser = await chromium();

if ('missing' in browser) {
  test('the frame is used in a browser', { skip: browser.missing }, () => undefined);
} else {
  await frame(browser);
}

async function frame(chrome: Browser): Promise<void> {
  const portal = await openPortal();
  after(async () => {
    await chrome.close();
    await portal.close();
  });

  test('the first Tab shows the way past the top bar, and Enter takes it', async () => {
    const { page, close } = await openPage(chrome, portal.url);
    await page.goto('/about');
    await page.keyboard.press('Tab');
    const skip = page.locator('.skip-link');
    assert.ok(await skip.evaluate((link) => link === document.activeElement));
    assert.ok(((await skip.boundingBox())?.height ?? 0) > 24);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
    await close();
  });

  test('a page that the browser has already looks the same when it is asked for again', async () => {
    // Not by `openPage`: whoever listens to requests turns the browser's cache off.
    const context = await chrome.newContext({ baseURL: portal.url, locale: 'sv-SE' });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    const heights: (number | undefined)[] = [];
    for (const path of ['/datasets/umea-badplatser', '/about', '/datasets/umea-badplatser']) {
      await page.goto(path);
      if (path !== '/about') heights.push((await page.locator('h1').boundingBox())?.height);
    }
    assert.deepEqual(faults, []);
    assert.equal(heights[1], heights[0]);
    await context.close();
  });

  test('the language is switched without scripts, and stays so on the next page', async () => {
    const { page, close } = await openPage(chrome, portal.url, { javaScript: false });
    await page.goto('/developers');
    await page.click('.top-language');
    assert.equal(new URL(page.url()).pathname, '/developers');
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    await page.click('.bottom a[href="/status"]');
    assert.equal(await page.textContent('h1'), 'Service status');
    await close();
  });

  test('lines of code have a button that copies them only where there is a script', async () => {
    const without = await openPage(chrome, portal.url, { javaScript: false });
    await without.page.goto('/developers');
    assert.equal(await without.page.locator('.copy-button:visible').count(), 0);
    await without.close();
    const { page, close } = await openPage(chrome, portal.url);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/developers');
    await page.click('#search .copy-button');
    await page.waitForSelector('#search .copy-button [role="status"]');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await page.textContent('#search code'));
    await close();
  });

  test('nothing is lost when letters, lines and words are set further apart (WCAG 2.2 §1.4.12)', async () => {
    const { page, close } = await openPage(chrome, portal.url, { width: 360 });
    for (const path of [
      '/',
      '/datasets?q=badplatser',
      '/datasets/umea-badplatser',
      '/developers',
    ]) {
      await page.goto(path);
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
        );
        document.adoptedStyleSheets = [sheet];
      });
      assert.deepEqual(await sidewaysScroll(page), [], path);
    }
    await close();
  });
}
