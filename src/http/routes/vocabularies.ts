import type { JsonObject } from '../../kernel/json.ts';
import { skosQuads } from '../../vocabularies/skos.ts';
import { isFresh } from '../conditional.ts';
import { factsPage } from '../facts-page.ts';
import { pageLanguage } from '../language.ts';
import { negotiate } from '../negotiate.ts';
import { html, isRdf, json, rdf } from '../representations.ts';
import { defineRoute, type Route } from '../route.ts';
import type { Services } from '../services.ts';
import { vary } from '../vary.ts';
import { nameParameter, rdfParameters } from './record-parameters.ts';

/** Every controlled vocabulary that the profile refers to: as SKOS in all syntaxes, as JSON and as a page. */
export function vocabularyRoutes(services: Services): readonly Route[] {
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
        const language = pageLanguage(ctx);
        if (form === html) vary(ctx, 'Accept-Language');
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
        factsPage(ctx, {
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
        const language = pageLanguage(ctx);
        if (form === html) vary(ctx, 'Accept-Language');
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
          factsPage(ctx, {
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
