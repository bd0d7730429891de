import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { chromium } from '../services/chromium.ts';
import { type Address, addresses } from './addresses.ts';
import { axeViolations, sidewaysScroll } from './judge-page.ts';
import { keepPicture, type Reader } from './open-page.ts';
import { openPortal, type PortalPerson } from './open-portal.ts';
import { openWindows, type Windows } from './open-windows.ts';

const browser = await chromium();

const readers: readonly (Reader & { readonly name: string })[] = [
  { name: 'sv-light-1280', language: 'sv', scheme: 'light', width: 1280 },
  { name: 'sv-dark-768', language: 'sv', scheme: 'dark', width: 768 },
  { name: 'en-light-320', language: 'en', scheme: 'light', width: 320 },
];

if ('missing' in browser) {
  test('every page is looked at in a browser', { skip: browser.missing }, () => undefined);
} else {
  await everyPage(browser);
}

async function everyPage(chrome: Browser): Promise<void> {
  const portal = await openPortal();
  after(async () => {
    await chrome.close();
    await portal.close();
  });
  const windows = openWindows(chrome, portal.url);
  const people = new Map<string, Promise<PortalPerson>>();
  const personFor = (as: Address['as']): Promise<PortalPerson> | undefined => {
    if (as === undefined) return undefined;
    const known =
      people.get(as) ?? portal.person(as === 'operator' ? as : { role: as, organization: 'umea' });
    people.set(as, known);
    return known;
  };
  for (const { name, path, status = 200, as } of addresses) {
    test(`${path} is accessible, fits its window and asks nothing of another host`, async () => {
      const person = await personFor(as);
      const signedIn = person === undefined ? {} : { cookie: person.cookie };
      await Promise.all(
        // Whoever works here meets the same frame on each page: the widest and the narrowest tell enough.
        readers
          .filter(({ width }) => person === undefined || width !== 768)
          .map((reader) =>
            look(windows, { name, path, status, reader: { ...reader, ...signedIn } }),
          ),
      );
    });
  }
}

/** One page as one reader has it. @throws AssertionError */
async function look(
  windows: Windows,
  asked: {
    readonly name: string;
    readonly path: string;
    readonly status: number;
    readonly reader: (typeof readers)[number];
  },
): Promise<void> {
  const { name, path, status, reader } = asked;
  const { page, faults } = await windows(reader);
  const before = faults.length;
  const reply = await page.goto(path, { waitUntil: 'networkidle' });
  assert.equal(reply?.status(), status);
  await keepPicture(page, `${name}-${reader.name}`);
  assert.deepEqual(await axeViolations(page), [], reader.name);
  assert.deepEqual(await sidewaysScroll(page), [], reader.name);
  assert.deepEqual(faults.slice(before), [], reader.name);
  assert.equal(await page.getAttribute('html', 'lang'), reader.language);
  assert.equal(await page.locator('h1').count(), 1);
}
