import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { chromium } from '../services/chromium.ts';
import { mailServer } from '../services/mail-server.ts';
import { type OpenPage, openPage } from './open-page.ts';
import { openPortal } from './open-portal.ts';
import { readMail } from './read-mail.ts';
import { typist } from './typist.ts';

/** People of one organisation, and somebody of another: who is let in, held back and let go, who writes at once, and who gets nowhere. */

const browser = await chromium();

if ('missing' in browser) {
  test('colleagues work together', { skip: browser.missing }, () => undefined);
} else {
  await journeys(browser);
}

async function journeys(chrome: Browser): Promise<void> {
  const mail = await mailServer({ after });
  const portal = await openPortal({ DATATORGET_SMTP_URL: mail.url });
  after(async () => {
    await chrome.close();
    await portal.close();
  });
  const letters = readMail(mail);
  const chief = await portal.person({ role: 'administrator', organization: 'umea' });

  test('a colleague is invited, held back and let go, at once and without losing a word', async () => {
    const desk = await openPage(chrome, portal.url, { cookie: chief.cookie });
    const lars = await openPage(chrome, portal.url);
    const chiefs = typist(desk.page);
    const colleague = typist(lars.page);
    lars.page.on('dialog', (dialog) => dialog.accept());

    await desk.page.goto('/workspace/umea/members');
    await chiefs.write('E-post', 'lars.lind@umea.se');
    await chiefs.follow('Skicka inbjudan');
    await desk.page.getByText('Inbjudan är skickad till lars.lind@umea.se.').waitFor();

    await lars.page.goto(await letters.link('lars.lind@umea.se', '/invitations/'));
    await colleague.write('Ditt namn', 'Lars Lind');
    await colleague.write('Lösenord', 'sju gröna granar i snö');
    await colleague.follow('Skapa konto och tacka ja');
    await lars.page.goto('/workspace/umea');
    assert.equal(await lars.page.getByRole('link', { name: 'Ny datamängd' }).count(), 1);

    await desk.page.reload();
    await becomes('Läs');
    await colleague.follow('Ny datamängd');
    await lars.page
      .getByText('Be organisationens administratör om en annan roll', { exact: false })
      .first()
      .waitFor();
    await lars.page.goto('/workspace/umea');
    assert.equal(await lars.page.getByRole('link', { name: 'Ny datamängd' }).count(), 0);
    await lars.page.goto('/workspace/umea/datasets/umea-badplatser/edit');
    await lars.page.getByText('Du kan läsa men inte ändra här.').waitFor();

    await becomes('Adm');
    await lars.page.goto('/workspace/umea/tokens');
    await colleague.write('Namn', 'Nattlig export');
    await colleague.tick('Läsa utkast');
    await colleague.follow('Skapa nyckel');
    const token = (await lars.page.locator('main pre').textContent())?.trim() ?? '';
    const headers = { Authorization: `Bearer ${token}` };
    const asProgram = () => fetch(`${portal.url}/api/v1/datasets?limit=1`, { headers });
    assert.equal((await asProgram()).status, 200);

    await lars.page.goto('/workspace/umea/datasets/umea-badplatser/edit');
    await lars.page.locator('#editor[data-judged]').waitFor();
    await desk.page.reload();
    await chiefs.follow('Ta bort Lars Lind');
    assert.equal((await asProgram()).status, 401);
    const title = lars.page.locator('[name="/title/sv"]');
    await title.focus();
    await colleague.press('Control+a');
    await lars.page.keyboard.type('Badplatser, som jag skrev dem');
    await lars.page.locator('[data-saved][data-state="refused"]').waitFor();
    const told = (await lars.page.locator('[data-saved]').textContent()) ?? '';
    assert.match(told, /^Inte sparat: du kommer inte åt beskrivningen längre/);
    const here = lars.page.url();
    const answer = lars.page.waitForResponse((reply) => reply.request().method() === 'POST');
    await colleague.enter('Publicera …');
    assert.equal((await answer).status(), 404);
    // A page that is left has no script to answer.
    await lars.page.locator('[data-saved][data-state="refused"]').waitFor();
    assert.equal(lars.page.url(), here);
    assert.equal(await title.inputValue(), 'Badplatser, som jag skrev dem');
    assert.deepEqual(
      await strangersPage(lars.page, '/workspace/umea'),
      await strangersPage(lars.page, '/workspace/finns-inte'),
    );

    await desk.page.goto('/account/organizations');
    await chiefs.follow(/^Lämna Umeå/);
    await desk.page.getByText('Organisationen skulle bli utan administratör.').waitFor();
    await desk.page.goto('/workspace/umea/members');
    assert.match(
      (await desk.page.locator('main table').textContent()) ?? '',
      new RegExp(chief.email),
    );
    assert.deepEqual([...desk.faults], []);
    await Promise.all([desk.close(), lars.close()]);

    async function becomes(letters: string): Promise<void> {
      await chiefs.to('Roll: Lars Lind');
      await desk.page.keyboard.type(letters);
      await chiefs.follow('Byt roll Lars Lind');
      await desk.page.getByText('Rollen för Lars Lind är ändrad.').waitFor();
    }
  });

  test('two who change the same description see both and choose field by field, and nothing is lost', async () => {
    const path = '/workspace/goteborg/datasets/goteborg-forskolor';
    const open = async (): Promise<OpenPage> => {
      const { cookie } = await portal.person({ role: 'editor', organization: 'goteborg' });
      const opened = await openPage(chrome, portal.url, { cookie });
      await opened.page.goto(`${path}/edit`);
      await opened.page.locator('#editor[data-judged]').waitFor();
      return opened;
    };
    const one = await open();
    const two = await open();
    await one.page.locator('[name="/title/sv"]').fill('Förskolor, säger den ena');
    await one.page.locator('[name="/description/sv"]').fill('Den ena beskriver alla förskolor.');
    await saved(one.page, 'saved');
    await two.page.locator('[name="/title/sv"]').fill('Förskolor, säger den andra');
    await two.page.locator('[name="/keyword/sv"]').fill('förskola, barnomsorg');
    await saved(two.page, 'collision');

    const other = typist(two.page);
    await other.follow('Jämför och välj');
    const both = (await two.page.locator('main').textContent()) ?? '';
    for (const text of ['säger den ena', 'säger den andra', 'Den ena beskriver', 'barnomsorg'])
      assert.match(both, new RegExp(text));
    await other.to('Min text');
    await other.press('ArrowDown');
    assert.match(await other.where(), /^Den andras text/);
    await other.follow('Spara det jag valt');
    await two.page.getByText('Det du valde är sparat.').waitFor();

    await two.page.locator('#editor[data-judged]').waitFor();
    await other.follow('Publicera …');
    await other.write('Klassad av', 'Informationsägare, förskoleförvaltningen');
    await other.write('Grund', 'Allmän handling utan sekretess');
    await other.follow('Publicera');
    const reader = await openPage(chrome, portal.url);
    await reader.page.goto('/datasets/goteborg-forskolor');
    const read = (await reader.page.locator('main').textContent()) ?? '';
    for (const text of ['Förskolor, säger den ena', 'Den ena beskriver alla', 'barnomsorg'])
      assert.match(read, new RegExp(text));
    assert.doesNotMatch(read, /säger den andra/);
    assert.deepEqual([...one.faults, ...reader.faults], []);
    await Promise.all([one.close(), two.close(), reader.close()]);
  });

  test("an outsider gets nowhere, and the organisation's administrator reads of every attempt", async () => {
    const owner = await portal.person({ role: 'administrator', organization: 'skelleftea' });
    const { cookie, email } = await portal.person({ role: 'administrator', organization: 'malmo' });
    const outsider = await openPage(chrome, portal.url, { cookie });
    const { page } = outsider;
    const nothing = await strangersPage(page, '/workspace/finns-inte');
    const name = await firstDataset('skelleftea');
    const tries = [
      '/workspace/skelleftea',
      `/workspace/skelleftea/datasets/${name}/edit`,
      `/workspace/skelleftea/datasets/${name}/publish`,
      `/workspace/malmo/datasets/${name}/edit`,
      '/workspace/skelleftea/members',
      '/workspace/skelleftea/log',
    ];
    for (const path of tries) assert.deepEqual(await strangersPage(page, path), nothing, path);
    const forged = [
      [`/workspace/skelleftea/datasets/${name}/edit`, { '/title/sv': 'Kapad', action: 'draft' }],
      [`/workspace/skelleftea/datasets/${name}/withdraw`, { reason: 'Kapad' }],
      ['/workspace/skelleftea/members/invitations', { email, role: 'administrator' }],
      ['/workspace/skelleftea/profile/rules', { fourEyes: 'on' }],
    ] as const;
    for (const [action, fields] of forged) {
      await page.goto('/workspace/malmo/members');
      const answer = page.waitForResponse((reply) => reply.request().method() === 'POST');
      const next = page.waitForEvent('load');
      await post(page, action, fields);
      assert.equal((await answer).status(), 404, action);
      await next;
    }
    await page.goto(`/datasets/${name}`);
    assert.doesNotMatch((await page.locator('main').textContent()) ?? '', /Kapad/);

    const desk = await openPage(chrome, portal.url, { cookie: owner.cookie });
    await desk.page.goto('/workspace/skelleftea');
    await typist(desk.page).follow('Logg');
    const rows = desk.page.locator('main tbody tr', { hasText: 'nekades åtkomst' });
    assert.equal(await rows.count(), tries.length + forged.length);
    const who = email.slice(0, email.indexOf('@'));
    assert.equal(await rows.filter({ hasText: who }).count(), tries.length + forged.length);
    assert.deepEqual(desk.faults, []);
    await Promise.all([outsider.close(), desk.close()]);
  });

  async function firstDataset(organization: string): Promise<string> {
    const reply = await fetch(`${portal.url}/organizations/${organization}/catalog.rdf`);
    const [, name = ''] = /\/datasets\/([a-z0-9-]+)"/.exec(await reply.text()) ?? [];
    return name;
  }
}

/** What somebody sees where they have no business: the status and the words, without the page's own number and address. */
async function strangersPage(page: Page, path: string): Promise<readonly unknown[]> {
  const reply = await page.goto(path);
  return [reply?.status(), await page.locator('h1').textContent()];
}

async function saved(page: Page, state: 'saved' | 'collision'): Promise<void> {
  await page.locator(`[data-saved][data-state="${state}"]`).waitFor();
}

/** Sends a form that no page of ours has, with the token of the page that is open, as whoever tampers with a page does. */
function post(page: Page, action: string, fields: Readonly<Record<string, string>>): Promise<void> {
  return page.evaluate(
    ([to, said]) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = to;
      const csrf = document.querySelector<HTMLInputElement>('[name=_csrf]')?.value ?? '';
      for (const [name, value] of Object.entries({ ...said, _csrf: csrf })) {
        const field = document.createElement('input');
        Object.assign(field, { type: 'hidden', name, value });
        form.append(field);
      }
      document.body.append(form);
      HTMLFormElement.prototype.submit.call(form);
    },
    [action, fields] as const,
  );
}
