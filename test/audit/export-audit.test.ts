import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { beginning, type ChainedEvent, chained } from '../../src/audit/chained-event.ts';
import { auditCsv, auditLines } from '../../src/audit/export-audit.ts';

test('a line of JSON says all that the hash of its event is made of', async () => {
  const [line = ''] = await all(auditLines(stream(event('Träd')), nameOf));

  const { number, at, organization, actor, action, object, before, after, ...rest } =
    JSON.parse(line);
  const personal = hash('sha256', event('Träd').personal ?? '');
  assert.equal(rest.previous, beginning);
  assert.equal(rest.personalHash.length, personal.length);
  assert.deepEqual(organization, { id: 'o1', name: 'umea' });
  const details = JSON.stringify({ name: object.name, before, after });
  assert.equal(
    rest.hash,
    hash(
      'sha256',
      JSON.stringify([
        ...[number, at, organization.id, actor.kind, actor.id, action, object.kind, object.id],
        ...[details, rest.personalHash, rest.previous],
      ]),
    ),
  );
});

for (const hostile of [
  '=1+1',
  '+cmd|x',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '=HYPERLINK("http://a")',
]) {
  test(`a spreadsheet takes ${JSON.stringify(hostile)} for text`, async () => {
    const [, row = ''] = await all(auditCsv(stream(event(hostile)), nameOf));

    assert.ok(row.includes(`'${hostile.replaceAll('"', '""')}`), row);
  });
}

test('CSV has a header that spreadsheets read as UTF-8, and quotes what would end a cell', async () => {
  const [header, row] = await all(auditCsv(stream(event('a,"b"\nc')), nameOf));

  assert.match(header ?? '', /^\ufeffnumber,at,organization,/);
  assert.match(row ?? '', /,"a,""b""\nc",/);
  assert.match(
    row ?? '',
    /^1,2026-05-01T00:00:00\.000Z,umea,person,p1,Eva Ek,record-changed,dataset,d1,/,
  );
});

function event(name: string): ChainedEvent {
  return chained(
    {
      at: '2026-05-01T00:00:00.000Z',
      actor: { kind: 'person', id: 'p1', name: 'Eva Ek', grants: [] },
      organization: 'o1',
      action: 'record-changed',
      object: { kind: 'dataset', id: 'd1', name },
      before: { version: 1 },
      after: { version: 2, properties: ['title'] },
    },
    { number: 0, hash: beginning },
  );
}

async function* stream(...events: readonly ChainedEvent[]): AsyncGenerator<ChainedEvent> {
  yield* events;
}

const nameOf = async () => 'umea';

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const line of lines) list.push(line);
  return list;
}
