import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import PostalMime from 'postal-mime';
import { HopelessJob } from '../../src/jobs/job.ts';
import { work } from '../../src/jobs/work.ts';
import { type Letter, post } from '../../src/mail/letter.ts';
import { letterFolder } from '../../src/mail/letter-folder.ts';
import { mailMessage } from '../../src/mail/mail-message.ts';
import type { MailTransport } from '../../src/mail/mail-transport.ts';
import { sendLetter } from '../../src/mail/send-letter.ts';
import { smtpTransport } from '../../src/mail/smtp-transport.ts';
import { openStore } from '../../src/store/open-store.ts';
import { until } from '../jobs/until.ts';
import { mailServer } from '../services/mail-server.ts';
import { letter, sender } from './letters.ts';

test('a letter reaches its receiver with text, HTML and the heads of a machine', async (t) => {
  const server = await mailServer(t);
  const { jobs } = await working(t, smtpTransport(server.url));

  await jobs.transact((tx) => post(tx, { ...letter, replyTo: 'svar@example.se' }));
  const [received] = await server.received(1);

  assert.ok(received !== undefined);
  assert.deepEqual(received.envelope, { from: 'brev@example.se', to: ['eva.ek@umea.example'] });
  const { message } = received;
  assert.equal(message.subject, letter.subject);
  assert.deepEqual(message.from, { name: sender.title, address: 'brev@example.se' });
  assert.equal(message.replyTo?.[0]?.address, 'svar@example.se');
  assert.match(message.text ?? '', /https:\/\/data\.example\.se\/confirm\/abc_DEF-123\?a=1&b=2/);
  assert.match(
    message.html ?? '',
    /href="https:\/\/data\.example\.se\/confirm\/abc_DEF-123\?a=1&amp;b=2"/,
  );
  assert.match(message.messageId ?? '', /^<[0-9a-f-]{36}@data\.example\.se>$/);
  const heads = new Map(message.headers.map(({ key, value }) => [key, value]));
  assert.equal(heads.get('auto-submitted'), 'auto-generated');
  assert.equal(heads.get('content-language'), 'sv');
});

test('a letter that has left is not kept: neither its words, nor its link, nor its receiver', async (t) => {
  const server = await mailServer(t);
  const { jobs } = await working(t, smtpTransport(server.url));

  await jobs.transact((tx) => post(tx, letter));
  const done = await until(async () => (await jobs.list({ states: ['done'], limit: 1 }))[0]);

  assert.deepEqual(done.payload, { language: 'sv' });
});

test('a mail server that is busy is asked again, with the same id', async (t) => {
  const server = await mailServer(t, { refuseFirst: 451 });
  const { jobs } = await working(t, smtpTransport(server.url));

  await jobs.transact((tx) => post(tx, letter));
  const [received] = await server.received(1);

  const [job] = await jobs.list({ states: ['running', 'done'], limit: 1 });
  assert.equal(job?.attempts, 2);
  assert.equal(received?.message.messageId, `<${job.id}@data.example.se>`);
});

test('a receiver that does not exist is not tried again, and the operator reads why', async (t) => {
  const server = await mailServer(t, { refuseFirst: 550 });
  const { jobs } = await working(t, smtpTransport(server.url));

  await jobs.transact((tx) => post(tx, letter));
  const failed = await until(async () => (await jobs.list({ states: ['failed'], limit: 1 }))[0]);

  assert.equal(failed.attempts, 1);
  assert.match(failed.lastError ?? '', /550/);
});

test('a mail server that says nothing is given up', async (t) => {
  const server = await mailServer(t, { isSilent: true });
  const patience = { connectionTimeout: 100, greetingTimeout: 100, socketTimeout: 100 };
  const transport = smtpTransport(server.url, patience);

  await assert.rejects(transport.send(randomUUID(), mailMessage(letter, sender, randomUUID())));
});

test('a mail server elsewhere that offers no TLS gets no letter', async (t) => {
  // What is not this machine by its address is elsewhere: 0.0.0.0 leads here all the same.
  const server = await mailServer(t);
  const transport = smtpTransport(server.url.replace('127.0.0.1', '0.0.0.0'));

  await assert.rejects(
    transport.send(randomUUID(), mailMessage(letter, sender, randomUUID())),
    (error: Error) => !(error instanceof HopelessJob) && /TLS/i.test(error.message),
  );
  assert.equal(server.count(), 0);
});

test('a letter in the folder is the one that would have been sent, once however often it is tried', async (t) => {
  const path = await temporaryFolder(t);
  const folder = letterFolder(join(path, 'mail'));
  const { jobs } = await working(t, folder);
  assert.deepEqual(await folder.list(9), []);

  await jobs.transact((tx) => post(tx, letter));
  const [kept] = await until(async () => {
    const letters = await folder.list(9);
    return letters.length > 0 && letters;
  });
  assert.ok(kept !== undefined);
  await folder.send(kept.id, mailMessage(letter, sender, kept.id));

  assert.deepEqual(
    (await folder.list(9)).map(({ id }) => id),
    [kept.id],
  );
  const message = await PostalMime.parse((await folder.read(kept.id)) ?? '');
  assert.equal(message.subject, letter.subject);
  assert.equal(message.to?.[0]?.address, letter.to);
  assert.equal((await stat(join(path, 'mail'))).mode & 0o777, 0o700);
  const [file = ''] = await readdir(join(path, 'mail'));
  assert.equal((await stat(join(path, 'mail', file))).mode & 0o777, 0o600);
});

test('the folder reads no other file, and is cleaned of what is old', async (t) => {
  const path = await temporaryFolder(t);
  const folder = letterFolder(path);
  const [old, young] = [randomUUID(), randomUUID()];
  for (const id of [old, young]) await folder.send(id, mailMessage(letter, sender, id));
  await utimes(join(path, `${old}.eml`), new Date(0), new Date(0));

  assert.equal(await folder.read('../../etc/passwd'), undefined);
  assert.equal(await folder.read(randomUUID()), undefined);
  await assert.rejects(folder.send('../x', mailMessage(letter, sender, 'x')), TypeError);
  assert.equal(await folder.clean(new Date('2026-01-01')), 1);
  assert.deepEqual(
    (await folder.list(9)).map(({ id }) => id),
    [young],
  );
});

test('what is no letter fails at once', async (t) => {
  const { jobs } = await working(t, letterFolder(await temporaryFolder(t)));
  const hostile: Letter = { ...letter, to: 'a@example.se\r\nBcc: b@example.se' };

  await jobs.transact((tx) => post(tx, hostile));

  const failed = await until(async () => (await jobs.list({ states: ['failed'], limit: 1 }))[0]);
  assert.equal(failed.attempts, 1);
});

async function working(t: TestContext, transport: MailTransport) {
  const store = await openStore({ memory: true });
  const { jobs } = store;
  const hurried = () => new Date(Date.now() + 3_600_000);
  const worker = work({
    store: jobs,
    handlers: { mail: sendLetter(transport, sender) },
    poll: 5,
    random: () => 0,
    now: hurried,
  });
  t.after(async () => {
    await worker.stop(0);
    await store.close();
  });
  return { jobs };
}

async function temporaryFolder(t: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'datatorget-mail-'));
  t.after(() => rm(path, { recursive: true }));
  return path;
}
