import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataset } from '../http/descriptions.ts';
import { own } from '../http/site.ts';
import { type Journey, ledTo, openJourney } from '../onboarding/journey.ts';

const question = {
  topic: 'fault',
  text: 'Kartan visas inte',
  name: 'Lo Läsare',
  email: 'lo@example.org',
  page: '/datasets?q=bad',
};

test('a report gets a number and a page, and its author reads the operator’s answer', async (t) => {
  const journey = await openJourney(t);
  const { operator } = journey;
  const page = ledTo(await journey.post('/report', question));
  assert.match(page, /^\/support\/[\w-]{43}$/);
  assert.match(await journey.page(page), /Ärende 2\d{3}-[2-9A-HJ-NP-Z]{6}/);
  const desk = await journey.link('drift@example.se');
  assert.match(desk, /^\/operator\/support\//);
  const mailed = await journey.link(question.email);
  assert.equal(mailed, page, 'the letter has the same link');

  assert.match(await journey.page('/operator/support', operator), /Något på webbplatsen/);
  assert.match(await journey.page(desk, operator), /\/datasets\?q=bad/);
  assert.equal(ledTo(await journey.operate(desk, { do: 'take' })), desk);
  assert.equal(ledTo(await journey.operate(desk, { do: 'note', text: 'Kolla kakel' })), desk);
  assert.equal(
    ledTo(await journey.operate(desk, { do: 'message', text: 'Nu är det lagat.' })),
    desk,
  );
  const answered = await journey.page(await journey.link(question.email));
  assert.match(answered, /Nu är det lagat\./);
  assert.match(answered, /Besvarat/);
  assert.doesNotMatch(answered, /Kolla kakel/);
  assert.doesNotMatch(answered, new RegExp(operator.name), 'colleagues are not named outside');

  assert.match(
    ledTo(await journey.post(page, { do: 'message', text: 'Inte hos mig' })),
    /#messages$/,
  );
  assert.match(await journey.page(desk, operator), /Väntar på svar/);
  assert.equal(ledTo(await journey.operate(desk, { do: 'close' })), desk);
  assert.match(await journey.page(page), /Avslutat/);
  assert.equal(ledTo(await journey.post(page, { do: 'reopen' })), page);
  assert.match(await journey.page(page), /Väntar på svar/);
});

test('a question about data goes to the dataset’s contact, who answers without an account', async (t) => {
  const journey = await openJourney(t);
  const { site } = journey;
  const name = await published(journey);
  const form = await journey.page(`/report?dataset=${name}&page=/datasets/${name}`);
  assert.match(form, new RegExp(`name="dataset" value="${name}"`));
  assert.match(form, /value="content" checked/);
  const page = ledTo(
    await journey.post('/report', { ...question, topic: 'content', dataset: name, email: '' }),
  );
  const contact = await journey.link('oppnadata@umea.se');
  assert.match(contact, /^\/support\//);
  assert.match(await journey.page(contact), /Lo Läsare/);
  assert.match(
    ledTo(await journey.post(contact, { do: 'message', text: 'Rättat i dag.' })),
    /#messages$/,
  );
  assert.match(await journey.page(page), /Rättat i dag\./);

  const [ticket] = await site.application.store.tickets.list({ states: ['answered'], limit: 9 });
  const ours = `/workspace/${own}/support/${ticket?.id}`;
  const editor = await site.person({ role: 'editor' });
  const stranger = await site.person({ role: 'administrator', organization: 'malmo' });
  assert.match(await journey.page(ours, editor), /Kartan visas inte/);
  assert.match(await journey.page(`/workspace/${own}/support?state=answered`, editor), /Ärende/);
  assert.equal((await site.ask(ours, { as: stranger })).status, 404);
  assert.equal(
    (await site.ask(ours.replace(own, 'malmo'), { as: stranger })).status,
    404,
    'a ticket of another organisation under one’s own name',
  );
  const answer = await site.ask(ours, { as: editor, form: { do: 'message', text: 'Tack!' } });
  assert.equal(ledTo(answer), ours);
  assert.equal((await site.ask(ours, { as: editor, form: { do: 'take' } })).status, 400);
});

test('an anonymous report about accessibility needs neither name nor address', async (t) => {
  const journey = await openJourney(t);
  assert.match(await journey.page('/tillganglighetsredogorelse'), /\/report\?topic=accessibility/);
  const form = await journey.page('/report?topic=accessibility');
  assert.match(form, /Du kan vara anonym/);
  const page = ledTo(
    await journey.post('/report', { topic: 'accessibility', text: 'Tabellen läses fel' }),
  );
  assert.match(await journey.page(page), /Tabellen läses fel/);
  await journey.link('drift@example.se');
  assert.equal(journey.mail.count(), 1);
});

test('nobody sends words to a stranger through the form, and words are kept when it is refused', async (t) => {
  const journey = await openJourney(t);
  const spam = { ...question, text: 'Köp nu på https://spam.example', name: 'Köp nu' };
  for (let count = 0; count < 5; count += 1) {
    assert.equal((await journey.post('/contact', spam)).status, 303);
  }
  const refused = await journey.post('/contact', spam);
  assert.equal(refused.status, 429);
  assert.match(await refused.text(), /Köp nu på https:\/\/spam\.example/);
  const letters = await journey.mail.received(10);
  const toStranger = letters.filter(({ envelope }) => envelope.to.includes(question.email));
  assert.equal(toStranger.length, 5);
  for (const { message } of toStranger)
    assert.doesNotMatch(`${message.subject} ${message.text} ${message.html}`, /spam|Köp nu/);
});

test('a page whose address is a secret is not told of in a report', async (t) => {
  const journey = await openJourney(t);
  const secret = 'S'.repeat(43);
  for (const page of [`/join/${secret}`, `/support/${secret}`, '//evil.example/', 'https://x.se'])
    await journey.post('/report', { ...question, email: '', page });
  const tickets = await journey.site.application.store.tickets.list({ states: ['open'], limit: 9 });
  assert.deepEqual(
    tickets.map(({ page }) => page),
    ['', '', '', ''],
  );
});

test('an announcement stands above every page while it holds, on the status page and in the feed', async (t) => {
  const journey = await openJourney(t);
  const { operator, site } = journey;
  const announcement = {
    kind: 'disturbance',
    titleSv: 'Sökningen är långsam <b>',
    titleEn: 'Search is slow',
    textSv: 'Vi felsöker.',
    textEn: '',
    starts: '',
    ends: '',
  };
  await site.searched();
  assert.match(await journey.page('/status'), /Allt fungerar/);
  const faulty = await journey.operate('/operator/announcements', {
    ...announcement,
    starts: '2026-12-24T08:00',
    ends: '2026-12-24T07:00',
  });
  assert.equal(faulty.status, 422);
  assert.match(await faulty.text(), /Slutet ska vara efter början/);
  await journey.operate('/operator/announcements', announcement);
  const page = await journey.page('/about');
  assert.match(page, /Störning: Sökningen är långsam &lt;b>/);
  const status = await journey.page('/status');
  assert.match(status, /Vi felsöker\./);
  assert.match(status, /En störning pågår/);
  assert.doesNotMatch(status, /Allt fungerar/);
  assert.match(await journey.page('/status?lang=en'), /Search is slow/);
  const feed = await site.ask('/status.atom');
  assert.equal(feed.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
  assert.match(await feed.text(), /<title>Störning: Sökningen är långsam &lt;b/);

  const [kept] = await site.application.store.site.announcements(1);
  const path = `/operator/announcements/${kept?.id}`;
  assert.match(await journey.page(path, operator), /Sökningen är långsam/);
  const first = { ...announcement, base: '1' };
  await journey.operate(path, { ...first, titleSv: 'Sökningen är mycket långsam' });
  const stale = await journey.operate(path, { ...first, titleSv: 'Sökningen går sakta' });
  assert.equal(stale.status, 412, 'somebody else has saved since');
  const both = await stale.text();
  assert.match(both, /value="Sökningen går sakta"/, 'what was typed is still there');
  assert.match(both, /Sökningen är mycket långsam/, 'beside what holds now');
  assert.match(both, /name="base" value="2"/, 'and saving again is meant');
  assert.equal((await journey.operate(path, announcement)).status, 412, 'a form says its base');
  await journey.operate(path, {
    ...announcement,
    base: '2',
    ends: '2020-01-01T00:00',
    starts: '2019-01-01T00:00',
  });
  assert.doesNotMatch(await journey.page('/about'), /Sökningen är långsam/);
  assert.match(await journey.page('/status'), /Allt fungerar[\s\S]*Tidigare/);
  const administrator = await site.person({ role: 'administrator' });
  const tried = { as: administrator, form: announcement };
  assert.equal((await site.ask('/operator/announcements', tried)).status, 404);
});

test('a record’s page is not answered with 304 when what is announced above it has changed', async (t) => {
  const journey = await openJourney(t);
  const name = await published(journey);
  const html = { Accept: 'text/html' };
  const first = await journey.site.ask(`/datasets/${name}`, { headers: html });
  const etag = first.headers.get('etag') ?? '';
  const again = { headers: { ...html, 'If-None-Match': etag } };
  assert.equal((await journey.site.ask(`/datasets/${name}`, again)).status, 304);
  await journey.operate('/operator/announcements', {
    kind: 'planned',
    titleSv: 'Underhåll',
    titleEn: 'Maintenance',
  });
  assert.equal((await journey.site.ask(`/datasets/${name}`, again)).status, 200);
});

test('the operator writes a page’s text, looks at it first, and puts an earlier one back', async (t) => {
  const journey = await openJourney(t);
  const { operator } = journey;
  const path = '/operator/texts/price';
  assert.match(await journey.page('/price'), /gratis för alla/);
  assert.match(await journey.page('/terms?lang=en'), /<h2>1\. What the service is<\/h2>/);
  assert.match(await journey.page('/how-it-works'), /href="\/join"/);
  const text = {
    sv: '## Pris\n\n<script>alert(1)</script> [x](javascript:alert(1)) [y](//evil.se) ![z](https://a/b)',
    en: '## Price',
    base: '0',
  };
  const preview = await journey.operate(path, { ...text, do: 'preview' });
  assert.equal(preview.status, 200);
  assert.match(await preview.text(), /Inget är sparat än/);
  assert.doesNotMatch(await journey.page('/price'), /<h2>Pris<\/h2>/);
  assert.equal(ledTo(await journey.operate(path, { ...text, do: 'save' })), path);
  const shown = await journey.page('/price');
  assert.match(shown, /<h2>Pris<\/h2>/);
  assert.doesNotMatch(shown, /<script>alert|href="javascript|href="\/\/evil|src="https:\/\/a/);
  const stale = await journey.operate(path, { ...text, sv: 'Annat', do: 'save' });
  assert.equal(stale.status, 412, 'somebody else has saved since');
  const both = await stale.text();
  assert.match(both, /<textarea[^>]*>\s*Annat<\/textarea>/, 'what was typed is still there');
  assert.match(both, /<h2>Pris<\/h2>/, 'beside what holds now');
  assert.match(both, /name="base" value="1"/, 'and saving again is meant');
  assert.match(await journey.page(path, operator), /Version 1/);
  assert.equal(ledTo(await journey.operate(path, { do: 'restore', version: '0' })), path);
  assert.match(await journey.page('/price'), /gratis för alla/);
  assert.match(await journey.page(path, operator), /Version 2/);
});

/** A dataset of the own organisation with a contact, for everybody to read. */
async function published({ site }: Journey): Promise<string> {
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=umea-bad&publish=true`, {
    as: 'editor',
    body: {
      ...dataset(),
      contactPoint: [
        {
          '@type': 'ContactOrganization',
          fn: { sv: 'Öppna data' },
          hasEmail: ['mailto:oppnadata@umea.se'],
        },
      ],
    },
  });
  return 'umea-bad';
}
