import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { EditorRules } from '../../../src/portal/editor/editor-fields.ts';
import { editorFields } from '../../../src/portal/editor/editor-fields.ts';
import { type EditorView, shownIssues } from '../../../src/portal/editor/editor-view.ts';
import { readEditorForm } from '../../../src/portal/editor/read-editor-form.ts';
import { canonicalJson } from '../../../src/profile/digest.ts';
import { loadProfile } from '../../../src/profile/load-profile.ts';
import type { NodeObject } from '../../../src/profile/record.ts';
import { profile, readSample, vocabularies } from '../../sample/read-sample.ts';
import { drawEditorForm } from './draw-editor-form.ts';
import { formFields } from './page-form.ts';

const rules: EditorRules = { plan: profile.plan, vocabularies };

function draw(
  record: NodeObject,
  className: string,
  { rules: by = rules, ...changes }: Partial<EditorView> = {},
): string {
  return drawEditorForm({
    rules: by,
    className,
    fields: editorFields(by, className, record),
    ...changes,
  });
}

const posted = (html: string, className: string) =>
  readEditorForm(rules, className, formFields(html));

test('a form that is sent as it was drawn changes nothing, for every record of the sample', async () => {
  let count = 0;
  for (const { records } of await readSample()) {
    for (const { className, content } of records) {
      const again = posted(draw(content, className), className);
      assert.equal(canonicalJson(again), canonicalJson(content), content['@id']);
      count += 1;
    }
  }
  assert.ok(count > 60);
});

test('a record with sixty files is drawn with what is not open carried along', async () => {
  const distribution = Array.from({ length: 60 }, (_, index) => ({
    '@id': `https://example.se/${index}`,
    '@type': 'Distribution',
    title: { sv: `Fil ${index}`, en: 'Line\nbreaks "quoted" <b>' },
    accessUrl: `https://example.se/${index}.csv`,
  }));
  const record: NodeObject = { '@type': 'Dataset', distribution };
  const html = draw(record, 'Dataset', { open: ['/distribution/7'] });
  assert.deepEqual(posted(html, 'Dataset'), record);
  assert.ok(html.length < 300_000);
  assert.match(html, /<input[^>]*id="\/distribution\/7\/accessUrl"/);
  assert.doesNotMatch(html, /<input[^>]*id="\/distribution\/8\/accessUrl"/);
});

test('a property that is new in a schema file has its field, in its group, and is read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'datatorget-schemas-'));
  try {
    cpSync('schemas/dcat-ap-se', folder, { recursive: true });
    const file = join(folder, 'dataset.json');
    const schema = JSON.parse(readFileSync(file, 'utf8')) as { properties: object };
    writeFileSync(
      file,
      JSON.stringify({
        ...schema,
        properties: {
          ...schema.properties,
          measuredBy: {
            $ref: 'values.json#/$defs/text',
            'x-iri': 'schema:measurementTechnique',
            'x-obligation': 'recommended',
            'x-group': 'content',
            'x-order': 5,
            'x-label': { sv: 'Mätmetod', en: 'Measurement technique' },
            'x-help': { sv: 'Hur det har mätts.', en: 'How it was measured.' },
          },
        },
      }),
    );
    const { plan } = loadProfile(folder, vocabularies);
    const html = draw({ measuredBy: { sv: 'Radar' } }, 'Dataset', {
      rules: { plan, vocabularies },
    });
    assert.match(html, /data-group="content"[\s\S]*data-property="measuredBy"[\s\S]*Mätmetod/);
    const { measuredBy } = readEditorForm({ plan, vocabularies }, 'Dataset', formFields(html));
    assert.deepEqual(measuredBy, { sv: 'Radar' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every control has a name that is heard: a label of its own or one in words', () => {
  for (const className of ['Dataset', 'DatasetSeries', 'DataService', 'Catalog', 'Agent']) {
    const html = draw({}, className);
    const labels = new Set([...html.matchAll(/<label for="([^"]*)"/g)].map(([, id]) => id));
    for (const [control] of html.matchAll(/<(?:input|select|textarea)\b(?:[^>"]|"[^"]*")*>/g)) {
      if (/type="hidden"/.test(control)) continue;
      const id = /\bid="([^"]*)"/.exec(control)?.[1] ?? '';
      assert.ok(labels.has(id) || /aria-label="[^"]+"/.test(control), control);
    }
  }
});

test('no id stands twice', async () => {
  const [file] = await readSample();
  for (const { className, content } of file?.records ?? []) {
    const ids = [...draw(content, className).matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  }
});

test('before a form is checked, what is wrong is said of what is written and of what has no field', () => {
  const className = 'Dataset';
  const fields = editorFields(rules, className, {
    title: { sv: 'Badplatser' },
    keyword: { sv: ['bad', 'bad'] },
    distribution: [{ '@type': 'Distribution', title: { sv: 'Filen' } }],
  });
  const at = (pointer: string) => ({
    level: 'error' as const,
    rule: 'V000',
    blocks: 'publishing' as const,
    pointer,
    message: { sv: `Fel vid ${pointer}.`, en: `Wrong at ${pointer}.` },
  });
  const said = ['/keyword/sv/1', '/nothing-of-the-form', '/distribution/0/nothing-of-it'];
  const issues = [...said, '/description', '/theme'].map(at);
  const shown = shownIssues({ issues, fields, isChecked: false });
  const open = ['/distribution/0'];
  const form = drawEditorForm({ rules, className, fields, issues, isChecked: false, shown, open });
  const places = [...form.matchAll(/Fel vid ([^ ]+?)\./g)].map(([, place]) => place);
  assert.deepEqual([...new Set(places)].toSorted(), said.toSorted());
});
