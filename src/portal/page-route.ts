import { defineRoute, type Parameter, type Route } from '../http/route.ts';
import type { Localized } from '../kernel/issue.ts';

/** What a page, or what a form is posted to, needs beside what all of them have. */
export interface PageRoute {
  readonly id: string;
  readonly path: string;
  readonly summary: Localized;
  /** Without it anybody may. */
  readonly access?: 'public' | 'person';
  readonly parameters?: readonly Parameter[];
  readonly otherParameters?: 'ignored';
  readonly handler: Route['handler'];
}

/** A page for people; `-page` is put behind its id. */
export function pageRoute({ id, ...route }: PageRoute): Route {
  return defineRoute({
    method: 'GET',
    id: `${id}-page`,
    tag: 'portal',
    access: 'public',
    responses: { 200: { description: { sv: 'Sidan.', en: 'The page.' } } },
    ...route,
  });
}

/** What a form is posted to, which answers with where to go. */
export function formRoute(route: PageRoute): Route {
  return defineRoute({
    method: 'POST',
    tag: 'portal',
    access: 'public',
    responses: { 303: { description: { sv: 'Till en sida.', en: 'To a page.' } } },
    ...route,
  });
}
