import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { compileForm } from '../../src/profile/judge-form.ts';
import { mutatedRecords } from './mutated-records.ts';
import { plan, vocabularies } from './sample-records.ts';
import { formats, rootId, storableSchema } from './storable-schema.ts';

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
for (const [name, isWellFormed] of Object.entries(formats)) ajv.addFormat(name, isWellFormed);
ajv.addKeyword({
  keyword: 'base',
  schemaType: 'string',
  compile: (base: string) => (value: unknown) =>
    typeof value !== 'string' ||
    formats.iri?.(value) === true ||
    formats.iri?.(base + value) === true,
});
for (const cls of plan.classes.values()) {
  ajv.addSchema([storableSchema(cls, false), storableSchema(cls, true)]);
}

/** Where the schemas find fault, as JSON Pointers. */
function faultsBySchema(record: unknown, className: string): readonly string[] {
  const isStorable = ajv.getSchema(rootId(className));
  if (isStorable === undefined || isStorable(record) === true) return [];
  const places = (isStorable.errors ?? []).flatMap((error) => {
    const { keyword, instancePath, params, propertyName } = error;
    // They only say that what stands inside them failed, which has its own error.
    if (keyword === 'if' || keyword === 'propertyNames') return [];
    const name: unknown = params.additionalProperty ?? propertyName;
    return [instancePath + (name === undefined ? '' : `/${escaped(String(name))}`)];
  });
  return [...new Set(places)].sort();
}

function escaped(step: string): string {
  return step.replace(/~/g, '~0').replace(/\//g, '~1');
}

test('the form of a record is judged as JSON Schema would, place by place', () => {
  const judge = compileForm(plan, vocabularies);
  fc.assert(
    fc.property(mutatedRecords, ({ record, className }) => {
      const places = judge(record, className).map(({ pointer }) => pointer);
      assert.deepEqual([...new Set(places)].sort(), faultsBySchema(record, className));
    }),
    { numRuns: 500 },
  );
});

test('what is no object is one fault', () => {
  const judge = compileForm(plan, vocabularies);
  for (const record of [[], 'text', 7, null]) {
    assert.deepEqual(
      judge(record, 'Dataset').map(({ rule, pointer }) => [rule, pointer]),
      [['wrong-type', '']],
    );
  }
});

test('a record of a million faults is judged in a thousand', () => {
  const record = Object.fromEntries(Array.from({ length: 1e5 }, (_, index) => [`x${index}`, 1]));
  assert.equal(compileForm(plan, vocabularies)(record, 'Dataset').length, 1000);
});
