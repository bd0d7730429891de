import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { chromium } from '../services/chromium.ts';
import { mailServer } from '../services/mail-server.ts';
import { openPage } from './open-page.ts';
import { openPortal } from './open-portal.ts';
import { readMail } from './read-mail.ts';
import { typist } from './typist.ts';

/** A municipality's way in, by keyboard alone: from the form that says that it is interested to a dataset that anybody finds. */

const browser = await chromium();

if ('missing' in browser) {
  test('a municipality comes in and publishes', { skip: browser.missing }, () => undefined);
} else {
  await journey(browser);
}

const password = 'tre lugna renar vid sjön';
const clerk = 'eva.ek@storuman.se';
const signer = 'kjell.chef@storuman.se';

async function journey(chrome: Browser): Promise<void> {
  const mail = await mailServer({ after });
  const portal = await openPortal({
    DATATORGET_SAMPLE: 'false',
    DATATORGET_SMTP_URL: mail.url,
    DATATORGET_CONTACT: 'drift@example.se',
  });
  after(async () => {
    await chrome.close();
    await portal.close();
  });
  const letters = readMail(mail);
  const operator = await portal.person('operator');
  const customer = await openPage(chrome, portal.url);
  const desk = await openPage(chrome, portal.url, { cookie: operator.cookie });
  const { page } = customer;
  const eva = typist(page);
  const drift = typist(desk.page);

  test('the form of interest leads to a signed order, and the organisation is there', async (t) => {
    await customer.page.goto('/');
    await eva.follow('Anslut er organisation');
    await eva.write('Organisationens namn', 'Storumans kommun');
    await eva.write('Organisationsnummer', '2120002551');
    await eva.to('Slag av organisation');
    await customer.page.keyboard.type('Komm');
    await eva.write('Ditt namn', 'Eva Ek');
    await eva.write('Din e-postadress i tjänsten', clerk);
    await eva.follow('Skicka anmälan');
    assert.equal(new URL(customer.page.url()).pathname, '/join/sent');
    const ours = await letters.link(clerk);

    await desk.page.goto(await letters.link('drift@example.se'));
    await drift.write('Kundavtal', 'KS 2026/14');
    await drift.follow('Kundavtalet finns, gå vidare');

    await letters.link(clerk);
    await customer.page.goto(ours);
    await eva.follow('Fyll i beställningen');
    await eva.write('Postadress', 'Skolgatan 1\n923 81 Storuman');
    await eva.write('Namn', 'Kjell Chef');
    await eva.write('Befattning', 'kommunchef');
    await eva.write('E-post', signer);
    await eva.tick('Vi har läst villkoren');
    await eva.follow('Skicka beställningen');

    const chief = await openPage(chrome, portal.url);
    await chief.page.goto(await letters.link(signer));
    const kjell = typist(chief.page);
    await kjell.write('Ditt namn', 'Kjell Chef');
    await kjell.tick('Jag får skriva under för organisationen');
    await kjell.follow('Skriv under');
    assert.equal(new URL(chief.page.url()).pathname, '/join/signed');
    await chief.close();

    await desk.page.reload();
    await drift.follow('Bekräfta och öppna');
    await desk.page.getByText('Igång').first().waitFor();
    t.diagnostic(`customer ${eva.steps()} keys, operator ${drift.steps()}`);
  });

  test('the invitation leads to a password, an own place and a description above 350 points', async (t) => {
    await customer.page.goto(await letters.link(clerk, '/invitations/'));
    await eva.write('Ditt namn', 'Eva Ek');
    await eva.write('Lösenord', password);
    await eva.follow('Skapa konto och tacka ja');
    await eva.follow('Ny datamängd');
    await eva.write('Titel', 'Badplatser i Storuman');
    await eva.follow('Skapa utkast');
    await page.locator('#editor[data-judged]').waitFor();
    let before = '';
    while ((await points(page)) <= 350) {
      const fix = (await page.locator('.editor-next-fix').textContent()) ?? '';
      assert.notEqual(fix, before, 'doing what is said is worth points');
      before = fix;
      const does = answers.find(([asked]) => asked.test(fix))?.[1];
      assert.ok(does, fix);
      await eva.press('Alt+n');
      await does();
      await page.locator('.editor-next-fix', { hasText: fix }).waitFor({ state: 'detached' });
    }
    t.diagnostic(`${await points(page)} points, ${eva.steps()} keys`);
  });

  test('the declaration is made, and anybody reads the dataset and harvests it', async (t) => {
    await eva.follow('Publicera …');
    await eva.write('Klassad av', 'Informationsägare, kultur- och fritidsförvaltningen');
    await eva.write('Grund', 'Allmän handling utan sekretess');
    await eva.follow('Publicera');
    assert.match(page.url(), /publish\?done=published$/);
    const reader = await openPage(chrome, portal.url);
    await reader.page.goto('/datasets/badplatser-i-storuman');
    assert.equal(await reader.page.locator('h1').textContent(), 'Badplatser i Storuman');
    const catalog = await fetch(`${portal.url}/organizations/storuman/catalog.rdf`);
    assert.equal(catalog.status, 200);
    assert.match(await catalog.text(), /datasets\/badplatser-i-storuman"/);
    assert.deepEqual([...customer.faults, ...desk.faults, ...reader.faults], []);
    await reader.close();
    t.diagnostic(`${eva.steps()} keys in all`);
  });

  test('whoever has signed out gets in again with the password, to where she works', async () => {
    await eva.enter('Eva Ek, din meny');
    await eva.follow('Logga ut');
    await page.getByText('Du är utloggad.').waitFor();
    assert.equal((await page.context().cookies()).some(isSession), false);
    await eva.write('E-post', clerk);
    await eva.write('Lösenord', password);
    await eva.follow('Logga in');
    assert.equal(new URL(page.url()).pathname, '/workspace/storuman');
    assert.equal(await page.locator('h1').textContent(), 'Storumans kommun');
    assert.deepEqual(customer.faults, []);
  });

  const type = (text: string) => () => page.keyboard.type(text);
  const pick = async (text: string, shown: string): Promise<void> => {
    await page.keyboard.type(text);
    await page.locator('[role=option]:first-child', { hasText: shown }).waitFor();
    await eva.press('ArrowDown');
    await eva.press('Enter');
  };
  /** What a clerk does about each thing that the panel says, where it leads. */
  const answers: readonly (readonly [RegExp, () => Promise<void>])[] = [
    [
      /lägg till en distribution/,
      async () => {
        await eva.press('Enter');
        await page.waitForFunction(
          () => document.activeElement?.id === '/distribution/0/accessUrl',
        );
        await page.keyboard.type('https://data.storuman.se/badplatser.csv');
      },
    ],
    [/ange format/, () => pick('csv', 'CSV (.csv)')],
    [/adressen där filen/, type('https://data.storuman.se/badplatser.csv')],
    [/nyckelord/, type('bad, strand, sommar')],
    [/kategori/, () => eva.press('Space')],
    [
      /bryter mot profilen/,
      type('Alla kommunala badplatser i Storuman, med läge och vattenkvalitet.'),
    ],
    [/vilken plats/, () => pick('Storuman', 'Storuman')],
    [/tidsperiod/, type('2026-01-01')],
  ];
}

function isSession({ name }: { readonly name: string }): boolean {
  return name.endsWith('session');
}

/** After harvest, as the panel says while somebody writes. */
async function points(page: Page): Promise<number> {
  return Number.parseInt(
    (await page.locator('.editor-stat strong').nth(1).textContent()) ?? '',
    10,
  );
}
