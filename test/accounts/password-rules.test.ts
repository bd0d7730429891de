import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createPasswordHasher } from '../../src/accounts/password-hasher.ts';
import { passwordFault } from '../../src/accounts/password-rules.ts';
import { CatalogError } from '../../src/kernel/errors.ts';

const owner = {
  name: 'Klara Berg',
  email: 'klara.berg@umea.se',
  words: ['Datatorget', 'Umeå kommun'],
};

test('what is too short, common, or made of one’s own words is refused', async () => {
  for (const password of [
    'kort',
    'elva tecken',
    '123456789012',
    'abcdefghijklm',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    'password1234',
    'Qwertyuiop123!',
    'klaraberg2026',
    'KlaraBerg!!!!',
    'umeå.kommun.1',
    'DATATORGET123',
    'x'.repeat(129),
    `${'lång mening '.repeat(12)}`,
  ])
    assert.notEqual(await passwordFault(password, owner), undefined, password);
});

test('anything else is accepted, whatever kinds of characters it has', async () => {
  for (const password of [
    'fyra gröna vantar',
    'korrekt häst batteri umeå',
    'x7#kQ!mZ0pLw',
    'åäöåäöqwxzkp',
    'mellanslag i slutet ',
    '🏊🏖🌊🐟🦆🚤⛵🌞🍦🎣🦈🐚',
  ])
    assert.equal(await passwordFault(password, owner), undefined, password);
});

test('no password of any length or character makes the rules fail, and long ones are judged quickly', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (password) => {
      const length = [...password].length;
      const fault = await passwordFault(password, owner);
      if (length < 12 || length > 128) assert.notEqual(fault, undefined);
    }),
  );
});

test('a password is right exactly as it was typed', async () => {
  const hasher = createPasswordHasher({ parameters: { memory: 64, passes: 1, parallelism: 1 } });
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (one, other) => {
      const phc = await hasher.hash(one);
      assert.equal(await hasher.verify(one, phc), 'right');
      if (one !== other) assert.equal(await hasher.verify(other, phc), 'wrong');
      assert.equal(await hasher.verify(`${one} `, phc), 'wrong');
    }),
    { numRuns: 50 },
  );
});

test('hashes are argon2id with OWASP’s parameters, salted, and of a text that says so', async () => {
  const hasher = createPasswordHasher();
  const [one, other] = [await hasher.hash('samma'), await hasher.hash('samma')];
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  assert.notEqual(one, other);
  for (const broken of ['', 'x', one.slice(0, -30), one.replace('argon2id', 'argon2i')])
    assert.equal(await hasher.verify('samma', broken), 'wrong', broken);
});

test('only so many passwords are hashed at once, others wait, and more than that are told so', async () => {
  const parameters = { memory: 1024, passes: 1, parallelism: 1 };
  const hasher = createPasswordHasher({ parameters, atOnce: 2, waiting: 5 });
  assert.equal(hasher.cap, 4 * 1024 * 1024);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, () => hasher.verify('x', undefined)),
  );
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  assert.equal(refused.length, 5);
  for (const one of refused)
    assert.ok(
      one.status === 'rejected' && one.reason instanceof CatalogError && one.reason.code === 'busy',
    );
  assert.equal(await hasher.verify('x', undefined), 'wrong', 'and then it goes on');
});
