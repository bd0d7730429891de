import type { Context } from '../../http/context.ts';
import { defineRoute, type Parameter, type Route } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { jobStates } from '../../jobs/job.ts';
import type { Localized } from '../../kernel/issue.ts';
import { jobsPage, postJob } from './jobs-page.tsx';
import { letterFile, letterPage, mailPage } from './mail-page.tsx';
import { organizationsPage, postEndSeeAs, postMatterOf, postSeeAs } from './organizations-page.tsx';
import { operatorOverviewPage } from './overview-page.tsx';
import { postSearch, searchPage } from './search-page.tsx';
import { postUser, userPage } from './user-page.tsx';
import { usersPage } from './users-page.tsx';

type Work = (ctx: Context, services: Services) => Promise<void>;

/** The operator's pages; for everybody else there are none. */
export function operatorRoutes(services: Services): readonly Route[] {
  const page = (id: string, path: string, work: Work, parameters: readonly Parameter[] = []) =>
    defineRoute({
      ...common,
      method: 'GET',
      path: `/operator${path}`,
      id: `operator-${id}`,
      parameters: [...inPath(path), ...parameters],
      responses: { 200: { description: { sv: 'Sidan.', en: 'The page.' } } },
      handler: (ctx) => work(ctx, services),
    });
  const post = (id: string, path: string, work: Work) =>
    defineRoute({
      ...common,
      method: 'POST',
      path: `/operator${path}`,
      id: `post-operator-${id}`,
      parameters: inPath(path),
      responses: { 303: { description: { sv: 'Till sidan.', en: 'To the page.' } } },
      handler: (ctx) => work(ctx, services),
    });
  return [
    page('overview', '', operatorOverviewPage),
    page('organizations', '/organizations', organizationsPage, [after]),
    post('matter-of', '/organizations/{id}/matter', postMatterOf),
    post('see-as', '/see-as', postSeeAs),
    post('end-see-as', '/see-as/end', postEndSeeAs),
    page('users', '/users', usersPage, [words, after]),
    page('user', '/users/{id}', userPage, [done]),
    post('user', '/users/{id}', postUser),
    page('jobs', '/jobs', jobsPage, [state, before]),
    post('job', '/jobs/{id}', postJob),
    page('mail', '/mail', mailPage),
    page('letter', '/mail/{id}', letterPage),
    page('letter-file', '/mail/{id}/file', letterFile),
    page('search', '/search', searchPage),
    post('search', '/search', postSearch),
  ];
}

const common = {
  tag: 'portal',
  access: 'person',
  problems: ['not-found'],
  summary: { sv: 'Driftens sidor', en: 'Pages of the operator' },
} as const;

const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

function inPath(path: string): readonly Parameter[] {
  if (!path.includes('{id}')) return [];
  const description = { sv: 'Id.', en: 'Id.' };
  return [
    {
      name: 'id',
      in: 'path',
      required: true,
      description,
      schema: { type: 'string', pattern: uuid },
    },
  ];
}

const query = (name: string, description: Localized, schema: Parameter['schema']): Parameter => ({
  ...{ name, in: 'query', description, schema },
});

const lastId = { sv: 'Sista id på sidan före.', en: 'The last id of the page before.' };
const after = query('after', lastId, { type: 'string', pattern: uuid });
const before = query('before', lastId, { type: 'string', maxLength: 60 });
const words = query(
  'q',
  { sv: 'Del av namn eller adress.', en: 'Part of a name or an address.' },
  { type: 'string', maxLength: 200 },
);
const state = query(
  'state',
  { sv: 'Läge.', en: 'State.' },
  { type: 'string', enum: [...jobStates] },
);
const done = query(
  'done',
  { sv: 'Om något just har gjorts.', en: 'Whether something has just been done.' },
  { type: 'boolean' },
);
