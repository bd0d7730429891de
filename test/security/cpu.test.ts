import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameFault } from '../../src/accounts/name-fault.ts';
import { emailKeyOf } from '../../src/accounts/person.ts';
import { nameFrom } from '../../src/catalog/names.ts';
import { ownPath } from '../../src/http/own-path.ts';
import { beginTrace } from '../../src/http/trace.ts';
import { isEmailAddress } from '../../src/kernel/email-address.ts';
import { isAbsoluteIri, isWebAddress } from '../../src/kernel/iri.ts';
import type { JsonObject } from '../../src/kernel/json.ts';
import { readFields } from '../../src/kernel/read-fields.ts';
import { splitWords } from '../../src/language/split-words.ts';
import { browserName } from '../../src/portal/account/browser-name.ts';
import { readDate } from '../../src/portal/editor/read-date.ts';
import { readDuration } from '../../src/portal/editor/read-duration.ts';
import { markdownHtml } from '../../src/portal/markdown.ts';
import { plainText } from '../../src/portal/plain-text.ts';
import { firstSentence } from '../../src/portal/records/first-sentence.ts';
import { isDate, isDuration } from '../../src/profile/judge-lexical.ts';
import { plainText as wordsOf } from '../../src/search/plain-text.ts';
import { readQuery } from '../../src/search/read-query.ts';
import { readCsv } from '../../src/tables/csv.ts';
import { comparableForm } from '../../src/vocabularies/comparable-form.ts';
import { dataset } from '../http/descriptions.ts';
import { openSite } from '../http/site.ts';

/** Rows of one sign or of few, with an end that fits nothing: what makes careless patterns try again from every place. */
const rows: readonly (readonly [begin: string, row: string, end: string])[] = [
  ...[
    'a',
    '/',
    ' ',
    '\n',
    '\t',
    '-',
    '.',
    '@',
    '0',
    '1',
    '"',
    "'",
    '<',
    '(',
    '[',
    '*',
    '_',
    '`',
    '&',
    '#',
    ',',
    ';',
    ':',
    'T',
    'å',
  ].map((row) => ['', row, '!'] as const),
  ['http://a/', '/', 'x'],
  ['a', ' ', 'a'],
  ['mailto:', 'a.', '@'],
  ['P', '1', '!'],
  ['2026-01-01', ' ', 'x'],
  ['POLYGON((', '1 1,', ''],
  ['MULTIPOINT', '(', ''],
  ['', 'a@', ''],
  ['', '<a href="http:', '>'],
  ['', '<!--', ''],
  ['', '<a ', ''],
  ['', '![', ''],
  ['', '[a](', ''],
  ['', '**a', ''],
  ['', '"a" ', ''],
  ['', '";"', ''],
  ['', 'a:', ''],
  ['', '\\', ''],
  ['', '&#1', ''],
  ['', '%2', ''],
  ['', ' _:a', ' .'],
  ['', '- ', 'x'],
  ['', '> ', 'x'],
  ['', 'a\u0301', ''],
];

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'address of mail': isEmailAddress,
  'key of an address of mail': emailKeyOf,
  'name of a person': nameFault,
  'name in an address': (text) => nameFrom(text, 'x'),
  'where to go next': (text) => ownPath(text, 'https://data.example.se', '/'),
  trace: beginTrace,
  IRI: isAbsoluteIri,
  'address of the web': isWebAddress,
  'IRI of a vocabulary': comparableForm,
  'field of a form': (text) =>
    readFields(new Map([['text', text]])).text('text', { most: 3000, lines: true }),
  'words of a text': (text) => splitWords(text).length,
  'words of a search': readQuery,
  'words of a description': wordsOf,
  'name of a browser': (text) => browserName(text, 'sv'),
  'date in a form': readDate,
  'duration in a form': readDuration,
  date: isDate,
  duration: isDuration,
  Markdown: markdownHtml,
  'text in HTML': plainText,
  'first sentence': firstSentence,
  CSV: (text) => attempt(() => readCsv(Buffer.from(text), 'x')),
};

const size = 20_000;

/** Milliseconds of the processor for the row at so many characters: the best of some tries. */
function cost(
  read: (text: string) => unknown,
  [begin, row, end]: (typeof rows)[number],
  length: number,
): number {
  const text = begin + row.repeat(Math.ceil(length / row.length)) + end;
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 2; tries += 1) {
    const { user, system } = process.cpuUsage();
    read(text);
    const used = process.cpuUsage({ user, system });
    best = Math.min(best, (used.user + used.system) / 1000);
    if (best < enough) return best;
  }
  return best;
}

/** Below this nobody is hurt, and the clock is too coarse to tell. */
const enough = 100;

test('no reader of what strangers send takes more than in proportion to its length', () => {
  const slow: string[] = [];
  for (const [name, read] of Object.entries(readers)) {
    for (const row of rows) {
      const once = cost(read, row, size);
      if (once < enough) continue;
      const twice = cost(read, row, 2 * size);
      if (twice > 3 * once + enough)
        slow.push(`${name}: ${row.join('…')} ${once} ms, twice as long ${twice} ms`);
      if (once > 2000) slow.push(`${name}: ${row.join('…')} ${once} ms`);
    }
  }
  assert.deepEqual(slow, []);
});

test('no record that a stranger has judged takes more than in proportion to its length', async (t) => {
  const site = await openSite(t);
  const fields: Readonly<Record<string, (text: string) => JsonObject>> = {
    title: (text) => ({ title: { sv: text } }),
    description: (text) => ({ description: { sv: text } }),
    theme: (text) => ({ theme: [text] }),
    accessRights: (text) => ({ accessRights: text }),
    landingPage: (text) => ({ landingPage: [text] }),
    issued: (text) => ({ issued: text }),
    spatial: (text) => ({ spatial: [{ '@type': 'Location', bbox: text, geometry: text }] }),
    temporalResolution: (text) => ({ temporalResolution: text }),
    contactPoint: (text) => ({
      contactPoint: [{ '@type': 'Organization', name: text, email: text, telephone: text }],
    }),
    format: (text) => ({
      distribution: [
        {
          '@type': 'Distribution',
          accessUrl: text,
          format: text,
          mediaType: text,
          license: text,
          byteSize: text,
        },
      ],
    }),
  };
  const judge = async (field: string, [begin, row, end]: (typeof rows)[number], length: number) => {
    const text = begin + row.repeat(Math.ceil(length / row.length)) + end;
    const body = { '@type': 'Dataset', ...dataset(), ...fields[field]?.(text) };
    const { user, system } = process.cpuUsage();
    const reply = await site.ask('/api/v1/validate', { body });
    await reply.arrayBuffer();
    assert.ok([200, 400, 422].includes(reply.status), `${field} ${row}: ${reply.status}`);
    const used = process.cpuUsage({ user, system });
    return (used.user + used.system) / 1000;
  };
  const slow: string[] = [];
  for (const field of Object.keys(fields)) {
    for (const row of rows) {
      const once = await judge(field, row, 3 * size);
      if (once < 3 * enough) continue;
      const twice = await judge(field, row, 6 * size);
      if (twice > 3 * once)
        slow.push(`${field}: ${row.join('…')} ${once} ms, twice as long ${twice} ms`);
    }
  }
  assert.deepEqual(slow, []);
});

/** What an anonymous request carries in its heads, as long as heads may be. */
const heads = [
  'Accept',
  'Accept-Language',
  'If-None-Match',
  'If-Modified-Since',
  'Range',
  'Accept-Profile',
  'Cookie',
  'traceparent',
  'User-Agent',
  'Authorization',
  'Content-Type',
  'Prefer',
  'Link',
];

test('no head of a request, and no path or search, keeps the server busy', async (t) => {
  const site = await openSite(t);
  await site.searched();
  const slow: string[] = [];
  const ask = async (what: string, path: string, headers: Record<string, string>) => {
    const { user, system } = process.cpuUsage();
    const reply = await site.ask(path, { headers });
    await reply.arrayBuffer();
    assert.ok(reply.status < 500, `${what}: ${reply.status}`);
    const used = process.cpuUsage({ user, system });
    if ((used.user + used.system) / 1000 > 2000) slow.push(`${what}: ${used.user / 1000} ms`);
  };
  for (const [begin, row, end] of rows) {
    const long = (begin + row.repeat(Math.ceil(7000 / row.length)) + end).replace(
      /[^\x21-\x7e]/g,
      ' ',
    );
    for (const head of heads) await ask(`${head} ${row}`, '/datasets', { [head]: long });
    await ask(
      `q ${row}`,
      `/api/v1/datasets?q=${encodeURIComponent(begin + row.repeat(1000 / row.length) + end)}`,
      {},
    );
    if (/^[!-~]+$/.test(row) && !/[#?%\\]/.test(row))
      await ask(`path ${row}`, `/${encodeURI(row).repeat(7000 / encodeURI(row).length)}x`, {});
  }
  assert.deepEqual(slow, []);
});

function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch {
    return undefined;
  }
}
