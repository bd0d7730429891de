import { titleOf } from '../../catalog/title-of.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { signedInPerson } from '../../http/session.ts';
import { isOperator } from '../../kernel/actor.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';

/** `/workspace`: which organisation to work with. Who has only one is sent there. */
export function chooseOrganizationRoutes(services: Services): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/workspace',
      id: 'choose-workspace',
      tag: 'portal',
      summary: { sv: 'Välj arbetsyta', en: 'Choose a workspace' },
      access: 'person',
      responses: {
        200: { description: { sv: 'Sidan.', en: 'The page.' } },
        303: { description: { sv: 'Till den enda.', en: 'To the only one.' } },
      },
      handler: (ctx) => chooseOrganization(ctx, services),
    }),
  ];
}

async function chooseOrganization(ctx: Context, { context }: Services): Promise<void> {
  const { memberships, actor } = signedInPerson(ctx);
  const language = pageLanguage(ctx);
  const { workspace, frame } = wordsIn(language);
  const say = workspace.choose;
  const found = await Promise.all(
    memberships.map(async ({ organization, role }) => ({
      role,
      organization: await context.store.findById(organization),
    })),
  );
  const rows = found.flatMap(({ role, organization }) =>
    organization === undefined
      ? []
      : [
          {
            href: `/workspace/${organization.name}`,
            title: titleOf(organization.content, language) ?? organization.name,
            role: workspace.roles[role],
          },
        ],
  );
  const [only] = rows;
  if (only !== undefined && rows.length === 1 && !isOperator(actor)) {
    ctx.status = 303;
    ctx.set('Location', only.href);
    ctx.body = '';
    return;
  }
  respond(
    ctx,
    { title: say.title, language },
    <div class="stack roomy">
      <h1>{say.title}</h1>
      {rows.length > 0 && <p class="lead">{say.lead}</p>}
      {rows.length === 0 && !isOperator(actor) && (
        <EmptyState title={say.none}>
          <p>{say.noneHelp}</p>
          <ButtonLink href="/account/organizations" variant="primary">
            {say.join}
          </ButtonLink>
        </EmptyState>
      )}
      <ul class="grid">
        {rows.map(({ href, title, role }) => (
          <li class="card" key={href}>
            <h2 class="card-title">
              <a href={href}>{title}</a>
            </h2>
            <p class="quiet">{role}</p>
          </li>
        ))}
      </ul>
      {isOperator(actor) && (
        <p>
          <a href="/operator/organizations">{frame.organizations}</a>
        </p>
      )}
    </div>,
  );
}
