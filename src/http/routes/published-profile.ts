import type { JsonObject } from '../../kernel/json.ts';
import { skosQuads } from '../../vocabularies/skos.ts';
import { isFresh } from '../conditional.ts';
import type { Context } from '../context.ts';
import { page } from '../html.ts';
import { preferredLanguage } from '../language.ts';
import { negotiate } from '../negotiate.ts';
import { html, isRdf, json, rdf } from '../representations.ts';
import { defineRoute, type Route } from '../route.ts';
import { notFound } from '../router.ts';
import type { Services } from '../services.ts';
import { nameParameter, rdfParameters } from './record-parameters.ts';
import { fileOf } from './record-schemas.ts';

/** What we publish about ourselves, all of it made from the schema and vocabulary files. */
export function publishedProfileRoutes(services: Services): readonly Route[] {
  const { profile } = services.context;
  const files = new Map([...profile.plan.classes.keys()].map((name) => [fileOf(name), name]));
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
      handler: (ctx) => {
        ctx.body = {
          items: [...files].map(([file, name]) => ({
            name,
            href: `${services.context.base}/schemas/dcat-ap-se/${file}`,
          })),
        };
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

function vocabularyRoutes(services: Services): readonly Route[] {
  const { base, profile } = services.context;
  const { vocabularies } = profile;
  const tag = 'vocabularies';
  const ordered = [json, html, ...rdf];
  return [
    defineRoute({
      method: 'GET',
      path: '/vocabularies',
      id: 'list-vocabularies',
      tag,
      summary: { sv: 'Alla kontrollerade vokabulär', en: 'All controlled vocabularies' },
      access: 'public',
      responses: { 200: { description: { sv: 'Listan.', en: 'The list.' } } },
      handler: (ctx) => {
        const form = negotiate(ctx, [json, html]);
        const language = preferredLanguage(ctx.req.headers['accept-language']);
        if (form === html) ctx.vary('Accept-Language');
        const schemes = vocabularies.names().map((name) => vocabularies.get(name));
        if (form === json) {
          ctx.body = {
            items: schemes.map(({ name, iri, title, version, concepts }) => ({
              name,
              iri,
              title,
              version,
              concepts: concepts.length,
              href: `${base}/vocabularies/${name}`,
            })),
          };
          return;
        }
        page(ctx, {
          title: { sv: 'Kontrollerade vokabulär', en: 'Controlled vocabularies' }[language],
          language,
          rows: schemes.map(({ name, title, concepts }) => ({
            label: title[language],
            value: `${concepts.length}`,
            href: `/vocabularies/${name}`,
          })),
        });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/vocabularies/{name}',
      id: 'get-vocabulary',
      tag,
      summary: { sv: 'En vokabulär som SKOS', en: 'One vocabulary as SKOS' },
      suffixes: true,
      parameters: [
        { ...nameParameter, schema: { type: 'string', enum: [...vocabularies.names()] } },
        ...rdfParameters,
      ],
      access: 'public',
      responses: { 200: { description: { sv: 'Vokabulären.', en: 'The vocabulary.' } } },
      problems: ['not-found'],
      handler: (ctx) => {
        const scheme = vocabularies.get(ctx.params.name ?? '');
        const form = negotiate(ctx, ordered);
        const language = preferredLanguage(ctx.req.headers['accept-language']);
        if (form === html) ctx.vary('Accept-Language');
        const variant = form === html ? `${form.suffix}-${language}` : form.suffix;
        if (isFresh(ctx, { etag: `"${profile.plan.version}-${variant}"` })) return;
        if (isRdf(form)) {
          const iri = scheme.iri.startsWith('http')
            ? scheme.iri
            : `${base}/vocabularies/${scheme.name}`;
          ctx.body = services.writers.statements(skosQuads(scheme, iri), form.syntax);
        } else if (form === json) {
          ctx.body = JSON.stringify({
            name: scheme.name,
            iri: scheme.iri,
            title: scheme.title,
            source: scheme.source,
            version: scheme.version,
            date: scheme.date,
            ...(scheme.licence === undefined ? {} : { licence: scheme.licence }),
            concepts: scheme.concepts.map(({ facts, ...concept }) => ({ ...concept, ...facts })),
          } satisfies Record<string, unknown> as JsonObject);
        } else {
          page(ctx, {
            title: scheme.title[language],
            language,
            rows: scheme.concepts.map((concept) => ({
              label: concept.prefLabel[language],
              value: concept.iri,
            })),
            links: rdf.map(({ suffix }) => ({
              text: `.${suffix}`,
              href: `/vocabularies/${scheme.name}.${suffix}`,
              rel: 'alternate',
            })),
          });
        }
      },
    }),
  ];
}
