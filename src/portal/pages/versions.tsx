import { findResource } from '../../catalog/find-resource.ts';
import { may } from '../../catalog/policy.ts';
import {
  classOf,
  collections,
  type Kind,
  type Resource,
  type Version,
} from '../../catalog/resource.ts';
import { isShown } from '../../http/answer-record.ts';
import type { Context } from '../../http/context.ts';
import { gone } from '../../http/gone.ts';
import { pageLanguage } from '../../http/language.ts';
import { defineRoute, type Parameter, type Route } from '../../http/route.ts';
import { nameParameter, versionParameter } from '../../http/routes/record-parameters.ts';
import type { Services } from '../../http/services.ts';
import { CatalogError } from '../../kernel/errors.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { knownRecords, recordLink } from '../records/known-records.ts';
import { plainViewing } from '../records/plain-viewing.ts';
import { versionChanges } from '../records/version-changes.ts';
import { versionLines } from '../records/version-list.ts';
import { respond } from '../respond.tsx';
import { formatNumber, formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { Changes } from './changes.tsx';
import { RecordVersions } from './record-versions.tsx';

/** The list of a record's versions, and what each changed. */
export function versionRoutes(services: Services): readonly Route[] {
  return (['dataset', 'series', 'service', 'organization'] as const).flatMap((kind) => [
    defineRoute({
      method: 'GET',
      path: `/${collections[kind]}/{name}/versions`,
      id: `list-${kind}-versions`,
      tag: 'addresses',
      summary: { sv: 'Alla versioner', en: 'All versions' },
      parameters: [nameParameter, beforeParameter],
      access: 'optional',
      responses: { 200: { description: { sv: 'Sidan.', en: 'The page.' } } },
      problems: ['not-found', 'gone'],
      handler: (ctx) => listPage(ctx, services, kind),
    }),
    defineRoute({
      method: 'GET',
      path: `/${collections[kind]}/{name}/versions/{version}/changes`,
      id: `show-${kind}-changes`,
      tag: 'addresses',
      summary: { sv: 'Ändringar i en version', en: 'Changes in a version' },
      parameters: [nameParameter, versionParameter, fromParameter],
      access: 'optional',
      responses: { 200: { description: { sv: 'Sidan.', en: 'The page.' } } },
      problems: ['not-found', 'gone'],
      handler: (ctx) => changesPage(ctx, services, kind),
    }),
  ]);
}

const beforeParameter: Parameter = {
  name: 'before',
  in: 'query',
  description: { sv: 'Versioner före den här.', en: 'Versions before this one.' },
  schema: { type: 'integer', minimum: 1, maximum: 1_000_000_000 },
  example: 20,
};

const fromParameter: Parameter = {
  name: 'from',
  in: 'query',
  description: {
    sv: 'Versionen att jämföra med. Förval: den närmast före.',
    en: 'The version to compare with. Default: the one just before.',
  },
  schema: { type: 'integer', minimum: 1, maximum: 1_000_000_000 },
  example: 1,
};

const linesOnPage = 25;

/** A record whose history the reader may see. @throws CatalogError `not-found`, `gone` */
async function historied(
  ctx: Context,
  services: Services,
  kind: Kind,
): Promise<{ readonly resource: Resource; readonly seesDrafts: boolean }> {
  const { store } = services.context;
  const resource = await findResource(store, ctx.state.actor, kind, ctx.params.name ?? '');
  const seesDrafts = may(ctx.state.actor, 'see-drafts', resource.organization);
  if (resource.state === 'withdrawn' && !seesDrafts) throw await gone(services, resource);
  if (seesDrafts) ctx.set('Cache-Control', 'private, no-store');
  return { resource, seesDrafts };
}

async function listPage(ctx: Context, services: Services, kind: Kind): Promise<void> {
  const { resource, seesDrafts } = await historied(ctx, services, kind);
  const language = pageLanguage(ctx);
  const words = wordsIn(language);
  const before = ctx.state.query.integer('before');
  const newest = await services.context.store.versions(resource.id, {
    limit: linesOnPage + 1,
    ...(before === undefined ? {} : { before }),
  });
  const lines = versionLines(
    newest.filter((one) => isShown(one, seesDrafts)),
    resource.version,
    classOf[kind],
    plainViewing(services, language),
  ).slice(0, linesOnPage);
  const { title, href } = recordLink(resource, language);
  const last = lines.at(-1)?.version;
  respond(
    ctx,
    { title: words.record.allVersions, language, way: wayTo(kind, title.text, href, language) },
    <article class="record">
      <header class="record-head">
        <p class="record-kind" lang={title.language} dir="auto">
          {title.text}
        </p>
        <h1>{words.record.allVersions}</h1>
        <p class="quiet">{words.record.versionsHelp}</p>
      </header>
      <RecordVersions lines={lines} path={href} language={language} />
      {newest.length > linesOnPage && last !== undefined && (
        <p>
          <a href={`${href}/versions?before=${last}`} rel="next">
            {words.record.older}
          </a>
        </p>
      )}
    </article>,
  );
}

async function changesPage(ctx: Context, services: Services, kind: Kind): Promise<void> {
  const { resource, seesDrafts } = await historied(ctx, services, kind);
  const { store } = services.context;
  const language = pageLanguage(ctx);
  const number = Number(ctx.params.version);
  const from = ctx.state.query.integer('from');
  const shown = (version: Version | undefined) =>
    version !== undefined && isShown(version, seesDrafts) ? version : undefined;
  const after = shown(await store.version(resource.id, number));
  const before =
    from === undefined
      ? (await store.versions(resource.id, { before: number, limit: 50 })).find(shown)
      : shown(await store.version(resource.id, from));
  if (after === undefined || (from !== undefined && before === undefined)) {
    throw new CatalogError('not-found', {
      sv: `${resource.name} har ingen sådan version.`,
      en: `${resource.name} has no such version.`,
    });
  }
  const words = wordsIn(language);
  const known = new Map([
    ...(await knownRecords(store, after.content, language)),
    ...(before === undefined ? [] : await knownRecords(store, before.content, language)),
  ]);
  const changes =
    before === undefined
      ? undefined
      : versionChanges(before.content, after.content, classOf[kind], {
          ...plainViewing(services, language),
          known,
        });
  const { title, href } = recordLink(resource, language);
  const to = formatNumber(number, language);
  const heading = words.record.changesTitle(to);
  respond(
    ctx,
    { title: heading, language, way: wayTo(kind, title.text, href, language) },
    <article class="record">
      <header class="record-head">
        <p class="record-kind" lang={title.language} dir="auto">
          {title.text}
        </p>
        <h1>{heading}</h1>
        <p class="quiet">
          {before === undefined
            ? words.record.firstVersion
            : words.record.changesBetween(formatNumber(before.version, language), to)}
          , {formatTime(after.saved, language)}
        </p>
      </header>
      {changes !== undefined &&
        (changes.length === 0 ? (
          <p>{words.record.noChanges}</p>
        ) : (
          <Changes changes={changes} language={language} />
        ))}
      <ul class="form-links">
        {before !== undefined && (
          <li>
            <a href={`${href}/versions/${before.version}`}>
              {words.record.version(formatNumber(before.version, language))}
            </a>
          </li>
        )}
        <li>
          <a href={`${href}/versions/${number}`}>{words.record.version(to)}</a>
        </li>
        <li>
          <a href={`${href}/versions`}>{words.record.allVersions}</a>
        </li>
      </ul>
    </article>,
  );
}

function wayTo(kind: Kind, title: string, href: string, language: UserLanguage) {
  const { many } = wordsIn(language).kinds;
  return kind === 'catalog'
    ? [{ text: title, href }]
    : [
        { text: many[kind], href: `/${collections[kind]}` },
        { text: title, href },
      ];
}
