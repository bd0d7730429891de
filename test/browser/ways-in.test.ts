import assert from 'node:assert/strict';
import { after, type TestContext, test } from 'node:test';
import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { chromium } from '../services/chromium.ts';
import { freePort } from '../services/free-port.ts';
import { startIdentityProvider } from '../services/identity-provider.ts';
import { axeViolations, sidewaysScroll } from './judge-page.ts';
import { lettersIn } from './letters-in-folder.ts';
import { arriveAt, keepPicture, openPage } from './open-page.ts';
import { openPortal } from './open-portal.ts';

/** The pages between out and in: nobody comes to them by an address alone. */

const password = 'grön häst på taket';
const browser = await chromium();

if ('missing' in browser) {
  test('the ways in are walked in a browser', { skip: browser.missing }, () => undefined);
} else {
  waysIn(browser);
}

function waysIn(chrome: Browser): void {
  after(() => chrome.close());
  test('choosing a password, codes, recovery codes and a provider to link can be read by everybody', async (t) => {
    const { portal, idp } = await openWithProvider(t);
    const { email } = await portal.person({ role: 'editor', organization: 'umea' });
    const letters = lettersIn(portal.data);
    const { page, faults, close } = await openPage(chrome, portal.url, {});

    await page.goto('/reset');
    await page.fill('[name=email]', email);
    await page.locator('main form button').click();
    await look(page, 'reset-sent');
    await page.goto(await letters.link(email));
    await look(page, 'reset-choose');
    await page.fill('[name=password]', password);
    await page.locator('main form button').click();
    await page.waitForURL((url) => url.pathname.startsWith('/workspace'));

    await page.goto('/account/second-factor');
    const secret = await page.inputValue('[name=secret]');
    await page.fill('[name=code]', new TOTP({ secret }).generate());
    await page.locator('main form button').click();
    await page.locator('.recovery-codes').waitFor();
    await look(page, 'recovery-codes');
    const recovery = (await page.locator('.recovery-codes code').first().textContent()) ?? '';
    await page.goto('/account/security');
    await look(page, 'security-second-factor');

    await page.context().clearCookies();
    await signIn(page, email);
    await arriveAt(page, '/sign-in/code');
    await look(page, 'sign-in-code');
    await page.fill('[name=code]', '000000');
    await page.locator('main form button').click();
    await page.locator('.field-error').first().waitFor();
    await look(page, 'sign-in-code-wrong');
    await page.fill('[name=code]', recovery);
    await page.locator('main form button').click();
    await page.waitForURL((url) => url.pathname.startsWith('/workspace'));

    // The provider is another host, and meant to be asked.
    assert.deepEqual(faults, []);
    await page.context().clearCookies();
    idp.person = { sub: 'anna', email, email_verified: true };
    await page.goto('/sign-in/with/test');
    await arriveAt(page, '/sign-in/link');
    await look(page, 'sign-in-link');
    await close();
  });
}

/** A site with a provider beside it. Both are ended with the test. */
async function openWithProvider(t: TestContext) {
  const port = String(await freePort());
  const idp = await startIdentityProvider(t, [`http://localhost:${port}/sign-in/callback/test`]);
  const portal = await openPortal({
    PORT: port,
    DATATORGET_OIDC_PROVIDERS: 'test',
    DATATORGET_OIDC_TEST_LABEL: 'Provleverantören',
    DATATORGET_OIDC_TEST_ISSUER: idp.issuer,
    DATATORGET_OIDC_TEST_CLIENT_ID: idp.clientId,
    DATATORGET_OIDC_TEST_CLIENT_SECRET: idp.clientSecret,
  });
  t.after(() => portal.close());
  return { portal, idp };
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', password);
  await page.locator('main form button').first().click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** The page as it stands, wide and light, narrow and dark. */
async function look(page: Page, name: string): Promise<void> {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await keepPicture(page, `${name}-${colorScheme}-${width}`);
    assert.deepEqual(await axeViolations(page), [], `${name} ${width}`);
    assert.deepEqual(await sidewaysScroll(page), [], `${name} ${width}`);
  }
}
