import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { ConfigError, readConfig, settings } from '../src/config.ts';

/** The faults of an environment, one a line. */
function faults(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message.split('\n').slice(1);
  }
}

test('without settings it serves on localhost with data in ./data and takes in the sample', () => {
  const config = readConfig({});
  assert.equal(config.base, 'http://localhost:3000');
  assert.equal(config.data, resolve('data'));
  assert.equal(config.databaseUrl, undefined);
  assert.equal(config.sample, true);
  assert.equal(config.production, false);
});

test('the base follows host and port, and an address without a slash at its end', () => {
  assert.equal(readConfig({ HOST: '0.0.0.0', PORT: '80' }).base, 'http://localhost:80');
  assert.equal(readConfig({ HOST: '::1' }).base, 'http://[::1]:3000');
  assert.equal(readConfig({ DATATORGET_URL: 'https://x.se/data//' }).base, 'https://x.se/data');
});

test('a variable that is set to nothing is not set', () => {
  const nothing = Object.fromEntries(settings.map(({ name }) => [name, '']));
  assert.deepEqual(readConfig(nothing), readConfig({}));
});

test('every fault is told at once, each with its cure', () => {
  const told = faults({
    NODE_ENV: 'production',
    DATATORGET_SECRET: 'short',
    PORT: '70000',
    DATATORGET_DATABASE_URL: 'postgres://x/y',
    DATATORGET_ELASTICSEARCH_URL: 'https://search.example.se/index',
    DATATORGET_SAMPLE: 'yes',
    DATATORGET_BODY_LIMIT: '1MB',
    DATATORGET_CONTACT: 'nobody',
    DATATORGET_DATBASE_URL: 'mysql://x/y',
  });
  assert.equal(told.length, 9, told.join('\n'));
  const text = told.join('\n');
  assert.match(text, /DATATORGET_DATBASE_URL is no setting. Did you mean DATATORGET_DATA/);
  assert.match(text, /DATATORGET_URL is required in production. Set it to/);
  assert.match(text, /DATATORGET_SECRET has 5 characters. Write at least 32/);
  assert.doesNotMatch(text, /short/);
  assert.match(text, /PORT is "70000". Write a whole number from 0 to 65535/);
  assert.match(text, /DATATORGET_ELASTICSEARCH_URL must look like https/);
  assert.match(text, /DATATORGET_SAMPLE is "yes". Write true or false/);
});

test('an address that IRIs cannot begin with is refused', () => {
  for (const url of [
    'data.example.se',
    'ftp://x.se',
    'https://u:p@x.se',
    'https://x.se?a',
    'https://x.se/#',
  ]) {
    assert.equal(faults({ DATATORGET_URL: url }).length, 1, url);
  }
  assert.equal(faults({ PORT: '0' }).length, 1);
  assert.equal(faults({ PORT: '0', DATATORGET_URL: 'https://x.se' }).length, 0);
});

test('production takes in no sample', () => {
  const production = { NODE_ENV: 'production', DATATORGET_URL: 'https://x.se' };
  assert.equal(faults(production).length, 1, 'a secret is needed');
  const config = readConfig({ ...production, DATATORGET_SECRET: 'x'.repeat(32) });
  assert.equal(config.sample, false);
});

test('no password is told back', () => {
  const told = faults({ DATATORGET_DATABASE_URL: 'mysql://user:secret@host' }).join('');
  assert.ok(told.length > 0);
  assert.doesNotMatch(told, /secret/);
});

test('a map background is a template of tiles, and says who made it', () => {
  const url = 'https://tiles.example.se/{z}/{x}/{y}.png';
  assert.equal(faults({ DATATORGET_TILES_URL: url }).length, 1);
  assert.equal(
    faults({
      DATATORGET_TILES_URL: 'https://x.se/;script-src *',
      DATATORGET_TILES_ATTRIBUTION: 'x',
    }).length,
    1,
  );
  const { tiles } = readConfig({
    DATATORGET_TILES_URL: url,
    DATATORGET_TILES_ATTRIBUTION: 'Lantmäteriet',
  });
  assert.deepEqual(tiles, { url, attribution: 'Lantmäteriet' });
});

test('letters lie in a folder until there is a mail server, and come from the contact address', () => {
  const config = readConfig({ DATATORGET_CONTACT: 'drift@example.se' });
  assert.equal(config.smtpUrl, undefined);
  assert.equal(config.mailFrom, 'drift@example.se');

  const smtpUrl = 'smtps://anna:hemligt@mail.example.se:465';
  assert.equal(readConfig({ DATATORGET_SMTP_URL: smtpUrl }).smtpUrl, smtpUrl);
  for (const url of ['mail.example.se', 'smtp://', 'smtps://a:hemligt@b/c', 'smtp://a?b=hemligt']) {
    const told = faults({ DATATORGET_SMTP_URL: url }).join('');
    assert.match(told, /DATATORGET_SMTP_URL must look like/);
    assert.doesNotMatch(told, /hemligt/);
  }
});
