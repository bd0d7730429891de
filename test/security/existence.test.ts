import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Route } from '../../src/http/route.ts';
import { dataset, series, service } from '../http/descriptions.ts';
import { type Asking, foreign, openSite, own, type Site } from '../http/site.ts';
import { pathTo } from './make-thing.ts';

/**
 * Whoever may not know of a thing gets the same answer as if it were not there, byte for byte: status, headers and body, whatever the
 * method and the conditions of the request.
 */

/** Names of records that are there and hidden, and of the same length ones that are not. */
const hidden = 'dolda';
const absent = 'borta';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** What makes a server tell whether something is there, when it looks before it asks who wants to know. */
const conditions: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'If-Match': '*' },
  { 'If-Match': '"1-json"' },
  { 'If-None-Match': '*' },
  { 'If-None-Match': '"1-json"' },
  { 'If-Modified-Since': 'Fri, 01 Jan 2100 00:00:00 GMT' },
  { Accept: 'text/turtle' },
];

const bodies = { datasets: dataset, series, services: service } as const;

test('a draft is answered like a record that is not there, to everybody outside and to tokens that may not read', async (t) => {
  const site = await openSite(t);
  await hideRecords(site);
  const stranger = await site.person({ role: 'administrator', organization: foreign });
  const fenced = await fencedToken(site);
  const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` }, token });
  const asks: readonly (readonly [string, Asking & { readonly token?: string }])[] = [
    ['nobody', {}],
    ['a stranger', { as: stranger }],
    ['a stranger’s token', bearer(site.tokens['strange-administrator'])],
    ['a token that may only publish', bearer(fenced)],
  ];
  const paths = new Set(
    site.routes.map(({ path }) => path).filter((path) => kindOf(path) !== undefined),
  );
  assert.ok(paths.size > 60, String(paths.size));
  const told: string[] = [];
  for (const path of paths) {
    const kind = kindOf(path) ?? 'datasets';
    const isApi = path.startsWith('/api/');
    const declared = site.routes.filter((route) => route.path === path);
    for (const method of methods) {
      const isDeclared = declared.some((route) => route.method === reads(method));
      for (const [who, asking] of asks) {
        // What no route takes is refused before it is asked who wants it.
        if (!isDeclared && who !== 'nobody') continue;
        if (path.startsWith('/workspace/') && 'token' in asking) continue;
        for (const headers of path.startsWith('/api/v1/datasets/') ? conditions : [{}]) {
          const request: Asking = {
            ...asking,
            method,
            headers: { ...asking.headers, ...headers },
            ...(method === 'GET' || method === 'HEAD' ? {} : bodyOf(isApi, kind)),
          };
          const answers: string[] = [];
          for (const name of [hidden, absent]) {
            const address = filled(path, { name: kind.slice(0, 3) + name });
            answers.push(await answerTo(site, address, request, kind.slice(0, 3) + name));
          }
          if (answers[0] !== answers[1])
            told.push(
              `${method} ${path} to ${who} ${JSON.stringify(headers)}\n${difference(answers)}`,
            );
        }
      }
    }
  }
  assert.deepEqual(told, []);
});

test('what belongs to an organisation is answered like what is not there, to strangers and to members without the right', async (t) => {
  const site = await openSite(t);
  const stranger = await site.person({ role: 'administrator', organization: foreign });
  const reader = await site.person({ role: 'reader' });
  const routes = site.routes.filter(({ path }) => /\{id\}/.test(path));
  assert.ok(routes.length > 25, String(routes.length));
  const told: string[] = [];
  for (const route of routes) {
    const { method, path } = route;
    const there = await thingOf(site, route);
    const isApi = path.startsWith('/api/');
    const asks: readonly (readonly [string, string, Asking])[] = isApi
      ? [
          ['nobody', there, {}],
          ['a stranger’s token', there, { as: 'strange-administrator' }],
          ['an editor’s token', there, { as: 'editor' }],
        ]
      : [
          ['nobody', there, {}],
          ['a stranger', there, { as: stranger }],
          ['a stranger at home', there.replace(`/${own}/`, `/${foreign}/`), { as: stranger }],
          ['a reader', there, { as: reader }],
        ];
    const id = lastId(there);
    for (const [who, address, asking] of asks) {
      for (const one of method === 'GET' ? (['GET', 'HEAD'] as const) : [method]) {
        const request: Asking = {
          ...asking,
          method: one,
          ...(method === 'GET' ? {} : isApi ? { body: { role: 'reader' } } : { form: {} }),
        };
        const other = randomUUID();
        const answers = [
          await answerTo(site, address.replaceAll(id, other), request, other),
          await answerTo(site, address, request, id),
        ];
        if (answers[0] !== answers[1])
          told.push(`${one} ${path} to ${who}\n${difference(answers)}`);
      }
    }
  }
  assert.deepEqual(told, []);
});

test('a workspace is answered like one that is not there, to whoever is no member', async (t) => {
  const site = await openSite(t);
  const stranger = await site.person({ role: 'administrator', organization: foreign });
  const told: string[] = [];
  for (const { method, path } of site.routes) {
    if (!path.startsWith('/workspace/{organization}')) continue;
    const request: Asking = { as: stranger, method, ...(method === 'GET' ? {} : { form: {} }) };
    const answers: string[] = [];
    const values = { name: 'bad', id: randomUUID() };
    for (const organization of [own, 'ovik'])
      answers.push(
        await answerTo(site, filled(path, { organization, ...values }), request, organization),
      );
    if (answers[0] !== answers[1]) told.push(`${method} ${path}\n${difference(answers)}`);
  }
  assert.deepEqual(told, []);
});

test('a version that was a draft is answered like one that was never saved', async (t) => {
  const site = await openSite(t);
  const as = 'editor';
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=oppen`, {
    as,
    body: dataset(),
  });
  await site.askJson(200, '/api/v1/datasets/oppen/publish', { as, method: 'POST' });
  const told: string[] = [];
  for (const path of [
    '/datasets/oppen/versions/{n}',
    '/datasets/oppen/versions/{n}.ttl',
    '/api/v1/datasets/oppen/versions/{n}',
    '/datasets/oppen/versions/{n}/changes',
    '/datasets/oppen/versions/2/changes?from={n}',
  ]) {
    for (const bearer of [undefined, 'stranger'] as const) {
      const answers: string[] = [];
      for (const n of ['1', '9'])
        answers.push(await answerTo(site, path.replace('{n}', n), { as: bearer }, numbered(n)));
      if (answers[0] !== answers[1]) told.push(`${path} to ${bearer}\n${difference(answers)}`);
    }
  }
  assert.deepEqual(told, []);
});

/** A version's number where an answer says which was asked for. */
function numbered(version: string): RegExp {
  return new RegExp(`(?<=versions?[ /]|from=)${version}\\b`, 'g');
}

type Folder = keyof typeof bodies;

/** The folder of records in an address that names one. */
function kindOf(path: string): Folder | undefined {
  return /(datasets|series|services)\/\{name\}/.exec(path)?.[1] as Folder | undefined;
}

/** A draft of each kind, in `own`. */
async function hideRecords(site: Site): Promise<void> {
  for (const [folder, body] of Object.entries(bodies)) {
    const name = folder.slice(0, 3) + hidden;
    await site.askJson(201, `/api/v1/${folder}?organization=${own}&name=${name}`, {
      as: 'editor',
      body: body(),
    });
  }
}

/** A token of `own` that may not read what is not public. */
async function fencedToken(site: Site): Promise<string> {
  const body = { organization: own, name: 'Publicerar', scopes: ['publish'], days: 1 };
  const made = await site.askJson(201, '/api/v1/tokens', { as: 'operator', body });
  return String(made.token ?? made.secret);
}

function reads(method: (typeof methods)[number]): string {
  return method === 'HEAD' ? 'GET' : method;
}

/** What a write brings: for the API a change that would hold if the record were one's own. */
function bodyOf(isApi: boolean, kind: Folder): Asking {
  return isApi ? { body: bodies[kind]() } : { form: {} };
}

function filled(path: string, values: Readonly<Record<string, string>>): string {
  const query = path.endsWith('/log/export')
    ? '?form=csv'
    : /^\/workspace.*\/changes$/.test(path)
      ? '?from=1&to=2'
      : '';
  return (
    path
      .replace('{version}', '1')
      .replace('{organization}', values.organization ?? foreign)
      .replace('{name}', values.name ?? '')
      .replace('{id}', values.id ?? '') + query
  );
}

/** The address of a thing of `own`, or of a person, that is there. */
async function thingOf(site: Site, route: Route): Promise<string> {
  const { path } = route;
  const { store } = site.application.accounts;
  if (path === '/account/sessions/{id}/end') {
    const other = await site.person({ role: 'editor' });
    const [session] = await store.listSessions(other.id);
    return path.replace('{id}', session?.id ?? '');
  }
  if (path.startsWith('/api/')) return pathTo(site, { path: path.replace('{name}', own) });
  return pathTo(site, route);
}

/** The id that an address names last. */
function lastId(address: string): string {
  return address.match(/[0-9a-f-]{36}/g)?.at(-1) ?? 'no id';
}

/** All that an answer says, without what differs between any two answers, and with the name that was asked for taken out. */
async function answerTo(
  site: Site,
  path: string,
  request: Asking,
  asked: string | RegExp,
): Promise<string> {
  const reply = await site.ask(path, {
    ...request,
    // Compressed, the length of a page that carries the token of a session would differ from one to the next.
    headers: {
      ...request.headers,
      'X-Request-ID': 'one-for-all',
      'Accept-Encoding': 'identity',
    },
  });
  const headers = [...reply.headers]
    .filter(([name]) => !/^(?:date|keep-alive|traceparent)$|ratelimit|^set-cookie$/.test(name))
    .map(([name, value]) => `${name}: ${name === 'content-length' ? value : without(value)}`);
  return [reply.status, ...headers, without(await reply.text())].join('\n');

  function without(text: string): string {
    return text.replaceAll(asked, '{asked}');
  }
}

/** The first lines in which two answers are unlike. */
function difference([one = '', other = '']: readonly string[]): string {
  const [a, b] = [one.split('\n'), other.split('\n')];
  const at = a.findIndex((line, index) => line !== b[index]);
  return `  ${a[at]?.slice(0, 300)}\n  ${b[at]?.slice(0, 300)}`;
}
