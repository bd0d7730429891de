import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { interest, type Journey, ledTo, openJourney, order } from './journey.ts';

/** From the form to the page of the operator's matter. */
async function registered(journey: Journey) {
  assert.equal(ledTo(await journey.post('/join', interest)), '/join/sent');
  const customer = await journey.link(interest.contactEmail);
  const matter = await journey.link('drift@example.se');
  return { customer, matter };
}

async function ordered(journey: Journey) {
  const paths = await registered(journey);
  const agreed = await journey.operate(paths.matter, { do: 'agree', agreement: 'KS 2026/14' });
  assert.equal(ledTo(agreed), paths.matter);
  await journey.link(interest.contactEmail);
  assert.equal(ledTo(await journey.post(`${paths.customer}/order`, order)), paths.customer);
  const sign = await journey.link(order.signerEmail);
  assert.match(sign, /^\/join\/sign\/[\w-]{43}$/);
  return { ...paths, sign };
}

async function signed(journey: Journey) {
  const paths = await ordered(journey);
  const page = await journey.page(paths.sign);
  const [, document = ''] = /name="document" value="([0-9a-f]{64})"/.exec(page) ?? [];
  const fields = { document, name: 'kjell  CHEF', authorized: 'yes' };
  assert.equal(ledTo(await journey.post(paths.sign, fields)), '/join/signed');
  return { ...paths, document };
}

test('an organisation comes in: interest, agreement, order, signature, confirmation, invitation', async (t) => {
  const journey = await openJourney(t);
  const { site, operator } = journey;
  const { customer, matter, sign, document } = await signed(journey);

  const agreement = await journey.page(`${customer}/agreement`);
  const [, shown = ''] = /<div class="agreement" lang="sv">([\s\S]*?)<\/div>/.exec(agreement) ?? [];
  const text = shown.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&quot;', '"');
  assert.equal(hash('sha256', text), document, 'the text that is shown is the one that is signed');
  assert.match(agreement, /Kjell Chef, kommunchef, kjell\.chef@storuman\.se/);
  assert.equal((await site.ask(sign)).status, 404, 'the link for signing is used up');

  assert.match(await journey.page(matter, operator), /storuman\.se<\/strong>/);
  const bad = await journey.operate(matter, { do: 'confirm', name: 'umea' });
  assert.equal(bad.status, 422);
  assert.match(await bad.text(), /upptaget av en annan organisation/);
  assert.equal(ledTo(await journey.operate(matter, { do: 'confirm', name: 'storuman' })), matter);
  const made = await site.application.store.catalog.find('organization', 'storuman');
  assert.equal(made?.iri, 'http://dataportal.se/organisation/SE2120002551');
  assert.match(await journey.link(order.administratorEmail), /^\/(invitations|join)\//);
  assert.match(await journey.page(customer), /Igång/);
  assert.match(
    await journey.page('/operator/onboarding?list=active', operator),
    /Storumans kommun/,
  );

  const events = await site.application.store.audit.after(0, 500);
  const steps = events.filter(({ action }) => action === 'onboarding-step');
  const states = steps.map(({ details }) => JSON.parse(details).after.state);
  assert.deepEqual(states, ['interest', 'agreed', 'ordered', 'signed', 'confirmed', 'active']);
  assert.doesNotMatch(steps.map(({ details }) => details).join(), /@/, 'no address in the audit');
});

test('what was typed stays when something is wrong, and each fault is tied to its field', async (t) => {
  const journey = await openJourney(t);
  const reply = await journey.post('/join', {
    ...interest,
    organizationNumber: '212000-2552',
    contactEmail: 'eva.ek',
    message: 'Hundra ord som inte får försvinna',
  });
  assert.equal(reply.status, 422);
  const page = await reply.text();
  assert.match(page, /2 saker behöver rättas/);
  assert.match(page, /<a href="#organizationNumber">/);
  assert.match(page, /aria-describedby="contactEmail-help contactEmail-error"/);
  assert.match(page, /Hundra ord som inte får försvinna/);
  assert.match(page, /value="212000-2552"/);
  assert.equal(journey.mail.count(), 0);
});

test('a robot that fills in the hidden field sends nothing, and is told so', async (t) => {
  const journey = await openJourney(t);
  const reply = await journey.post('/join', { ...interest, website: 'https://spam.example' });
  assert.equal(reply.status, 422);
  const page = await reply.text();
  assert.match(page, /Töm fältet/);
  assert.match(page, /Vi vill dela badplatser\./);
  assert.equal((await journey.site.application.store.onboarding.count()).size, 0);
});

test('a wrong secret, a used one and one of another purpose are the same 404', async (t) => {
  const journey = await openJourney(t);
  const { customer, sign } = await ordered(journey);
  const { site } = journey;
  const bodies = new Set<string>();
  const paths = [
    `/join/${'A'.repeat(43)}`,
    '/join/x',
    `/join/sign/${'A'.repeat(43)}`,
    customer.replace('/join/', '/join/sign/'),
    sign.replace('/join/sign/', '/join/'),
    `${sign.replace('/join/sign/', '/join/')}/agreement`,
    `${customer}/export`,
    `/support/${customer.slice(-43)}`,
  ];
  for (const path of paths) {
    const reply = await site.ask(path, { headers: { Accept: 'application/json' } });
    assert.equal(reply.status, 404, path);
    assert.equal(reply.headers.get('cache-control'), 'no-store');
    const { instance: _, requestId: __, ...same } = (await reply.json()) as Record<string, string>;
    bodies.add(JSON.stringify(same));
  }
  assert.equal(bodies.size, 1);
  const posted = await journey.post(`/join/${'A'.repeat(43)}/order`, order);
  assert.equal(posted.status, 404);
});

test('pages behind secrets are kept by nobody and tell their address to nobody', async (t) => {
  const journey = await openJourney(t);
  const { customer, sign } = await ordered(journey);
  for (const path of [customer, sign, `${customer}/agreement`, `${customer}/order`]) {
    const reply = await journey.site.ask(path);
    assert.equal(reply.status, 200);
    assert.equal(reply.headers.get('cache-control'), 'no-store');
    assert.equal(reply.headers.get('referrer-policy'), 'no-referrer');
    const page = await reply.text();
    assert.match(page, /<meta name="robots" content="noindex"\/?>/);
    assert.doesNotMatch(page, /report\?page=[^"]*join/);
  }
  const secret = customer.slice(-43);
  assert.ok(!journey.site.lines.some((line) => line.includes(secret)), 'not in the log either');
});

test('strangers and people of organisations do not see the queue', async (t) => {
  const journey = await openJourney(t);
  const { matter } = await registered(journey);
  const { site } = journey;
  const administrator = await site.person({ role: 'administrator' });
  for (const path of ['/operator/onboarding', matter, `${matter}/agreement`, `${matter}/export`]) {
    const anonymous = await site.ask(path);
    assert.equal(anonymous.status, 303);
    assert.match(anonymous.headers.get('location') ?? '', /^\/sign-in\?next=/);
    assert.equal((await site.ask(path, { as: administrator })).status, 404, path);
  }
  const form = { do: 'agree', agreement: 'x' };
  assert.equal((await site.ask(matter, { form, as: administrator })).status, 404);
  const forged = await site.ask(matter, {
    as: journey.operator,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'do=agree&agreement=x',
  });
  assert.equal(forged.status, 403, 'a form without the token of the session');
});

test('an order that changes after it was sent to the signer has to be read anew', async (t) => {
  const journey = await openJourney(t);
  const { customer, sign } = await ordered(journey);
  const changed = { ...order, postalAddress: 'Storgatan 2' };
  assert.equal(ledTo(await journey.post(`${customer}/order`, changed)), customer);
  assert.equal((await journey.site.ask(sign)).status, 404, 'the old link is dead');
  const next = await journey.link(order.signerEmail);
  const stale = { document: '0'.repeat(64), name: 'Kjell Chef', authorized: 'yes' };
  const reply = await journey.post(next, stale);
  assert.equal(reply.status, 422);
  assert.match(await reply.text(), /Beställningen har ändrats/);
});

test('the signer can decline, and another name does not sign', async (t) => {
  const journey = await openJourney(t);
  const { customer, sign } = await ordered(journey);
  const other = await journey.post(sign, { document: 'x', name: 'Eva Ek' });
  assert.equal(other.status, 422);
  const page = await other.text();
  assert.match(page, /Avtalet ska undertecknas av Kjell Chef/);
  assert.match(page, /Bekräfta att du får skriva under/);
  const declined = await journey.post(sign, { answer: 'decline', reason: 'Fel adress' });
  assert.equal(ledTo(declined), '/join/declined');
  assert.match(await journey.page(customer), /Fel adress/);
  assert.equal((await journey.site.ask(sign)).status, 404);
});

test('both sides write to each other, and notes stay with the operator', async (t) => {
  const journey = await openJourney(t);
  const { customer, matter } = await registered(journey);
  assert.match(
    ledTo(await journey.operate(matter, { do: 'note', text: 'Ring Eva' })),
    /#messages$/,
  );
  await journey.operate(matter, { do: 'message', text: 'Har ni ett avtal?' });
  const again = await journey.link(interest.contactEmail);
  assert.notEqual(again, customer);
  assert.match(ledTo(await journey.post(`${again}/messages`, { text: 'Ja, från 2024.' })), /#/);
  const page = await journey.page(customer);
  assert.match(page, /Har ni ett avtal\?/);
  assert.match(page, /Ja, från 2024\./);
  assert.doesNotMatch(page, /Ring Eva/);
  assert.match(await journey.page(matter, journey.operator), /Ring Eva/);
  await journey.operate(matter, { do: 'link' });
  const renewed = await journey.link(interest.contactEmail);
  assert.equal((await journey.site.ask(customer)).status, 404);
  assert.equal((await journey.site.ask(renewed)).status, 200);
});

test('a step that cannot be taken now is refused and changes nothing', async (t) => {
  const journey = await openJourney(t);
  const { matter, customer } = await registered(journey);
  for (const step of ['send-back', 'pause', 'resume', 'reconsider']) {
    const reply = await journey.operate(matter, { do: step, reason: 'x' });
    assert.equal(reply.status, 409, step);
  }
  assert.equal((await journey.operate(matter, { do: 'confirm', name: 'x' })).status, 404);
  assert.equal((await journey.post(`${customer}/order`, order)).status, 409);
  const refusal = await journey.operate(matter, { do: 'refuse', reason: '' });
  assert.equal(refusal.status, 422);
  assert.match(await refusal.text(), /Kunden får läsa det/);
  assert.match(await journey.page(customer), /Väntar på kontroll/);
});

test('registrations of one address of mail are limited, and the words are kept', async (t) => {
  const journey = await openJourney(t);
  for (let count = 0; count < 3; count += 1)
    assert.equal((await journey.post('/join', interest)).status, 303);
  const reply = await journey.post('/join', interest);
  assert.equal(reply.status, 429);
  assert.match(await reply.text(), /Vi vill dela badplatser\./);
});

test('what is typed is shown as text, in every field and on every page', async (t) => {
  const journey = await openJourney(t);
  const attack = '"><svg/onload=alert(1)><script>alert(2)</script>{{7*7}}';
  const hostile = { ...interest, organizationName: attack, contactName: attack, message: attack };
  assert.equal(ledTo(await journey.post('/join', hostile)), '/join/sent');
  const customer = await journey.link(interest.contactEmail);
  const matter = await journey.link('drift@example.se');
  await journey.operate(matter, { do: 'agree', agreement: attack, reason: attack });
  const fields = { ...order, organizationName: attack, postalAddress: attack, signerName: attack };
  const placed = { ...fields, signerTitle: attack, invoiceReference: attack };
  assert.equal(ledTo(await journey.post(`${customer}/order`, placed)), customer);
  const sign = await journey.link(order.signerEmail);
  await journey.post(`${customer}/messages`, { text: attack });
  const queue = '/operator/onboarding?list=customer';
  const pages = [
    await journey.page(customer),
    await journey.page(`${customer}/order`),
    await journey.page(`${customer}/agreement`),
    await journey.page(sign),
    await journey.page(matter, journey.operator),
    await journey.page(`${matter}/agreement`, journey.operator),
    await journey.page(queue, journey.operator),
    await (await journey.post('/join', { ...hostile, contactEmail: attack })).text(),
    await (await journey.post(sign, { name: attack, document: attack })).text(),
  ];
  for (const page of pages) {
    assert.doesNotMatch(page, /<svg\/onload|<script>alert/);
    assert.match(page, /&lt;svg|&quot;>/);
  }
});
