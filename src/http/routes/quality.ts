import { findResource, isVisible } from '../../catalog/find-resource.ts';
import type { Resource } from '../../catalog/resource.ts';
import { daysBefore } from '../../kernel/day.ts';
import { badge } from '../../quality/badge.ts';
import type { QualityDay } from '../../quality/quality-store.ts';
import { type QualitySummary, summaryOf } from '../../quality/quality-summary.ts';
import { ratingLabels, ratingOf } from '../../quality/rating.ts';
import { addTallies, emptyTally } from '../../quality/tally.ts';
import type { Context } from '../context.ts';
import { preferredLanguage } from '../language.ts';
import { qualityContent, qualityJson, summaryContent, summaryJson } from '../quality-json.ts';
import { defineRoute, type Route } from '../route.ts';
import { notFound } from '../router.ts';
import type { Services } from '../services.ts';
import { vary } from '../vary.ts';
import { nameParameter } from './record-parameters.ts';

/** How good descriptions are, for programs, and badges for other sites. Pages and RDF stand in `portal/quality/`. */
export function qualityRoutes(services: Services): readonly Route[] {
  const api = { method: 'GET', tag: 'quality', problems: ['not-found'] } as const;
  const image = {
    method: 'GET',
    tag: 'addresses',
    access: 'public',
    parameters: [nameParameter],
    problems: ['not-found'],
    responses: { 200: { description: { sv: 'Bilden.', en: 'The picture.' } } },
  } as const;
  return [
    defineRoute({
      ...api,
      path: '/api/v1/quality',
      id: 'get-quality',
      summary: { sv: 'Kvalitet för alla', en: 'Quality of all' },
      description: {
        sv: 'Medelpoäng enligt data.europa.eu (405), andelar och historik.',
        en: 'Average points by data.europa.eu (405), shares and history.',
      },
      access: 'public',
      responses: {
        200: {
          description: { sv: 'Läget.', en: 'How things stand.' },
          content: { 'application/json': summaryContent },
        },
      },
      problems: [],
      handler: async (ctx) => {
        ctx.body = summaryJson(...(await standing(services)));
      },
    }),
    defineRoute({
      ...api,
      path: '/api/v1/organizations/{name}/quality',
      id: 'get-organization-quality',
      summary: { sv: 'En organisations kvalitet', en: 'Quality of an organisation' },
      parameters: [nameParameter],
      access: 'public',
      responses: {
        200: {
          description: { sv: 'Läget.', en: 'How things stand.' },
          content: { 'application/json': summaryContent },
        },
      },
      handler: async (ctx) => {
        const organization = await shownOrganization(ctx, services);
        ctx.body = summaryJson(...(await standing(services, organization.id)));
      },
    }),
    defineRoute({
      ...api,
      path: '/api/v1/datasets/{name}/quality',
      id: 'get-dataset-quality',
      summary: { sv: 'En datamängds kvalitet', en: 'Quality of a dataset' },
      description: {
        sv: 'Poäng här och efter skördning, regler och vad som ger mest.',
        en: 'Points here and after harvest, rules and what gives most.',
      },
      parameters: [nameParameter],
      access: 'optional',
      responses: {
        200: {
          description: { sv: 'Kvaliteten.', en: 'The quality.' },
          content: { 'application/json': qualityContent },
        },
      },
      handler: async (ctx) => {
        vary(ctx, 'Accept-Language');
        const { name, content, state } = await shownDataset(ctx, services);
        if (state === 'draft') ctx.set('Cache-Control', 'private, no-store');
        const quality = await services.quality.keeper.judge(content);
        ctx.body = qualityJson(
          name,
          quality,
          preferredLanguage(ctx.req.headers['accept-language']),
        );
      },
    }),
    defineRoute({
      ...image,
      path: '/datasets/{name}/badge.svg',
      id: 'dataset-badge',
      summary: { sv: 'Kvalitetsmärke', en: 'Quality badge' },
      handler: async (ctx) => {
        const { id, state } = await shownDataset(ctx, services);
        if (state !== 'published') throw notFound();
        answerBadge(ctx, (await services.quality.store.qualityOf(id))?.total);
      },
    }),
    defineRoute({
      ...image,
      path: '/organizations/{name}/badge.svg',
      id: 'organization-badge',
      summary: { sv: 'Kvalitetsmärke', en: 'Quality badge' },
      handler: async (ctx) => {
        const organization = await shownOrganization(ctx, services);
        const [{ datasets, average }] = await standing(services, organization.id);
        answerBadge(ctx, datasets === 0 ? undefined : Math.round(average));
      },
    }),
  ];
}

/** How an organisation (its id), or all, stand, with a year's history. */
export async function standing(
  { quality: { store }, context }: Pick<Services, 'quality' | 'context'>,
  organization?: string,
): Promise<Standing> {
  const yearAgo = daysBefore(context.now(), 366).toISOString().slice(0, 10);
  const tallies = await store.tallies(organization);
  const sum = [...tallies.values()].reduce((all, one) => addTallies(all, one), emptyTally);
  return [summaryOf(sum), await store.days(organization ?? '', yearAgo)];
}

export type Standing = readonly [QualitySummary, readonly QualityDay[]];

/** The dataset that the address names, for whoever may see it. @throws CatalogError `not-found`, `gone` as if it were not there. */
export async function shownDataset(ctx: Context, { context }: Services): Promise<Resource> {
  const name = ctx.params.name ?? '';
  const resource = await findResource(context.store, ctx.state.actor, 'dataset', name);
  if (resource.state === 'withdrawn') throw notFound();
  return resource;
}

/** The organisation that the address names. @throws HttpProblem `not-found`. */
export async function shownOrganization(ctx: Context, { context }: Services): Promise<Resource> {
  const found = await context.store.find('organization', ctx.params.name ?? '');
  if (found === undefined || found.state !== 'published' || !isVisible(found, ctx.state.actor))
    throw notFound();
  return found;
}

function answerBadge(ctx: Context, total: number | undefined): void {
  const language = preferredLanguage(ctx.req.headers['accept-language']);
  vary(ctx, 'Accept-Language');
  ctx.set('Content-Type', 'image/svg+xml; charset=utf-8');
  ctx.set('Content-Security-Policy', "default-src 'none'");
  ctx.set('Cross-Origin-Resource-Policy', 'cross-origin');
  ctx.set('Cache-Control', 'public, max-age=3600');
  const label = { sv: 'Metadatakvalitet', en: 'Metadata quality' }[language];
  const unknown = { sv: 'inte mätt än', en: 'not measured yet' }[language];
  const word =
    total === undefined ? unknown : ratingLabels[ratingOf(total)][language].toLowerCase();
  ctx.body = badge({ label, total, word });
}
