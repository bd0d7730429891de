import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createResource } from '../../../src/catalog/create-resource.ts';
import { localOperator } from '../../../src/commands/local-operator.ts';
import type { JsonObject } from '../../../src/kernel/json.ts';
import { dataset } from '../../http/descriptions.ts';
import { openSite, own, type SignedInPerson, type Site } from '../../http/site.ts';
import { formFields } from './page-form.ts';

const edit = '/workspace/umea/datasets/badplatser/edit';
const theme = 'http://publications.europa.eu/resource/authority/data-theme';

interface Desk {
  readonly site: Site;
  readonly editor: SignedInPerson;
}

/** A site with an editor at work, and a draft called badplatser. */
async function desk(t: TestContext): Promise<Desk> {
  const site = await openSite(t);
  const editor = await site.person({ role: 'editor' });
  const made = await site.ask(`/workspace/${own}/datasets/new`, {
    as: editor,
    form: { title: 'Badplatser', name: 'badplatser' },
  });
  assert.equal(made.status, 303);
  assert.equal(made.headers.get('location'), `${edit}?done=created`);
  return { site, editor };
}

async function page({ site }: Desk, as: SignedInPerson, path = edit): Promise<string> {
  const reply = await site.ask(path, { as });
  assert.equal(reply.status, 200);
  return reply.text();
}

/** Fills in fields of the page that was read, and presses a button. */
function press(
  { site }: Desk,
  as: SignedInPerson,
  html: string,
  { action = 'save', ...changes }: Readonly<Record<string, string>>,
): Promise<Response> {
  return site.ask(edit, {
    as,
    form: { ...Object.fromEntries(formFields(html)), ...changes, action },
  });
}

async function stored({ site }: Desk): Promise<JsonObject> {
  return (await site.application.context.store.find('dataset', 'badplatser'))
    ?.content as unknown as JsonObject;
}

async function written({ site }: Desk) {
  const resource = await site.application.context.store.find('dataset', 'badplatser');
  return site.application.store.editing.copyOf(resource?.id ?? '');
}

test('a record is written without a script: new, filled in, mistakes, mended, a draft', async (t) => {
  const at = await desk(t);
  const { editor } = at;
  const begun = await page(at, editor, `${edit}?done=created`);
  assert.doesNotMatch(begun, /(?:måste|bör) fyllas i/, 'nobody has come to it yet');
  assert.match(begun, /1 fel att rätta[\s\S]*data-goto="\/description"/, 'and still it is counted');
  const asked = await press(at, editor, begun, { action: 'check' });
  assert.equal(asked.headers.get('location'), `${edit}?check=true`);
  const checked = await page(at, editor, `${edit}?check=true`);
  assert.match(checked, /Beskrivning[\s\S]*måste fyllas i/);
  const on = await press(at, editor, checked, { action: 'add:/distribution' });
  assert.match(on.headers.get('location') ?? '', /[?&]check=true#\/distribution\/0$/);
  await press(at, editor, await page(at, editor), { action: 'remove:/distribution/0' });
  const wrong = await press(at, editor, await page(at, editor), {
    '/description/sv': 'Var man kan bada.',
    '/issued': 'ngn gång',
    '/theme/0': `${theme}/ENVI`,
    action: 'draft',
  });
  assert.equal(wrong.status, 422);
  const told = await wrong.text();
  assert.match(told, /går inte att använda/);
  assert.equal(formFields(told).get('/issued'), 'ngn gång');
  assert.equal((await written(at))?.content.issued, 'ngn gång');
  assert.equal((await stored(at)).issued, undefined);

  const mended = await press(at, editor, told, { '/issued': '15 januari 2026', action: 'draft' });
  assert.equal(mended.headers.get('location'), `${edit}?done=draft`);
  const { issued, description } = await stored(at);
  assert.deepEqual([issued, description], ['2026-01-15', { sv: 'Var man kan bada.' }]);
  assert.equal(await written(at), undefined);
  assert.match(await page(at, editor, `${edit}?done=draft`), /sparat som en ny version/);
});

test('files are added, moved and removed by plain buttons, and their order is kept', async (t) => {
  const at = await desk(t);
  const { editor } = at;
  await press(at, editor, await page(at, editor), { action: 'add:/distribution' });
  await press(at, editor, await page(at, editor), {
    '/distribution/0/title/sv': 'Första',
    action: 'add:/distribution',
  });
  const moved = await press(at, editor, await page(at, editor), {
    '/distribution/1/title/sv': 'Andra',
    action: 'up:/distribution/1',
  });
  assert.equal(
    moved.headers.get('location'),
    `${edit}?open=${encodeURIComponent('/distribution/0')}#/distribution/0`,
  );
  await press(at, editor, await page(at, editor), { action: 'draft' });
  const titles = async () =>
    ((await stored(at)).distribution as readonly JsonObject[]).map(({ title }) => title);
  assert.deepEqual(await titles(), [{ sv: 'Andra' }, { sv: 'Första' }]);
  await press(at, editor, await page(at, editor), { action: 'down:/distribution/0' });
  await press(at, editor, await page(at, editor), { action: 'draft' });
  assert.deepEqual(await titles(), [{ sv: 'Första' }, { sv: 'Andra' }]);
  await press(at, editor, await page(at, editor), { action: 'remove:/distribution/0' });
  await press(at, editor, await page(at, editor), { action: 'draft' });
  assert.deepEqual(await titles(), [{ sv: 'Andra' }]);
});

test('two editors collide: both writings are shown, one is chosen for each field, nothing is lost', async (t) => {
  const at = await desk(t);
  const { editor: eva, site } = at;
  const ola = await site.person({ role: 'editor' });
  const [evas, olas] = [await page(at, eva), await page(at, ola)];
  await press(at, eva, evas, { '/description/sv': 'Evas text', '/keyword/sv': 'bad' });
  const refused = await press(at, ola, olas, {
    '/description/sv': 'Olas text',
    '/version': '2.0',
  });
  assert.equal(refused.status, 409);
  const both = await refused.text();
  assert.match(both, /Evas text/);
  assert.match(both, /Olas text/);
  assert.equal((await written(at))?.content.version, undefined);

  const chosen = { ...Object.fromEntries(formFields(both, 'none')), 'pick:description': 'theirs' };
  const solved = await site.ask(`${edit}/collision`, { as: ola, form: chosen });
  assert.equal(solved.headers.get('location'), `${edit}?done=solved`);
  const { description, keyword, version } = (await written(at))?.content ?? {};
  assert.deepEqual([description, keyword, version], [{ sv: 'Evas text' }, { sv: ['bad'] }, '2.0']);
});

test('a record that got a new version meanwhile is compared before it goes on', async (t) => {
  const at = await desk(t);
  const { editor, site } = at;
  await press(at, editor, await page(at, editor), { '/description/sv': 'Min text' });
  const {
    '@context': _,
    record: __,
    ...node
  } = await site.askJson(200, '/api/v1/datasets/badplatser', {
    as: 'editor',
  });
  await site.askJson(200, '/api/v1/datasets/badplatser', {
    method: 'PUT',
    as: 'editor',
    headers: { 'If-Match': '*' },
    body: { ...node, description: { sv: 'Skriven av ett program' }, version: '3' },
  });
  const kept = await press(at, editor, await page(at, editor), { action: 'draft' });
  assert.equal(kept.headers.get('location'), `${edit}/collision`);
  const both = await page(at, editor, `${edit}/collision`);
  assert.match(both, /Skriven av ett program/);
  await site.ask(`${edit}/collision`, {
    as: editor,
    form: Object.fromEntries(formFields(both, 'none')),
  });
  await press(at, editor, await page(at, editor), { action: 'draft' });
  const { description, version } = await stored(at);
  assert.deepEqual([description, version], [{ sv: 'Min text' }, '3']);
});

test('saving by itself answers the judgement, and both sides when somebody else was quicker', async (t) => {
  const at = await desk(t);
  const { editor, site } = at;
  const fields = Object.fromEntries(formFields(await page(at, editor)));
  const auto = (changes: Readonly<Record<string, string>>) =>
    site.ask(`${edit}/autosave`, { as: editor, form: { ...fields, ...changes } });
  const saved = (await (await auto({ '/issued': 'snart' })).json()) as JsonObject;
  assert.equal(saved.revision, 1);
  const issues = saved.issues as readonly JsonObject[];
  assert.ok(issues.some(({ pointer, level }) => pointer === '/issued' && level === 'error'));
  const stale = await auto({ '/version': '2' });
  assert.equal(stale.status, 409);
  const { theirs, differences } = (await stale.json()) as {
    theirs: JsonObject;
    differences: readonly JsonObject[];
  };
  assert.equal(theirs.revision, 1);
  assert.deepEqual(
    differences.map(({ property, changedBy }) => [property, changedBy]),
    [
      ['version', 'me'],
      ['issued', 'them'],
    ],
  );
  const next = await auto({ _revision: '1', _seen: String(saved.seen), '/issued': '2026' });
  assert.equal(((await next.json()) as JsonObject).revision, 2);
});

test('saving what is there already makes no copy', async (t) => {
  const at = await desk(t);
  await press(at, at.editor, await page(at, at.editor), {});
  assert.equal(await written(at), undefined);
});

test('nothing that is written runs in the page', async (t) => {
  const at = await desk(t);
  const { editor } = at;
  const attack = `"><script>alert(1)</script><img src=x onerror=alert(2)>'`;
  const fields = formFields(await page(at, editor));
  const changes: Record<string, string> = {};
  for (const [name] of fields)
    if (name.startsWith('/') && !name.endsWith('*')) changes[name] = attack;
  delete changes['/@id'];
  delete changes['/@type'];
  const saved = await press(at, editor, await page(at, editor), changes);
  assert.equal(saved.status, 303);
  for (const path of [
    edit,
    '/workspace/umea/removed',
    '/workspace/umea/datasets/badplatser/preview',
  ]) {
    const html = await page(at, editor, path);
    assert.doesNotMatch(html, /<script>alert|<img src=x/);
  }
  const again = formFields(await page(at, editor));
  assert.equal(again.get('/title/sv'), attack);
  const stale = await press(at, editor, '', { _revision: '0', '/title/sv': attack });
  assert.equal(stale.status, 409);
  assert.doesNotMatch(await stale.text(), /<script>alert|<img src=x/);
});

test('whoever is not of the organisation finds nothing, and readers only read', async (t) => {
  const at = await desk(t);
  const { site } = at;
  const stranger = await site.person({ role: 'administrator', organization: 'malmo' });
  const reader = await site.person({ role: 'reader' });
  const missing = await site.ask('/workspace/nowhere/datasets/badplatser/edit', { as: stranger });
  assert.equal(missing.status, 404);
  const elsewhere = '/workspace/malmo/datasets/badplatser/edit';
  for (const path of [
    edit,
    elsewhere,
    `${edit}/collision`,
    '/workspace/umea/datasets/new',
    '/workspace/umea/datasets/badplatser/preview',
    '/workspace/umea/datasets/badplatser/template',
    '/workspace/umea/removed',
    '/workspace/umea/templates',
    '/workspace/umea/catalog/edit',
  ]) {
    const reply = await site.ask(path, { as: stranger });
    assert.equal(reply.status, 404, path);
  }
  for (const path of [
    edit,
    elsewhere,
    `${edit}/autosave`,
    `${edit}/collision`,
    '/workspace/umea/datasets/new',
    ...['duplicate', 'discard', 'remove', 'template'].map(
      (verb) => `/workspace/umea/datasets/badplatser/${verb}`,
    ),
    '/workspace/umea/removed',
    '/workspace/umea/templates',
  ]) {
    const reply = await site.ask(path, { as: stranger, form: { title: 'x', action: 'save' } });
    assert.equal(reply.status, 404, path);
    const read = await site.ask(path, { as: reader, form: { title: 'x', action: 'save' } });
    assert.equal(read.status, path.includes('malmo') ? 404 : 403, path);
  }
  const html = await page(at, reader);
  assert.match(html, /Du kan läsa men inte ändra/);
  assert.doesNotMatch(html, /name="action"/);
  assert.equal((await site.ask(edit)).status, 303);
  const forged = await site.ask(edit, {
    as: { ...at.editor, csrf: 'x' },
    form: { '/title/sv': 'x' },
  });
  assert.equal(forged.status, 403);
});

test('a draft that is removed can be had back with what was being written on it', async (t) => {
  const at = await desk(t);
  const { editor, site } = at;
  await press(at, editor, await page(at, editor), { '/issued': 'snart', '/version': '7' });
  const gone = await site.ask('/workspace/umea/datasets/badplatser/remove', {
    as: editor,
    form: {},
  });
  assert.equal(gone.headers.get('location'), '/workspace/umea/removed?done=draft');
  assert.equal(await stored(at), undefined);
  const html = await page(at, editor, '/workspace/umea/removed?done=draft');
  const id = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const back = await site.ask('/workspace/umea/removed', { as: editor, form: { id } });
  assert.equal(back.headers.get('location'), `${edit}?done=restored`);
  const { issued, version } = (await written(at))?.content ?? {};
  assert.deepEqual([issued, version], ['snart', '7']);
});

test('changes that are discarded can be had back', async (t) => {
  const at = await desk(t);
  const { editor, site } = at;
  await press(at, editor, await page(at, editor), { '/version': '7' });
  await site.ask('/workspace/umea/datasets/badplatser/discard', { as: editor, form: {} });
  assert.equal(await written(at), undefined);
  const html = await page(at, editor, '/workspace/umea/removed?done=changes');
  const id = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';
  await site.ask('/workspace/umea/removed', { as: editor, form: { id } });
  assert.equal((await written(at))?.content.version, '7');
});

test('a copy says that it is one and has IRIs of its own; a template fills in what is shared', async (t) => {
  const at = await desk(t);
  const { editor, site } = at;
  await press(at, editor, await page(at, editor), {
    '/keyword/sv': 'bad',
    action: 'add:/distribution',
  });
  await press(at, editor, await page(at, editor), { action: 'draft' });
  const copied = await site.ask('/workspace/umea/datasets/badplatser/duplicate', {
    as: editor,
    form: {},
  });
  assert.match(copied.headers.get('location') ?? '', /badplatser-kopia\/edit\?done=duplicated$/);
  const copy = await site.application.context.store.find('dataset', 'badplatser-kopia');
  assert.deepEqual(copy?.content.title, { sv: 'Badplatser (kopia)' });
  assert.doesNotMatch(JSON.stringify(copy?.content), /datasets\/badplatser["#/]/);

  await site.ask('/workspace/umea/datasets/badplatser/template', {
    as: editor,
    form: { title: 'Bad', 'keep:keyword': 'on' },
  });
  const id = /value="([0-9a-f-]{36})"/.exec(
    await page(at, editor, '/workspace/umea/datasets/new'),
  )?.[1];
  await site.ask('/workspace/umea/datasets/new', {
    as: editor,
    form: { title: 'Simhallar', name: 'simhallar', template: id ?? '' },
  });
  const made = await site.application.context.store.find('dataset', 'simhallar');
  assert.deepEqual(made?.content.keyword, { sv: ['bad'] });
  assert.equal(made?.content.distribution, undefined);
});

test('a contact that the organisation has described is taken over with an IRI of its own', async (t) => {
  const at = await desk(t);
  const { editor, site } = at;
  await press(at, editor, await page(at, editor), {
    '/contactPoint/0/fn/sv': 'Öppna data-gruppen',
    '/contactPoint/0/hasEmail/0': 'oppnadata@umea.se',
    action: 'draft',
  });
  const other = '/workspace/umea/datasets/simhallar/edit';
  await site.ask('/workspace/umea/datasets/new', {
    as: editor,
    form: { title: 'Simhallar', name: 'simhallar' },
  });
  const html = await page(at, editor, other);
  assert.match(html, /Öppna data-gruppen/);
  await site.ask(other, {
    as: editor,
    form: { ...Object.fromEntries(formFields(html)), action: 'take:/contactPoint' },
  });
  await site.ask(other, {
    as: editor,
    form: { ...Object.fromEntries(formFields(await page(at, editor, other))), action: 'draft' },
  });
  const made = await site.application.context.store.find('dataset', 'simhallar');
  const [contact] = (made?.content.contactPoint ?? []) as readonly JsonObject[];
  assert.deepEqual(contact?.fn, { sv: 'Öppna data-gruppen' });
  assert.match(String(contact?.['@id']), /datasets\/simhallar#contactPoint/);
});

test('a record without a title is called one, and not by its description', async (t) => {
  const at = await desk(t);
  await press(at, at.editor, await page(at, at.editor), {
    '/title/sv': '',
    '/description/sv': 'Var man kan bada.',
  });
  const heading = /<h1>(.*?)<\/h1>/;
  assert.equal(heading.exec(await page(at, at.editor))?.[1], 'Namnlös datamängd');
  assert.equal(heading.exec(await page(at, at.editor, `${edit}?lang=en`))?.[1], 'Untitled dataset');
});

test('standards that published data follows are suggested', async (t) => {
  const at = await desk(t);
  const { site, editor } = at;
  const standard = 'https://standards.example.se/badplatser/1.0';
  await createResource(site.application.context, {
    actor: localOperator,
    kind: 'dataset',
    organization: own,
    name: 'bad',
    node: { ...dataset(), conformsTo: [standard] },
    publish: true,
  });
  await site.searched();
  const html = await page(at, editor);
  const list = /data-property="conformsTo"[\s\S]*?<input[^>]*? list="([^"]+)"/.exec(html)?.[1];
  assert.ok(html.includes(`<datalist id="${list}"><option value="${standard}">`));
  assert.doesNotMatch(html, /id="\/distribution\/0\/conformsTo[^>]* list=/);
});
