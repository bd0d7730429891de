import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { chromium } from '../services/chromium.ts';
import { axeViolations, sidewaysScroll } from './judge-page.ts';
import { keepPicture, openPage } from './open-page.ts';
import { openPortal } from './open-portal.ts';

/** The pages of those who run the site, and the log of an organisation: looked at as every other page is. */
const pages = [
  { name: 'operator-overview', path: '/operator' },
  { name: 'operator-organizations', path: '/operator/organizations' },
  { name: 'operator-users', path: '/operator/users' },
  { name: 'operator-jobs', path: '/operator/jobs?state=waiting' },
  { name: 'operator-mail', path: '/operator/mail' },
  { name: 'operator-search', path: '/operator/search' },
  { name: 'operator-log', path: '/operator/log' },
  { name: 'workspace-log', path: '/workspace/umea/log?action=record-imported' },
] as const;

const readers = [
  { name: 'sv-light-1280', language: 'sv', scheme: 'light', width: 1280 },
  { name: 'sv-dark-768', language: 'sv', scheme: 'dark', width: 768 },
  { name: 'en-light-320', language: 'en', scheme: 'light', width: 320 },
] as const;

const browser = await chromium();
if ('missing' in browser) {
  test('the pages of the operator are looked at', { skip: browser.missing }, () => undefined);
} else {
  await operatorPages(browser);
}

async function operatorPages(chrome: Browser): Promise<void> {
  const portal = await openPortal();
  after(async () => {
    await chrome.close();
    await portal.close();
  });
  const operator = await portal.person('operator');
  for (const { name, path } of pages) {
    test(`${path} is accessible and fits its window`, async () => {
      for (const reader of readers) {
        const { page, faults, close } = await openPage(chrome, portal.url, {
          ...reader,
          cookie: operator.cookie,
        });
        const reply = await page.goto(path, { waitUntil: 'networkidle' });
        assert.equal(reply?.status(), 200);
        await keepPicture(page, `${name}-${reader.name}`);
        assert.deepEqual(await axeViolations(page), [], reader.name);
        assert.deepEqual(await sidewaysScroll(page), [], reader.name);
        assert.deepEqual(faults, [], reader.name);
        assert.equal(await page.locator('h1').count(), 1);
        await close();
      }
    });
  }
}
