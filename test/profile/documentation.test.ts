import assert from 'node:assert/strict';
import test from 'node:test';
import { documentationOf } from '../../src/profile/documentation.ts';
import { loadPlan } from '../../src/profile/load-plan.ts';
import { ruleTable } from '../../src/profile/rules/rule-table.ts';
import { isVocabulary, schemaFolder } from './schema-folder.ts';

const plan = loadPlan(schemaFolder, isVocabulary);

for (const language of ['sv', 'en'] as const) {
  const page = documentationOf(plan, language);

  test(`The page in ${language} has a table for every class with a row for every property`, () => {
    const tables = page.split('\n## ').slice(2, -1);
    assert.equal(tables.length, plan.classes.size);
    for (const [index, cls] of [...plan.classes.values()].entries()) {
      const rows = tables[index]?.split('\n').filter((line) => line.startsWith('| ')) ?? [];
      assert.equal(rows.length, cls.properties.length + 2, cls.name);
      for (const { name, help } of cls.properties) {
        const row = rows.find((line) => line.includes(` \`${name}\` `));
        assert.ok(row?.includes(help[language]), `${cls.name} ${name}`);
      }
    }
  });

  test(`Every row of the page in ${language} has seven cells`, () => {
    const classes = page.slice(0, page.lastIndexOf('\n## '));
    const rows = classes.split('\n').filter((line) => line.startsWith('| '));
    for (const row of rows) assert.equal(row.split(/(?<!\\)\|/).length, 9, row);
  });

  test(`The page in ${language} says of every rule what it is, how bad and where it stands`, () => {
    for (const { id, title, source } of ruleTable) {
      const row = page.split('\n').find((line) => line.startsWith(`| ${id} |`));
      assert.ok(row?.includes(title[language]) && row.includes(source), id);
    }
  });

  test(`Every link to a class in the page in ${language} leads somewhere`, () => {
    for (const [, anchor] of page.matchAll(/\]\(#([^)]+)\)/g)) {
      assert.ok(page.includes(`<a id="${anchor}"></a>`), `#${anchor} is nowhere`);
    }
  });
}

test('The page says how often, from which list and from which release', () => {
  const page = documentationOf(plan, 'sv');
  assert.match(page, /`license` .* obligatorisk \| 1 \|/);
  assert.match(page, /bara ur listan \[frequency\]\(\/vocabularies\/frequency\)/);
  assert.match(page, /Release 3\.0\.1/);
});
