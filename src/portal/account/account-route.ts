import { defineRoute, type Parameter, type Route } from '../../http/route.ts';

/** What the routes of signing in and of accounts have in common. */
interface Named {
  readonly id: string;
  readonly path: string;
  readonly access: 'public' | 'person';
  readonly parameters?: readonly Parameter[];
  readonly handler: Route['handler'];
  readonly otherParameters?: 'ignored';
}

const page = { sv: 'Sidan.', en: 'The page.' };

/** A page of these. */
export function pageRoute({ id, ...route }: Named): Route {
  return defineRoute({
    method: 'GET',
    id: `${id}-page`,
    tag: 'portal',
    summary: { sv: `Sidan ${id}`, en: `The page ${id}` },
    responses: { 200: { description: page } },
    ...route,
  });
}

/** What a form of these is posted to. */
export function postRoute({ id, ...route }: Named): Route {
  return defineRoute({
    method: 'POST',
    id: `post-${id}`,
    tag: 'portal',
    summary: { sv: `Formuläret ${id}`, en: `The form ${id}` },
    responses: { 303: { description: { sv: 'Till en sida.', en: 'To a page.' } } },
    ...route,
  });
}

/** `?next=`: the path of ours to go on to. */
export const nextParameter: Parameter = {
  name: 'next',
  in: 'query',
  description: { sv: 'Sida att gå vidare till.', en: 'Page to go on to.' },
  schema: { type: 'string', maxLength: 4000 },
};

/** `?said=`: what has just been done, to be told on the page. */
export function saidParameter(words: readonly string[]): Parameter {
  return {
    name: 'said',
    in: 'query',
    description: { sv: 'Vad som just har hänt.', en: 'What has just happened.' },
    schema: { type: 'string', enum: [...words] },
  };
}

/** The secret of a link that was sent by mail. */
export const secretParameter: Parameter = {
  name: 'secret',
  in: 'path',
  description: { sv: 'Länkens hemlighet.', en: 'The secret of the link.' },
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' },
};
