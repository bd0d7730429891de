import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { chromium } from '../services/chromium.ts';
import { mailServer } from '../services/mail-server.ts';
import { openPage } from './open-page.ts';
import { openPortal } from './open-portal.ts';
import { readMail } from './read-mail.ts';
import { typist } from './typist.ts';

/** A new colleague's way: an account of one's own, let in by the administrator, mistakes mended by what the page says, and two who see a publication. */

const browser = await chromium();

if ('missing' in browser) {
  test('a new colleague publishes', { skip: browser.missing }, () => undefined);
} else {
  await journey(browser);
}

const sarasEmail = 'sara.sjo@umea.se';
const name = 'cykelstall';

/** What mends each thing that the page says is wrong. */
const answers: Readonly<Record<string, string>> = {
  '/title': 'Cykelställ i Umeå',
  '/description': 'Alla cykelställ i Umeå som kommunen sköter, med läge och antal platser.',
  '/distribution/0/accessUrl': 'https://data.umea.se/cykelstall.csv',
};

async function journey(chrome: Browser): Promise<void> {
  const mail = await mailServer({ after });
  const portal = await openPortal({ DATATORGET_SMTP_URL: mail.url });
  after(async () => {
    await chrome.close();
    await portal.close();
  });
  const letters = readMail(mail);
  const administrator = await portal.person({ role: 'administrator', organization: 'umea' });
  const newcomer = await openPage(chrome, portal.url);
  const desk = await openPage(chrome, portal.url, { cookie: administrator.cookie });
  const { page } = newcomer;
  const sara = typist(page);
  const chief = typist(desk.page);

  test('somebody makes an account, confirms it by the letter, asks to join and is let in', async () => {
    await page.goto('/');
    await sara.follow('Logga in');
    await sara.follow('Skapa konto');
    await sara.write('Ditt namn', 'Sara Sjö');
    await sara.write('E-post', sarasEmail);
    await sara.write('Lösenord', 'fyra älgar vid en myr');
    await sara.follow('Skapa konto');
    await page.getByRole('heading', { name: 'Titta i din inkorg' }).waitFor();
    await page.goto(await letters.link(sarasEmail, '/register/'));
    await sara.write('Lösenord', 'fyra älgar vid en myr');
    await sara.follow('Bekräfta kontot');
    await sara.to('Organisation');
    await page.keyboard.type('Umeå');
    await sara.write('Meddelande till administratören', 'Jag sköter cykelställen.');
    await sara.follow('Skicka frågan');
    await page.getByText('Frågan är skickad.', { exact: false }).waitFor();
    assert.equal((await page.goto('/workspace/umea'))?.status(), 404);

    await desk.page.goto(await letters.link(administrator.email));
    await desk.page.getByText('Jag sköter cykelställen.').waitFor();
    await chief.follow('Släpp in Sara Sjö');
    await desk.page.getByText('Sara Sjö är nu med.').waitFor();
    await chief.follow('Organisation');
    await chief.tick('Två personer ser varje publicering');
    await chief.follow('Spara reglerna');
  });

  test('mistakes are mended by following what the page says, and approval is asked for', async () => {
    await page.goto(await letters.link(sarasEmail));
    await page.goto('/workspace/umea');
    await sara.follow('Ny datamängd');
    await sara.write('Titel', 'Cykelställ');
    await sara.follow('Skapa utkast');
    await page.locator('#editor[data-judged]').waitFor();
    await page.locator('[name="/title/sv"]').fill('');
    await page.locator('[name="action"][value="add:/distribution"]').focus();
    await sara.press('Enter');
    await page.locator('[name="/distribution/0/accessUrl"]').fill('inte en adress');
    await sara.follow('Publicera …');
    await page.getByText('Rätta det som är markerat innan du kan publicera.').waitFor();
    await sara.follow('Rätta i redigeringen');
    await page.locator('#editor[data-judged]').waitFor();

    const mended: string[] = [];
    const faults = page.locator('[data-issue-list] details.error a[data-goto]');
    while ((await faults.count()) > 0) {
      const place = (await faults.first().getAttribute('data-goto')) ?? '';
      const text = answers[place];
      assert.ok(text, place);
      const message = page.locator(`[data-issues="${place}"] .error`);
      assert.notEqual(await message.first().textContent(), '', place);
      await faults.first().focus();
      await sara.press('Enter');
      await sara.press('Control+a');
      await page.keyboard.type(text);
      await message.first().waitFor({ state: 'detached' });
      await page.locator(`details.error a[data-goto="${place}"]`).waitFor({ state: 'detached' });
      mended.push(place);
    }
    assert.deepEqual(mended.toSorted(), Object.keys(answers).toSorted());

    await sara.follow('Publicera …');
    await sara.write('Klassad av', 'Informationsägare, gatukontoret');
    await sara.write('Grund', 'Allmän handling utan sekretess');
    await sara.write('Till den som ska godkänna', 'Stämmer adressen?');
    await sara.follow('Skicka för godkännande');
    await page.locator('.notice.good', { hasText: 'Skickat för godkännande' }).waitFor();
    await page.getByText('Någon annan behöver titta och godkänna.', { exact: false }).waitFor();
    assert.equal(await page.getByRole('button', { name: /^Godkänn/ }).count(), 0);
  });

  test('the colleague looks through it and approves, and everybody has it', async () => {
    const reader = await openPage(chrome, portal.url);
    const published = `/datasets/${name}`;
    assert.equal((await reader.page.goto(published))?.status(), 404);
    await desk.page.goto(await letters.link(administrator.email));
    await desk.page.getByText('Stämmer adressen?').waitFor();
    await chief.enter('Allt som blir synligt');
    await desk.page.getByText('Alla cykelställ i Umeå', { exact: false }).waitFor();
    await chief.follow('Godkänn och publicera');
    await desk.page.locator('.notice.good', { hasText: 'Publicerat' }).waitFor();
    assert.equal((await reader.page.goto(published))?.status(), 200);
    assert.equal(await reader.page.locator('h1').textContent(), 'Cykelställ i Umeå');
    const catalog = await fetch(`${portal.url}/organizations/umea/catalog.rdf`);
    assert.match(await catalog.text(), new RegExp(`/datasets/${name}"`));

    // What is changed later is shown as it was and as it will be.
    await page.goto(`/workspace/umea/datasets/${name}/edit`);
    await page.locator('#editor[data-judged]').waitFor();
    await page.locator('[name="/title/sv"]').fill('Cykelställ och pumpar i Umeå');
    await sara.follow('Publicera …');
    await sara.follow('Skicka för godkännande');
    await desk.page.goto(await letters.link(administrator.email));
    assert.match((await desk.page.locator('main ins').textContent()) ?? '', /och pumpar/);
    await chief.follow('Godkänn och publicera');
    await reader.page.reload();
    assert.equal(await reader.page.locator('h1').textContent(), 'Cykelställ och pumpar i Umeå');
    assert.deepEqual([...newcomer.faults, ...desk.faults, ...reader.faults], []);
  });
}
