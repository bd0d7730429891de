import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JsonObject } from '../../src/kernel/json.ts';
import { openSite } from './site.ts';

const prefixes = '@prefix c: <http://www.w3.org/ns/dcat#> .';
const datasets = Array.from({ length: 20_000 }, (_, n) => `<a:${n}> a c:Dataset.`).join('');
const nameless = Array.from({ length: 20_000 }, () => '[a c:Dataset].').join('');
const blanks = `<a:a> <a:b> ${Array.from({ length: 200_000 }, () => '[]').join(',')} .`;

for (const [name, path, body] of [
  ['twenty thousand datasets are judged', '/api/v1/validate', prefixes + datasets],
  ['twenty thousand datasets without an IRI are judged', '/api/v1/validate', prefixes + nameless],
  ['two hundred thousand blank nodes are written', '/api/v1/convert?format=jsonld', blanks],
] as const) {
  test(`others are answered while ${name}`, { timeout: 60_000 }, async (t) => {
    const { ask } = await openSite(t);
    const headers = { 'Content-Type': 'text/turtle' };
    await (await ask(path, { headers, body: '<a:a> <a:b> [] .' })).text();
    let isDone = false;
    let longest = 0;
    const others = (async () => {
      for (let last = performance.now(); !isDone; last = performance.now()) {
        await nextTurn();
        longest = Math.max(longest, performance.now() - last);
      }
    })();
    const start = performance.now();
    const reply = await ask(path, { headers, body });
    assert.equal(reply.status, 200);
    const answer = (await reply.json()) as JsonObject;
    const whole = performance.now() - start;
    isDone = true;
    await others;
    if (path.endsWith('validate')) assert.equal(answer.records, 20_000);
    t.diagnostic(`${Math.round(whole)} ms, ${Math.round(longest)} ms in one go`);
    assert.ok(longest < whole / 2, `${longest} ms in one go of ${whole} ms`);
  });
}
