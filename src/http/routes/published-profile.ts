import { isFresh } from '../conditional.ts';
import type { Context } from '../context.ts';
import { factsPage } from '../facts-page.ts';
import { pageLanguage } from '../language.ts';
import { negotiate } from '../negotiate.ts';
import { profilePage } from '../profile-page.ts';
import { html, json } from '../representations.ts';
import { defineRoute, type Route } from '../route.ts';
import { notFound } from '../router.ts';
import type { Services } from '../services.ts';
import { vary } from '../vary.ts';
import { nameParameter } from './record-parameters.ts';
import { vocabularyRoutes } from './vocabularies.ts';

/** What we publish about ourselves, all of it made from the schema and vocabulary files. */
export function publishedProfileRoutes(services: Services): readonly Route[] {
  const { profile } = services.context;
  const files = new Map([...profile.plan.classes.values()].map(({ file, name }) => [file, name]));
  const forms = new Map([...files].map(([file, name]) => [file.replace('.json', ''), name]));
  const tag = 'profile';
  return [
    text(
      '/context.jsonld',
      'JSON-LD-kontexten',
      'The JSON-LD context',
      'application/ld+json',
      JSON.stringify(profile.context),
    ),
    text(
      '/shapes/dcat-ap-se.ttl',
      'SHACL-former',
      'SHACL shapes',
      'text/turtle; charset=utf-8',
      profile.shapes,
    ),
    text(
      '/schemas/dcat-ap-se.sv.md',
      'Profilens dokumentation',
      "The profile's documentation",
      'text/markdown; charset=utf-8',
      profile.documentation('sv'),
    ),
    text(
      '/schemas/dcat-ap-se.en.md',
      'Profilens dokumentation på engelska',
      "The profile's documentation in English",
      'text/markdown; charset=utf-8',
      profile.documentation('en'),
    ),
    defineRoute({
      method: 'GET',
      path: '/schemas',
      id: 'list-schemas',
      tag,
      summary: { sv: 'Alla scheman', en: 'All schemas' },
      access: 'public',
      responses: { 200: { description: { sv: 'Listan.', en: 'The list.' } } },
      handler: (ctx) => listSchemas(ctx, services),
    }),
    defineRoute({
      method: 'GET',
      path: '/schemas/dcat-ap-se',
      id: 'get-documentation',
      tag,
      summary: { sv: 'Profilens dokumentation', en: "The profile's documentation" },
      description: {
        sv: 'Som webbsida, på svenska eller engelska efter Accept-Language.',
        en: 'As a page, in Swedish or English by Accept-Language.',
      },
      access: 'public',
      responses: { 200: { description: { sv: 'Sidan.', en: 'The page.' } } },
      handler: (ctx) => {
        negotiate(ctx, [html]);
        const language = pageLanguage(ctx);
        vary(ctx, 'Accept-Language');
        const etag = `"${profile.plan.version}-${language}"`;
        if (!isFresh(ctx, { etag })) factsPage(ctx, profilePage(profile.plan, language));
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/schemas/dcat-ap-se/{file}',
      id: 'get-schema',
      tag,
      summary: { sv: 'JSON Schema för en klass', en: 'JSON Schema of a class' },
      parameters: [{ ...nameParameter, name: 'file', schema: { type: 'string', maxLength: 60 } }],
      access: 'public',
      responses: { 200: { description: { sv: 'Schemat.', en: 'The schema.' } } },
      handler: (ctx) => {
        const className = files.get(ctx.params.file ?? '');
        if (className === undefined) throw notFound();
        ctx.set('Content-Type', 'application/schema+json');
        send(ctx, JSON.stringify(profile.schema(className)));
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/v1/forms/{class}',
      id: 'get-form',
      tag,
      summary: { sv: 'Formuläret för en klass', en: 'The form of a class' },
      description: {
        sv: 'Grupper, fält, ordning, krav och hjälptexter: det som en redigerare behöver.',
        en: 'Groups, fields, order, obligations and help: what an editor needs.',
      },
      parameters: [
        {
          name: 'class',
          in: 'path',
          required: true,
          description: {
            sv: 'Klassens namn med små bokstäver och bindestreck.',
            en: 'Name of the class in lower case with hyphens.',
          },
          // UFN.07: addresses are lower case.
          schema: { type: 'string', enum: [...forms.keys()] },
          example: 'dataset-series',
        },
      ],
      access: 'public',
      responses: {
        200: {
          description: { sv: 'Formuläret.', en: 'The form.' },
          content: {
            'application/json': { schema: { type: 'object' }, example: { class: 'Dataset' } },
          },
        },
      },
      problems: ['not-found'],
      handler: (ctx) => {
        ctx.set('Content-Type', 'application/json; charset=utf-8');
        const className = forms.get(ctx.params.class ?? '');
        if (className === undefined) throw notFound();
        send(ctx, JSON.stringify(profile.form(className)));
      },
    }),
    ...vocabularyRoutes(services),
  ];

  function text(path: string, sv: string, en: string, mediaType: string, content: string): Route {
    return defineRoute({
      method: 'GET',
      path,
      id: `get${path.replace(/[^a-z]+/g, '-')}`,
      tag,
      summary: { sv, en },
      access: 'public',
      responses: { 200: { description: { sv, en } } },
      handler: (ctx) => {
        ctx.set('Content-Type', mediaType);
        send(ctx, content);
      },
    });
  }

  /** The plan's version is the tag: what is published changes only with the files. */
  function send(ctx: Context, content: string): void {
    ctx.set('Cache-Control', 'public, max-age=3600');
    if (!isFresh(ctx, { etag: `"${profile.plan.version}"` })) ctx.body = content;
  }
}

/** The schema of each class; to browsers with the documentation and the rest that is made from them. */
function listSchemas(ctx: Context, { context: { base, profile } }: Services): void {
  const classes = [...profile.plan.classes.values()];
  if (negotiate(ctx, [json, html]) === json) {
    ctx.body = {
      items: classes.map(({ name, file }) => ({
        name,
        href: `${base}/schemas/dcat-ap-se/${file}`,
      })),
    };
    return;
  }
  const language = pageLanguage(ctx);
  vary(ctx, 'Accept-Language');
  factsPage(ctx, {
    title: { sv: 'Scheman', en: 'Schemas' }[language],
    language,
    rows: classes.map(({ name, label, file }) => ({
      label: label[language],
      value: name,
      href: `/schemas/dcat-ap-se/${file}`,
    })),
    links: [
      {
        text: { sv: 'Profilens dokumentation', en: "The profile's documentation" }[language],
        href: '/schemas/dcat-ap-se',
      },
      { text: 'JSON-LD', href: '/context.jsonld' },
      { text: 'SHACL', href: '/shapes/dcat-ap-se.ttl' },
    ],
  });
}
