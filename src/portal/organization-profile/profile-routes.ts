import { readFile } from 'node:fs/promises';
import {
  describeOrganization,
  setColour,
  setLogotype,
  setRules,
} from '../../catalog/set-organization.ts';
import type { Context } from '../../http/context.ts';
import type { Form } from '../../http/form.ts';
import { defineRoute, type Parameter, type Route } from '../../http/route.ts';
import { nameParameter } from '../../http/routes/record-parameters.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { CatalogError } from '../../kernel/errors.ts';
import type { FieldFault } from '../components/error-summary.tsx';
import { wordsIn } from '../words/words.ts';
import { openWorkspace, type Workspace } from '../workspace/open-workspace.ts';
import { brandColour } from './brand-colour.ts';
import { logotypeRoutes } from './logotype-routes.ts';
import { makeLogotype, mostLogotypeBytes } from './make-logotype.ts';
import { agentChanges, catalogChanges, profileFaults } from './profile-form.ts';
import { profilePage, showProfile } from './profile-page.tsx';

/** The organisation's own page in its workspace, and what its forms do. */
export function organizationProfileRoutes(services: Services): readonly Route[] {
  const root = '/workspace/{organization}/profile';
  const organization: Parameter = { ...nameParameter, name: 'organization', example: 'umea' };
  const post = (below: string, summary: Route['summary'], work: Work, bytes = 0): Route =>
    defineRoute({
      method: 'POST',
      path: `${root}${below}`,
      id: `set-organization${below.replaceAll('/', '-')}`,
      tag: 'portal',
      summary,
      parameters: [organization],
      access: 'person',
      responses: { 303: { description: { sv: 'Till sidan.', en: 'To the page.' } } },
      problems: ['not-found', 'not-permitted', 'invalid-record'],
      handler: (ctx) => posted(ctx, services, work, bytes),
    });
  return [
    defineRoute({
      method: 'GET',
      path: root,
      id: 'show-organization-profile',
      tag: 'portal',
      summary: { sv: 'Organisationens uppgifter', en: "The organisation's profile" },
      parameters: [organization, savedParameter],
      access: 'person',
      responses: { 200: { description: { sv: 'Sidan.', en: 'The page.' } } },
      problems: ['not-found', 'not-permitted'],
      handler: (ctx) => profilePage(ctx, services),
    }),
    post('', { sv: 'Spara namn och kontakt', en: 'Save names and contact' }, saveAgent),
    post('/catalog', { sv: 'Spara katalogen', en: 'Save the catalogue' }, saveCatalog),
    post(
      '/logotype',
      { sv: 'Spara logotypen', en: 'Save the logotype' },
      saveLogotype,
      mostLogotypeBytes,
    ),
    post(
      '/logotype/remove',
      { sv: 'Ta bort logotypen', en: 'Remove the logotype' },
      removeLogotype,
    ),
    post('/colour', { sv: 'Spara färgen', en: 'Save the colour' }, saveColour),
    post('/rules', { sv: 'Spara reglerna', en: 'Save the rules' }, saveRules),
    ...logotypeRoutes(services),
  ];
}

const savedParameter: Parameter = {
  name: 'saved',
  in: 'query',
  description: { sv: 'Något har sparats.', en: 'Something has been saved.' },
  schema: { type: 'boolean' },
  example: true,
};

/** Does what a form asks. @returns the faults, when it cannot. */
type Work = (at: {
  readonly services: Services;
  readonly workspace: Workspace;
  readonly form: Form;
}) => Promise<readonly FieldFault[]>;

async function posted(ctx: Context, services: Services, work: Work, limit: number): Promise<void> {
  const workspace = await openWorkspace(ctx, services, 'edit-organization');
  await using form = await readPostedForm(ctx, { limit });
  const faults = await work({ services, workspace, form });
  if (faults.length === 0) return seeOther(ctx, `${workspace.address}/profile?saved=true`);
  ctx.status = 422;
  await showProfile(ctx, services, workspace, { fields: form.fields, faults });
}

const saveAgent: Work = ({ services, workspace: { organization, ...workspace }, form }) =>
  orFaults('agent', workspace, () =>
    describeOrganization(services.publishing, {
      ...asked({ organization, ...workspace }),
      kind: 'organization',
      changes: agentChanges(form.fields, organization.content),
    }),
  );

const saveCatalog: Work = async ({ services, workspace, form }) => {
  const catalog = await services.context.store.find('catalog', workspace.organization.name);
  return orFaults('catalog', workspace, () =>
    describeOrganization(services.publishing, {
      ...asked(workspace),
      kind: 'catalog',
      changes: catalogChanges(form.fields, catalog?.content ?? {}),
    }),
  );
};

const saveLogotype: Work = async ({ services, workspace, form }) => {
  const { language } = workspace;
  const file = form.files.get('file');
  if (file === undefined || file.size === 0) {
    return [{ field: 'file', text: wordsIn(language).organizationProfile.logotype.missing }];
  }
  try {
    const made = await makeLogotype(await readFile(file.path));
    const alternative = (form.fields.get('alternative') ?? '').trim().slice(0, 200);
    const logotype = { ...made, alternative };
    await setLogotype(services.publishing, { ...asked(workspace), logotype });
    return [];
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== 'invalid-record') throw error;
    const isWords = error.issues.some(({ pointer }) => pointer === '/alternative');
    return [{ field: isWords ? 'alternative' : 'file', text: error.detail[language] }];
  }
};

const removeLogotype: Work = async ({ services, workspace }) => {
  await setLogotype(services.publishing, { ...asked(workspace), logotype: null });
  return [];
};

const saveColour: Work = async ({ services, workspace, form }) => {
  const text = (form.fields.get('colour') ?? '').trim();
  const judged = brandColour(text);
  if (text !== '' && judged === undefined) {
    const { bad } = wordsIn(workspace.language).organizationProfile.colour;
    return [{ field: 'colour', text: bad }];
  }
  await setColour(services.publishing, { ...asked(workspace), colour: judged?.colour ?? null });
  return [];
};

const saveRules: Work = async ({ services, workspace, form }) => {
  const text = (name: string, most: number): string | null =>
    (form.fields.get(name) ?? '').trim().slice(0, most) || null;
  await setRules(services.publishing, {
    ...asked(workspace),
    rules: {
      fourEyes: form.fields.has('fourEyes'),
      declaration: form.fields.has('declaration'),
      classifiedBy: text('classifiedBy', 200),
      ground: text('ground', 1000),
    },
  });
  return [];
};

function asked({ signedIn, organization }: Pick<Workspace, 'signedIn' | 'organization'>) {
  return { actor: signedIn.actor, name: organization.name };
}

async function orFaults(
  part: 'agent' | 'catalog',
  { language }: Pick<Workspace, 'language'>,
  work: () => Promise<unknown>,
): Promise<readonly FieldFault[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== 'invalid-record') throw error;
    return profileFaults(error, part, language);
  }
}
