import type { Context } from '../../http/context.ts';
import type { Services } from '../../http/services.ts';
import { ErrorSummary, type FieldFault } from '../components/error-summary.tsx';
import { Notice } from '../components/notice.tsx';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { openWorkspace, type Workspace } from '../workspace/open-workspace.ts';
import { HarvestPart } from './harvest-part.tsx';
import { fieldsOf } from './profile-form.ts';
import { AboutPart, CatalogPart, ColourPart, LogotypePart, RulesPart } from './profile-parts.tsx';

/** What was sent and refused: shown again with its faults. */
export interface Refused {
  readonly fields: ReadonlyMap<string, string>;
  readonly faults: readonly FieldFault[];
}

/** The page where an administrator says what the organisation is called, looks like and demands. */
export async function profilePage(ctx: Context, services: Services): Promise<void> {
  await showProfile(ctx, services, await openWorkspace(ctx, services, 'edit-organization'));
}

/** The page, after a refusal with what was written. */
export async function showProfile(
  ctx: Context,
  services: Services,
  workspace: Workspace,
  refused: Refused = { fields: new Map(), faults: [] },
): Promise<void> {
  const { organization, language, rail, title, address, signedIn } = workspace;
  const { publishing, context } = services;
  const catalog = await context.store.find('catalog', organization.name);
  const [logotype, colour, rules] = await Promise.all([
    publishing.publishing.logotypeOf(organization.id),
    publishing.publishing.colourOf(organization.id),
    context.store.rulesOf(organization.id),
  ]);
  const values = new Map([
    ...fieldsOf(organization.content, catalog?.content ?? {}),
    ['colour', colour ?? ''],
    ['alternative', logotype?.alternative ?? ''],
    ['classifiedBy', rules.classifiedBy ?? ''],
    ['ground', rules.ground ?? ''],
    ...refused.fields,
  ]);
  const say = wordsIn(language).organizationProfile;
  const part = {
    address,
    signedIn,
    language,
    value: (name: string) => values.get(name) ?? '',
    error: (name: string) => refused.faults.find(({ field }) => field === name)?.text,
  };
  respond(
    ctx,
    { title: `${say.title}: ${title}`, language, rail: rail('profile') },
    <div class="stack roomy">
      <header class="stack tight">
        <h1>{say.title}</h1>
        <p>
          <a href={`/organizations/${organization.name}`}>{say.showPage}</a>
        </p>
      </header>
      <ErrorSummary faults={refused.faults} language={language} />
      {ctx.state.query.flag('saved') && (
        <div role="status">
          <Notice kind="good" language={language} title={say.saved} />
        </div>
      )}
      <AboutPart {...part} />
      <CatalogPart {...part} />
      <LogotypePart {...part} logotype={logotype} name={organization.name} />
      <ColourPart {...part} />
      <RulesPart {...part} rules={rules} />
      <HarvestPart
        base={context.base}
        name={organization.name}
        title={title}
        contact={part.value('mbox') || signedIn.person.email}
        language={language}
      />
    </div>,
  );
}
