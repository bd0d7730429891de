import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonFault } from '../../src/http/strict-json.ts';

test('whatever JSON.stringify writes is good', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const text = JSON.stringify(value, null, 1);
      const fault = jsonFault(text);
      // What fast-check may make and we refuse on purpose.
      if (fault !== undefined) assert.match(fault.detail.en, /__proto__|number|surrogate/);
    }),
  );
});

test('what JSON.parse refuses is refused, at a place', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((text) => text.slice(0, -1)),
        fc.json().map((text) => `${text},`),
      ),
      (text) => {
        let good = true;
        try {
          JSON.parse(text);
        } catch {
          good = false;
        }
        if (!good) assert.notEqual(jsonFault(text), undefined);
      },
    ),
  );
});

test('names stand once, no name is __proto__, text is Unicode, numbers fit', () => {
  const cases: readonly (readonly [text: string, detail: RegExp | undefined])[] = [
    ['{"a":1,"b":{"a":2}}', undefined],
    ['[{"a":1},{"a":1}]', undefined],
    ['{"a":1,"a":2}', /stands twice/],
    ['{"a":1,"\\u0061":2}', /stands twice/],
    ['{"__proto__":{"x":1}}', /__proto__/],
    ['{"\\u005f_proto__":{"x":1}}', /__proto__/],
    ['["__proto__"]', undefined],
    ['"\\ud800"', /surrogate/],
    ['"\\ud83d\\ude00"', undefined],
    [`[${'9'.repeat(400)}]`, /number/],
    ['[1e999]', /number/],
    ['\ufeff{}', /stops being JSON/],
    ['', /stops being JSON/],
    ['{} {}', /stops being JSON/],
    ['[1,]', /stops being JSON/],
    ['{"a"}', /stops being JSON/],
    ["{'a':1}", /stops being JSON/],
    ['[NaN]', /stops being JSON/],
    ['"a\nb"', /stops being JSON/],
  ];
  for (const [text, detail] of cases) {
    const fault = jsonFault(text);
    if (detail === undefined) assert.equal(fault, undefined, text);
    else assert.match(fault?.detail.en ?? 'none', detail, text.slice(0, 40));
  }
});

test('the place is a line and a column', () => {
  assert.deepEqual(jsonFault('{\n  "a": 1,\n  "b": oops\n}'), {
    position: 19,
    line: 3,
    column: 8,
    detail: { sv: 'Här slutar texten att vara JSON.', en: 'Here the text stops being JSON.' },
  });
});

test('a megabyte of brackets and twenty of one string take time in proportion', () => {
  assert.match(jsonFault('['.repeat(1_000_000))?.detail.en ?? '', /64 levels/);
  const begun = performance.now();
  assert.equal(jsonFault(JSON.stringify('å'.repeat(20_000_000))), undefined);
  assert.equal(jsonFault(JSON.stringify('\n'.repeat(2_000_000))), undefined);
  assert.ok(performance.now() - begun < 5000);
});

test('many small objects are refused before anybody judges each of them', () => {
  const objects = (count: number): string => `[${Array(count).fill('{}').join(',')}]`;
  assert.equal(jsonFault(objects(19_000)), undefined);
  assert.match(jsonFault(objects(300_000))?.detail.en ?? '', /20000 objects/);
});
