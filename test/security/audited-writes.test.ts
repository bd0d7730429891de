import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

/** Every function that writes tells the audit in the same transaction, or stands here with the reason why it has nothing to tell. */
const silent: Readonly<Record<string, string>> = {
  'src/accounts/accounts.ts: openAccounts': 'hands on the transactions of others',
  'src/accounts/attempts.ts: countTry':
    'counts tries; the sign-in that is refused is told by itself',
  'src/accounts/change-person.ts: askToChangeEmail': 'a link is sent; its use is told',
  'src/accounts/clean-accounts.ts: cleanAccounts': 'what nobody can use any more is swept away',
  'src/accounts/join-organization.ts: answer': 'those who call it tell, each in their words',
  'src/accounts/oidc/begin-oidc.ts: beginOidc': 'a question that holds for minutes',
  'src/accounts/oidc/finish-oidc.ts: finishOidc': 'uses the question up; what came of it is told',
  'src/accounts/passkeys.ts: begin': 'a question that holds for minutes',
  'src/accounts/passkeys.ts: use': 'uses the question up; signing in is told',
  'src/accounts/prove-again.ts: markProved':
    'proves who somebody is once more; what they then do is told',
  'src/accounts/prove-again.ts: proveAgain': 'as above',
  'src/accounts/register.ts: register': 'a link is sent; the account is told when it is there',
  'src/accounts/totp.ts: addTotp': 'a secret that holds once it is confirmed, which is told',
  'src/catalog/announce-commits.ts: announceCommits': 'hands on the transactions of others',
  'src/catalog/remove-writing.ts: discardChanges':
    'unpublished words, kept with who threw them away',
  'src/catalog/undo-publication.ts: restoreVersion':
    'makes a working copy; its publication is told',
  'src/commands/remove-sample.ts: removeSample': 'the sample is nobody’s',
  'src/harvest/import-catalog.ts: carryOut': 'an import is told as a whole',
  'src/jobs/work.ts: work': 'plans what is done every day',
  'src/onboarding/change-onboarding.ts: changeOnboarding': 'each step tells in its words',
  'src/portal/workspace/check-links.ts: checkLinks':
    'asks for a job that changes nothing of theirs',
  'src/support/handle-ticket.ts: change': 'each answer tells in its words',
};

const folders =
  'accounts,catalog,harvest,onboarding,support,quality,jobs,audit,portal,http,commands';
/** Beginnings of a transaction of a store. */
const opens = /\.transact\(/;

test('whoever opens a transaction that writes tells the audit in it, or says why not', () => {
  const silentNow: string[] = [];
  for (const file of globSync(`src/{${folders}}/**/*.{ts,tsx}`)) {
    for (const [name, body] of functionsOf(file)) {
      const at = body.search(opens);
      if (at >= 0 && !audits(file, body.slice(at), new Set([name])))
        silentNow.push(`${file}: ${name}`);
    }
  }
  assert.deepEqual(silentNow.toSorted(), Object.keys(silent).toSorted());
});

/** The functions that stand at the left edge of a file, by name. */
function functionsOf(file: string): ReadonlyMap<string, string> {
  const text = readFileSync(file, 'utf8');
  const starts = [...text.matchAll(/^(?:export )?(?:async )?(?:function|const) (\w+)/gm)];
  return new Map(
    starts.map(({ 1: name = '', index }, at) => [name, text.slice(index, starts[at + 1]?.index)]),
  );
}

/** Whether it tells the audit itself, or by something that it calls. */
function audits(file: string, body: string, seen: Set<string>): boolean {
  if (/\.audit\(\s*(?:\{|\w+\(|[a-z]\w*\))/i.test(body)) return true;
  const own = functionsOf(file);
  const imports = importsOf(file);
  for (const { 1: called = '' } of body.matchAll(/\b(\w+)\(/g)) {
    const home = own.has(called) ? file : imports.get(called);
    const key = `${home}#${called}`;
    if (home === undefined || seen.has(key)) continue;
    seen.add(key);
    const next = functionsOf(home).get(called);
    if (next !== undefined && audits(home, next, seen)) return true;
  }
  return false;
}

function importsOf(file: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const text = readFileSync(file, 'utf8');
  for (const [, names = '', from = ''] of text.matchAll(
    /import (?:type )?\{([^}]*)\} from '(\.[^']+)'/g,
  ))
    for (const name of names.split(','))
      found.set(
        name
          .replace(/^\s*type\s/, '')
          .split(' as ')
          .at(-1)
          ?.trim() ?? '',
        join(dirname(file), from),
      );
  return found;
}
