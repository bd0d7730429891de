import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { chromium } from '../services/chromium.ts';
import { axeViolations } from './judge-page.ts';
import { arriveAt, openPage } from './open-page.ts';
import { openPortal } from './open-portal.ts';

/** Passkeys in a real browser, with a key that answers as if its owner had touched it (WebAuthn level 3 §11, virtual authenticators). */

const browser = await chromium();

if ('missing' in browser) {
  test('people sign in with passkeys', { skip: browser.missing }, () => undefined);
} else {
  await passkeys(browser);
}

async function passkeys(chrome: Browser): Promise<void> {
  const portal = await openPortal({ DATATORGET_SAMPLE: 'false' });
  after(async () => {
    await chrome.close();
    await portal.close();
  });

  test('a passkey is added, called something else, used to sign in and to prove who one is, and taken away', async () => {
    const { cookie } = await portal.person('operator');
    const { page, faults, close } = await openPage(chrome, portal.url, { cookie });
    const key = await plugIn(page);

    await page.goto('/account/security');
    await page.getByLabel('Namn på nyckeln').fill('Arbetsdatorn');
    await page.getByRole('button', { name: 'Lägg till nyckel' }).click();
    await page.getByText('Arbetsdatorn, tillagd').waitFor();
    assert.equal(await key.count(), 1);
    assert.deepEqual(await axeViolations(page), []);

    await page.locator('summary', { hasText: 'Byt namn' }).click();
    await page.getByLabel('Nytt namn på nyckeln').fill('Telefonen');
    await page.getByRole('button', { name: 'Spara namnet' }).click();
    await page.getByText('Telefonen, tillagd').waitFor();

    await signOut(page);
    await page.goto('/sign-in?next=/account/security');
    await page.getByRole('button', { name: 'Logga in med nyckel' }).click();
    await arriveAt(page, '/account/security');
    await page.getByText(/Telefonen, tillagd .*, senast använd/).waitFor();

    await page.goto('/account/prove?next=/account');
    await page.getByRole('button', { name: 'Logga in med nyckel' }).click();
    await arriveAt(page, '/account');

    // It is the only way in by now, so a word is chosen first.
    await page.goto('/account/security');
    await page.locator('#password-part ~ form [name="password"]').fill('grön häst på taket');
    await page.locator('#password-part ~ form button').click();
    await page.waitForURL('**said=password');
    await page.getByRole('button', { name: 'Ta bort Telefonen' }).click();
    await page.getByText('Du har inga nycklar än.').waitFor();
    assert.deepEqual(faults, []);

    await signOut(page);
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Logga in med nyckel' }).click();
    await page.getByText('Det gick inte att logga in med nyckeln.').waitFor();
    await close();
  });

  test('an owner who does not let the key answer stays where they are, and is told', async () => {
    const { cookie } = await portal.person('operator');
    const { page, close } = await openPage(chrome, portal.url, { cookie });
    const key = await plugIn(page);
    await key.refuse();
    await page.goto('/account/security');
    await page.getByRole('button', { name: 'Lägg till nyckel' }).click();
    await page.getByText('Nyckeln kunde inte läggas till.').waitFor();
    assert.equal(await key.count(), 0);
    await page.getByText('Du har inga nycklar än.').waitFor();
    await close();
  });
}

async function signOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('form[action="/sign-out"]');
    form?.requestSubmit();
  });
  await page.waitForURL((url) => !url.pathname.startsWith('/account'));
}

/** A key of the device itself: it keeps its passkeys, and knows its owner. */
async function plugIn(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    count: async () =>
      (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
    refuse: () =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }),
  };
}
