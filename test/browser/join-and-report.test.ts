import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { interest, order } from '../onboarding/journey.ts';
import { chromium } from '../services/chromium.ts';
import { axeViolations, sidewaysScroll } from './judge-page.ts';
import { lettersIn } from './letters-in-folder.ts';
import { arriveAt, keepPicture, openPage, type Reader } from './open-page.ts';
import { openPortal, type PortalPerson } from './open-portal.ts';
import { openWindows } from './open-windows.ts';

const browser = await chromium();

const readers: readonly (Reader & { readonly name: string })[] = [
  { name: 'sv-light-1280', language: 'sv', scheme: 'light', width: 1280 },
  { name: 'en-dark-320', language: 'en', scheme: 'dark', width: 320 },
];

if ('missing' in browser) {
  test('the way in is walked in a browser', { skip: browser.missing }, () => undefined);
} else {
  await wayIn(browser);
}

async function wayIn(chrome: Browser): Promise<void> {
  const portal = await openPortal({
    DATATORGET_TELEPHONE: '010-123 45 67',
    DATATORGET_OPENING_HOURS: 'vardagar 9–12 och 13–16',
    DATATORGET_CONTACT: 'drift@example.se',
  });
  const operator = await portal.person('operator');
  const editor = await portal.person({ role: 'editor', organization: 'umea' });
  const letters = lettersIn(portal.data);
  after(async () => {
    await chrome.close();
    await portal.close();
  });

  const windows = openWindows(chrome, portal.url);

  /** What each kind of reader sees at the address, now. */
  const look = async (
    name: string,
    path: string,
    cookie?: PortalPerson['cookie'],
    status = 200,
  ) => {
    const seen = async (reader: (typeof readers)[number]) => {
      const { page, faults } = await windows({
        ...reader,
        ...(cookie === undefined ? {} : { cookie }),
      });
      const reply = await page.goto(path);
      assert.equal(reply?.status(), status, path);
      await keepPicture(page, `${name}-${reader.name}`);
      assert.deepEqual(await axeViolations(page), [], `${name} ${reader.name}`);
      assert.deepEqual(await sidewaysScroll(page), [], `${name} ${reader.name}`);
      assert.deepEqual(faults, [], `${name} ${reader.name}`);
      assert.equal(await page.locator('h1').count(), 1);
    };
    await Promise.all(readers.map(seen));
  };

  const desk = await openPage(chrome, portal.url, { cookie: operator.cookie });
  const outside = await openPage(chrome, portal.url, { javaScript: false });

  test('from the form to the open place, each page readable by everybody, without a script', async () => {
    await outside.page.goto('/join');
    await outside.page.getByRole('button', { name: 'Skicka anmälan' }).click();
    assert.equal(await outside.page.getByText('5 saker behöver rättas').count(), 1);
    await keepPicture(outside.page, 'join-faults');
    await fill(outside.page, { ...interest, publisherType: undefined });
    await outside.page.selectOption('[name=publisherType]', interest.publisherType);
    await outside.page.getByRole('button', { name: 'Skicka anmälan' }).click();
    await arriveAt(outside.page, '/join/sent');
    const customer = await letters.link(interest.contactEmail);
    const matter = await letters.link('drift@example.se');
    await look('join-customer-interest', customer);
    await look('operator-onboarding', '/operator/onboarding', operator.cookie);
    await look('operator-matter-interest', matter, operator.cookie);

    await desk.page.goto(matter);
    await desk.page.fill('#agree-agreement', 'KS 2026/14');
    await desk.page.getByRole('button', { name: 'Kundavtalet finns, gå vidare' }).click();
    await letters.link(interest.contactEmail);
    await outside.page.goto(customer);
    await outside.page.getByRole('link', { name: 'Fyll i beställningen' }).click();
    await look('join-order', `${customer}/order`);
    await fill(outside.page, { ...order, publisherType: undefined, terms: undefined });
    await outside.page.check('[name=terms]');
    await outside.page.getByRole('button', { name: 'Skicka beställningen' }).click();
    await arriveAt(outside.page, customer);
    const sign = await letters.link(order.signerEmail);
    await look('join-sign', sign);
    await outside.page.goto(sign);
    await outside.page.fill('[name=name]', order.signerName);
    await outside.page.check('[name=authorized]');
    await outside.page.getByRole('button', { name: 'Skriv under' }).click();
    await arriveAt(outside.page, '/join/signed');
    await look('join-agreement', `${customer}/agreement`);
    await outside.page.goto(`${customer}/agreement`);
    await outside.page.emulateMedia({ media: 'print' });
    await keepPicture(outside.page, 'join-agreement-print');
    await outside.page.emulateMedia({ media: 'screen' });

    await look('operator-matter-signed', matter, operator.cookie);
    await desk.page.goto(matter);
    assert.equal(await desk.page.inputValue('#confirm-name'), 'storuman');
    await desk.page.getByRole('button', { name: 'Bekräfta och öppna' }).click();
    await desk.page.getByText('Igång').first().waitFor();
    await look('operator-matter-active', matter, operator.cookie);
    await look('join-customer-active', customer);
    await look('join-sent', '/join/sent');
  });

  test('a report is written, answered and followed, readable by everybody', async () => {
    await outside.page.goto('/datasets/umea-badplatser');
    await outside.page.getByRole('link', { name: 'Fråga om datan eller anmäl fel' }).click();
    await outside.page.fill('[name=text]', 'Badplatsen i Bölesholmarna saknas.');
    await outside.page.getByRole('button', { name: 'Skicka', exact: true }).click();
    await outside.page.waitForURL((url) => /^\/support\/(?!new)[^/]+$/.test(url.pathname));
    const page = new URL(outside.page.url()).pathname;
    await look('ticket', page);
    await desk.page.goto('/operator/support');
    await look('operator-tickets', '/operator/support', operator.cookie);
    await desk.page.locator('tbody a').first().click();
    const ticket = new URL(desk.page.url()).pathname;
    await desk.page.fill('[name=text]', 'Tack! Vi frågar kommunen.');
    await desk.page.getByRole('button', { name: 'Skicka svaret' }).click();
    await look('operator-ticket', ticket, operator.cookie);
    const ours = ticket.replace('/operator/', '/workspace/umea/');
    await look('organization-ticket', ours, editor.cookie);
    await look('organization-tickets', '/workspace/umea/support?state=answered', editor.cookie);
    await outside.page.goto(page);
    assert.equal(await outside.page.getByText('Tack! Vi frågar kommunen.').count(), 1);
  });

  test('the operator announces and writes, readable by everybody', async () => {
    await look('operator-announcements-none', '/operator/announcements', operator.cookie);
    await desk.page.goto('/operator/announcements');
    await desk.page.check('#kind-disturbance');
    await desk.page.fill('[name=titleSv]', 'Sökningen är långsam');
    await desk.page.fill('[name=titleEn]', 'Search is slow');
    await desk.page.fill('[name=textSv]', 'Vi felsöker och uppdaterar här.');
    await desk.page.getByRole('button', { name: 'Spara' }).click();
    await desk.page.getByRole('link', { name: 'Sökningen är långsam' }).first().waitFor();
    await look('operator-announcements', '/operator/announcements', operator.cookie);
    await look('announced-start', '/');
    await look('announced-status', '/status');
    await look('operator-texts', '/operator/texts', operator.cookie);
    await look('operator-text', '/operator/texts/price', operator.cookie);
    await desk.page.goto('/operator/texts/price');
    await desk.page.getByRole('button', { name: 'Förhandsgranska' }).click();
    await keepPicture(desk.page, 'operator-text-preview');
    assert.deepEqual(await axeViolations(desk.page), []);
  });
}

async function fill(page: Page, fields: Readonly<Record<string, string | undefined>>) {
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) await page.fill(`[name=${name}]`, value);
}
