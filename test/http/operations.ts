import type { JsonObject } from '../../src/kernel/json.ts';
import { dataset, series, service, turtle } from './descriptions.ts';
import { type Asking, own, type Site } from './site.ts';

/** How to call each operation of the OpenAPI document so that it succeeds, for whoever may. */
export interface Operation {
  /** What must be there first: a record of the organisation `own`, in this state. */
  readonly on?: 'draft' | 'published';
  readonly status: number;
  /** Address and request, given the name of what is there, or a name that is free. */
  readonly call: (name: string) => Call;
  /** Makes what must be there first, and gives its id in place of a name. */
  readonly make?: (site: Site) => Promise<string>;
}

export interface Call extends Asking {
  readonly path: string;
}

const api = '/api/v1';
const anyVersion = { 'If-Match': '*' };
const organization = `${api}/organizations/${own}`;
const rdf = { 'Content-Type': 'text/turtle', Accept: 'text/turtle' };

/** Makes the operations of one collection. */
function collection(
  tag: string,
  kind: string,
  description: () => JsonObject,
): Readonly<Record<string, Operation>> {
  const root = `${api}/${tag}`;
  const on = 'draft';
  const ok = 200;
  const put = (name: string) => ({
    path: `${root}/${name}?organization=${own}`,
    method: 'PUT',
    headers: anyVersion,
    body: description(),
  });
  const patch = (name: string) => ({
    path: `${root}/${name}`,
    method: 'PATCH',
    headers: anyVersion,
    body: { keyword: { sv: ['nytt'] } },
  });
  const remove = (name: string) => ({
    path: `${root}/${name}`,
    method: 'DELETE',
    headers: anyVersion,
  });
  const post = (action: string) => (name: string) => ({
    path: `${root}/${name}/${action}`,
    method: 'POST',
  });
  const get = (rest: string) => (name: string) => ({ path: `${root}/${name}${rest}` });
  return {
    [`list-${tag}`]: { status: ok, call: () => ({ path: `${root}?organization=${own}` }) },
    [`create-${kind}`]: {
      status: 201,
      call: (name) => ({
        path: `${root}?organization=${own}&name=${name}`,
        method: 'POST',
        body: description(),
      }),
    },
    [`get-${kind}`]: { on, status: ok, call: get('') },
    [`put-${kind}`]: { on, status: ok, call: put },
    [`patch-${kind}`]: { on, status: ok, call: patch },
    [`delete-${kind}`]: { on, status: 204, call: remove },
    [`publish-${kind}`]: { on, status: ok, call: post('publish') },
    [`withdraw-${kind}`]: { on: 'published', status: ok, call: post('withdraw') },
    [`list-${kind}-versions`]: { on, status: ok, call: get('/versions') },
    [`get-${kind}-version`]: { on, status: ok, call: get('/versions/1') },
  };
}

const patchOf = (path: string) => () => ({
  path,
  method: 'PATCH',
  headers: anyVersion,
  body: { description: { sv: 'Kommunen.', en: 'The municipality.' } },
});

const simply = (path: string): Operation => ({ status: 200, call: () => ({ path }) });

/** By `operationId`. */
export const operations: Readonly<Record<string, Operation>> = {
  'list-members': { status: 200, call: () => ({ path: `${organization}/members` }) },
  'invite-member': {
    status: 202,
    call: (name) => ({
      path: `${organization}/members`,
      method: 'POST',
      body: { email: `${name}@umea.se`, role: 'editor' },
    }),
  },
  'change-member': {
    status: 200,
    make: newEditor,
    call: (id) => ({
      path: `${organization}/members/${id}`,
      method: 'PATCH',
      body: { role: 'reader' },
    }),
  },
  'remove-member': {
    status: 204,
    make: newEditor,
    call: (id) => ({ path: `${organization}/members/${id}`, method: 'DELETE' }),
  },
  'list-tokens': { status: 200, call: () => ({ path: `${api}/tokens?organization=${own}` }) },
  'create-token': {
    status: 201,
    call: (name) => ({
      path: `${api}/tokens`,
      method: 'POST',
      body: { organization: own, name, scopes: ['read'], days: 30 },
    }),
  },
  'revoke-token': {
    status: 204,
    make: newToken,
    call: (id) => ({ path: `${api}/tokens/${id}`, method: 'DELETE' }),
  },
  'list-users': { status: 200, call: () => ({ path: `${api}/users` }) },
  'get-user': { status: 200, make: newEditor, call: (id) => ({ path: `${api}/users/${id}` }) },
  'patch-user': {
    status: 200,
    make: newEditor,
    call: (id) => ({
      path: `${api}/users/${id}`,
      method: 'PATCH',
      body: { isDisabled: true },
    }),
  },
  ...collection('datasets', 'dataset', dataset),
  ...collection('series', 'series', series),
  ...collection('services', 'service', service),
  'list-organizations': simply(`${api}/organizations`),
  'create-organization': {
    status: 201,
    call: (name) => ({
      path: `${api}/organizations?name=${name}`,
      method: 'POST',
      body: {
        name: { sv: 'Ny kommun', en: 'New municipality' },
        type: 'http://purl.org/adms/publishertype/LocalAuthority',
      },
    }),
  },
  'get-organization': simply(organization),
  'put-organization': {
    status: 200,
    call: () => ({
      path: organization,
      method: 'PUT',
      headers: anyVersion,
      body: {
        name: { sv: 'Umeå kommun', en: 'Umeå' },
        type: 'http://purl.org/adms/publishertype/LocalAuthority',
        identifier: ['212000-2627'],
      },
    }),
  },
  'patch-organization': { status: 200, call: patchOf(organization) },
  'get-catalog': simply(`${organization}/catalog`),
  'put-catalog': {
    status: 200,
    call: () => ({
      path: `${organization}/catalog`,
      method: 'PUT',
      headers: anyVersion,
      body: {
        title: { sv: 'Umeås data', en: 'Data of Umeå' },
        description: { sv: 'Allt.', en: 'All.' },
        license: 'http://creativecommons.org/publicdomain/zero/1.0/',
      },
    }),
  },
  'patch-catalog': { status: 200, call: patchOf(`${organization}/catalog`) },
  'import-catalog': {
    status: 200,
    call: (name) => ({
      path: `${api}/imports?organization=${own}`,
      method: 'POST',
      headers: rdf,
      body: turtle().replace('<>', `<https://register.umea.se/${name}>`),
    }),
  },
  'get-audit': simply(`${api}/audit?organization=${own}`),
  validate: {
    status: 200,
    call: () => ({ path: `${api}/validate`, method: 'POST', body: { title: { sv: 'Bad' } } }),
  },
  convert: {
    status: 200,
    call: () => ({ path: `${api}/convert`, method: 'POST', headers: rdf, body: turtle() }),
  },
  suggest: simply(`${api}/suggestions?q=bad`),
  'get-quality': simply(`${api}/quality`),
  'get-organization-quality': simply(`${organization}/quality`),
  'get-dataset-quality': {
    on: 'draft',
    status: 200,
    call: (name) => ({ path: `${api}/datasets/${name}/quality` }),
  },
  'get-form': simply(`${api}/forms/dataset`),
  'get-api-info': simply(`${api}/api-info`),
  'get-openapi': simply(`${api}/openapi.json`),
};

/** The document's operations. */
export interface DescribedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly body: JsonObject;
}

/** Every operation of an OpenAPI document. */
export function operationsOf(document: JsonObject): readonly DescribedOperation[] {
  const paths = document.paths as Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, body]) => ({
      operationId: String(body.operationId),
      method,
      path,
      body,
    })),
  );
}

/** Makes what an operation needs, and says by which name. */
export async function prepare(
  site: Site,
  id: string,
  { on, make }: Operation,
  state = on,
): Promise<string> {
  counter += 1;
  const name = `post-${counter}`;
  // What asks the search engine is answered 503 until the first index is there.
  if (id === 'suggest') await site.searched();
  if (make !== undefined) return make(site);
  if (on === undefined) return name;
  const tag = /dataset/.test(id) ? 'datasets' : /series/.test(id) ? 'series' : 'services';
  const body = { datasets: dataset, series, services: service }[tag]();
  const publish = state === 'published' ? '&publish=true' : '';
  await site.askJson(201, `${api}/${tag}?organization=${own}&name=${name}${publish}`, {
    as: 'operator',
    body,
  });
  return name;
}

let counter = 0;

/** Somebody who is an editor of `own`. */
async function newEditor(site: Site): Promise<string> {
  return (await site.person({ role: 'editor' })).id;
}

async function newToken(site: Site): Promise<string> {
  const body = { organization: own, name: 'Token', scopes: ['read'], days: 1 };
  const { id } = await site.askJson(201, `${api}/tokens`, { as: 'operator', body });
  return String(id);
}
