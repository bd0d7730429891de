import type { Parameter, Route } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import type { Localized } from '../../kernel/issue.ts';
import { siteTextNames } from '../../support/site-text.ts';
import { ticketTopics } from '../../support/ticket.ts';
import { formRoute, pageRoute } from '../page-route.ts';
import { announcementPage, announcementsPage, postAnnouncement } from './announcement-pages.tsx';
import { deskPage, operatorQueuePage, organizationQueuePage, postAtDesk } from './desk-pages.tsx';
import { postDismissal } from './feature-notices.tsx';
import { siteTextPage } from './site-text-page.tsx';
import { statusFeed } from './status-feed.ts';
import { editTextPage, postText, textsPage } from './texts-pages.tsx';
import { postTicket, ticketFormPage } from './ticket-form.tsx';
import { postToTicket, ticketPage } from './ticket-page.tsx';

type Handler = Route['handler'];

/** Questions and reports, announcements, and the pages whose text the operator writes. */
export function supportRoutes(services: Services): readonly Route[] {
  const { support, announcements } = services;
  return [
    ...(['contact', 'report'] as const).flatMap((which) => [
      page(which, `/${which}`, ticketFormPage(services, which), formParameters),
      post(`send-${which}`, `/${which}`, postTicket(services, which)),
    ]),
    page('ticket', '/support/{secret}', ticketPage(support)),
    post('post-ticket', '/support/{secret}', postToTicket(support)),
    ...siteTextNames.map((name) => page(name, `/${name}`, siteTextPage(support, name))),
    page('status-feed', '/status.atom', statusFeed(support)),
    forPeople(page('tickets', '/operator/support', operatorQueuePage(services), queueParameters)),
    forPeople(page('ticket-desk', '/operator/support/{id}', deskPage(services, 'operator'))),
    forPeople(post('post-ticket-desk', '/operator/support/{id}', postAtDesk(services, 'operator'))),
    forPeople(
      page(
        'organization-tickets',
        '/workspace/{organization}/support',
        organizationQueuePage(services),
        queueParameters,
      ),
    ),
    forPeople(
      page(
        'organization-ticket',
        '/workspace/{organization}/support/{id}',
        deskPage(services, 'organization'),
      ),
    ),
    forPeople(
      post(
        'post-organization-ticket',
        '/workspace/{organization}/support/{id}',
        postAtDesk(services, 'organization'),
      ),
    ),
    forPeople(page('announcements', '/operator/announcements', announcementsPage(support))),
    forPeople(
      post('add-announcement', '/operator/announcements', postAnnouncement(support, announcements)),
    ),
    forPeople(page('announcement', '/operator/announcements/{id}', announcementPage(support))),
    forPeople(
      post(
        'change-announcement',
        '/operator/announcements/{id}',
        postAnnouncement(support, announcements),
      ),
    ),
    forPeople(post('dismiss-notice', '/account/notices/{id}/dismiss', postDismissal(services))),
    forPeople(page('texts', '/operator/texts', textsPage)),
    forPeople(page('edit-text', '/operator/texts/{name}', editTextPage(support))),
    forPeople(post('post-text', '/operator/texts/{name}', postText(support))),
  ];
}

const formParameters: readonly Parameter[] = [
  {
    name: 'page',
    in: 'query',
    description: { sv: 'Sidan som det gäller.', en: 'The page that it is about.' },
    schema: { type: 'string', maxLength: 2000 },
  },
  {
    name: 'dataset',
    in: 'query',
    description: { sv: 'Datamängdens namn.', en: 'Name of the dataset.' },
    schema: { type: 'string', maxLength: 100 },
  },
  {
    name: 'topic',
    in: 'query',
    description: { sv: 'Vad det gäller.', en: 'What it is about.' },
    schema: { type: 'string', enum: ticketTopics },
  },
];

const queueParameters: readonly Parameter[] = [
  {
    name: 'state',
    in: 'query',
    description: { sv: 'Läge.', en: 'State.' },
    schema: { type: 'string', enum: ['open', 'answered', 'closed'] },
  },
  {
    name: 'before',
    in: 'query',
    description: { sv: 'Sista id på sidan före.', en: 'The last id of the page before.' },
    schema: { type: 'string', maxLength: 36 },
  },
];

const summary: Localized = {
  sv: 'Frågor, driftläge och texter',
  en: 'Questions, status and texts',
};

function page(
  id: string,
  path: string,
  handler: Handler,
  parameters: readonly Parameter[] = [],
): Route {
  return pageRoute({ id, path, summary, parameters, handler });
}

function post(id: string, path: string, handler: Handler): Route {
  return formRoute({ id, path, summary, handler });
}

function forPeople(route: Route): Route {
  return { ...route, access: 'person' };
}
