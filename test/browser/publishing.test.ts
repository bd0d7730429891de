import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { chromium } from '../services/chromium.ts';
import { axeViolations, sidewaysScroll } from './judge-page.ts';
import { keepPicture, openPage } from './open-page.ts';
import { openPortal } from './open-portal.ts';

/** Descriptions are looked through, declared, published, compared and taken back, in a browser. */

const browser = await chromium();

if ('missing' in browser) {
  test('people publish in a browser', { skip: browser.missing }, () => undefined);
} else {
  await journeys(browser);
}

async function journeys(chrome: Browser): Promise<void> {
  const portal = await openPortal();
  after(async () => {
    await chrome.close();
    await portal.close();
  });
  const person = await portal.person({ role: 'administrator', organization: 'umea' });
  const path = '/workspace/umea/datasets/umea-badplatser';

  for (const [name, address] of [
    ['publish', `${path}/publish`],
    ['withdraw', `${path}/withdraw`],
    ['versions', `${path}/versions`],
    ['profile', '/workspace/umea/profile'],
    ['bulk', '/workspace/umea/bulk'],
    ['import', '/workspace/umea/import'],
  ] as const) {
    test(`the page of ${name} is without fault, wide and narrow, light and dark`, async () => {
      for (const reader of [{}, { width: 320, colorScheme: 'dark' }] as const) {
        const { page, faults, close } = await openPage(chrome, portal.url, {
          cookie: person.cookie,
          ...reader,
        });
        await page.goto(address);
        assert.deepEqual(await axeViolations(page), []);
        assert.deepEqual(await sidewaysScroll(page), []);
        await keepPicture(page, `workspace-${name}-${'width' in reader ? 'narrow' : 'wide'}`);
        assert.deepEqual(faults, []);
        await close();
      }
    });
  }

  test('one licence for two datasets by the list: looked at, done, and undone', async () => {
    const { page, faults, close } = await openPage(chrome, portal.url, { cookie: person.cookie });
    await page.goto('/workspace/umea/datasets');
    const boxes = page.locator('input[type=checkbox][form=bulk]');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.locator('select[name=action]').selectOption('change');
    await page.locator('#bulk button').click();
    await page.locator('select[name=property]').selectOption('keyword');
    await page.locator('input[name=mode][value=add]').check();
    await page.locator('main form button').click();
    await page.locator('textarea[name=valueSv]').fill('sommarprov');
    await page.locator('main form button').click();
    await page.locator('.bulk-rows > li').nth(1).waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await page.locator('main form button[type=submit]').click();
    await page.waitForURL(/bulk\?done=/);
    assert.deepEqual(await axeViolations(page), []);
    await page.locator('main .action-form button').first().click();
    await page.locator('.notice.good').waitFor();
    assert.deepEqual(faults, []);
    await close();
  });
}
