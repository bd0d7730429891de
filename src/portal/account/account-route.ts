import type { Parameter, Route } from '../../http/route.ts';
import { pageRoute as drawnRoute, formRoute, type PageRoute } from '../page-route.ts';

type Named = Omit<PageRoute, 'summary'>;

/** A page of signing in, or of an account. */
export function pageRoute({ id, ...route }: Named): Route {
  return drawnRoute({ id, summary: { sv: `Sidan ${id}`, en: `The page ${id}` }, ...route });
}

/** What a form of these is posted to; `post-` is put before its id. */
export function postRoute({ id, ...route }: Named): Route {
  const summary = { sv: `Formuläret ${id}`, en: `The form ${id}` };
  return formRoute({ id: `post-${id}`, summary, ...route });
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
