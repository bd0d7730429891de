import type { Route } from '../../http/route.ts';
import type { Localized } from '../../kernel/issue.ts';
import type { OnboardingContext } from '../../onboarding/onboarding-context.ts';
import { formRoute, pageRoute } from '../page-route.ts';
import { agreementPage } from './agreement-page.tsx';
import { customerPage } from './customer-page.tsx';
import { postFromCustomer } from './customer-posts.ts';
import { interestPage, interestSentPage, postInterest } from './interest-page.tsx';
import { matterAgreementPage, matterPage } from './matter-page.tsx';
import { postMatter } from './matter-posts.ts';
import { orderPage, postOrder } from './order-page.tsx';
import { queueLists, queuePage } from './queue-page.tsx';
import { postSign, signedPage, signPage } from './sign-page.tsx';

type Handler = Route['handler'];

/** How organisations come in: public pages, pages behind secret links, and the operator's queue. */
export function onboardingRoutes(
  context: OnboardingContext,
  {
    terms,
    exportOf,
  }: {
    /** The terms as they are published now. */
    readonly terms: () => Promise<Localized>;
    /** Answers with everything that the organisation has had here. */
    readonly exportOf: { readonly customer: Handler; readonly operator: Handler };
  },
): readonly Route[] {
  const secret = '/join/{secret}';
  const matter = '/operator/onboarding/{id}';
  return [
    page('join', '/join', interestPage),
    post('send-interest', '/join', postInterest(context)),
    page('join-sent', '/join/sent', interestSentPage),
    page('signed', '/join/signed', signedPage('done')),
    page('declined', '/join/declined', signedPage('declined')),
    page('sign', '/join/sign/{secret}', signPage(context)),
    post('post-signature', '/join/sign/{secret}', postSign(context)),
    page('customer', secret, customerPage(context)),
    page('order', `${secret}/order`, orderPage(context)),
    post('place-order', `${secret}/order`, postOrder(context, terms)),
    page('agreement', `${secret}/agreement`, agreementPage(context)),
    post('customer-message', `${secret}/messages`, postFromCustomer(context, 'message')),
    post('withdraw-interest', `${secret}/withdraw`, postFromCustomer(context, 'withdraw')),
    page('customer-export', `${secret}/export`, exportOf.customer),
    {
      ...page('onboarding-queue', '/operator/onboarding', queuePage(context)),
      access: 'person',
      parameters: [
        {
          name: 'list',
          in: 'query',
          description: { sv: 'Vilken lista.', en: 'Which list.' },
          schema: { type: 'string', enum: Object.keys(queueLists) },
        },
        {
          name: 'before',
          in: 'query',
          description: { sv: 'Sista id på sidan före.', en: 'The last id of the page before.' },
          schema: { type: 'string', maxLength: 36 },
        },
      ],
    },
    { ...page('onboarding-matter', matter, matterPage(context)), access: 'person' },
    { ...post('post-onboarding-matter', matter, postMatter(context)), access: 'person' },
    {
      ...page('onboarding-agreement', `${matter}/agreement`, matterAgreementPage(context)),
      access: 'person',
    },
    {
      ...page('onboarding-export', `${matter}/export`, exportOf.operator),
      access: 'person',
    },
  ];
}

const summary: Localized = { sv: 'Anslutning av en organisation', en: 'An organisation joins' };

function page(id: string, path: string, handler: Handler): Route {
  return pageRoute({ id, path, summary, handler });
}

function post(id: string, path: string, handler: Handler): Route {
  return formRoute({ id, path, summary, handler });
}
