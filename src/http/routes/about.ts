import { createHash } from 'node:crypto';
import type { JsonObject } from '../../kernel/json.ts';
import { isFresh } from '../conditional.ts';
import { type ApiInfo, apiRoot, openApiDocument } from '../openapi.ts';
import { sendJson } from '../reply.ts';
import { defineRoute, type Route } from '../route.ts';

/** What the API says about itself: its OpenAPI document and its version. DOK.23, DOK.24, VER.06, VER.07. */
export function aboutRoutes({
  base,
  api,
  routes,
  schemas = {},
}: {
  readonly base: string;
  readonly api: ApiInfo;
  /** All others; these two add themselves. */
  readonly routes: readonly Route[];
  readonly schemas?: JsonObject;
}): readonly Route[] {
  const info = {
    apiName: api.name,
    apiVersion: api.version,
    apiReleased: api.released,
    apiDocumentation: `${base}${apiRoot}/openapi.json`,
    apiStatus: api.status,
  };
  const infoText = JSON.stringify(info);
  const own: Route[] = [
    defineRoute({
      method: 'GET',
      path: `${apiRoot}/api-info`,
      id: 'get-api-info',
      tag: 'about',
      summary: { sv: 'Vilken version det här är', en: 'Which version this is' },
      access: 'public',
      responses: {
        200: {
          description: {
            sv: 'Namn, version, datum, dokumentation och läge.',
            en: 'Name, version, date, documentation and state.',
          },
          content: { 'application/json': { schema: infoSchema, example: info } },
        },
      },
      handler: (ctx) => sendJson(ctx, infoText),
    }),
    defineRoute({
      method: 'GET',
      path: `${apiRoot}/openapi.json`,
      id: 'get-openapi',
      tag: 'about',
      summary: { sv: 'Det här dokumentet', en: 'This document' },
      access: 'public',
      responses: {
        200: {
          description: { sv: 'OpenAPI 3.1.', en: 'OpenAPI 3.1.' },
          content: {
            'application/json': { schema: { type: 'object' }, example: { openapi: '3.1.0' } },
          },
        },
      },
      handler: (ctx) => {
        if (!isFresh(ctx, { etag: tag })) sendJson(ctx, text);
      },
    }),
  ];
  const text = JSON.stringify(openApiDocument({ base, api, routes: [...routes, ...own], schemas }));
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`;
  return own;
}

const infoSchema: JsonObject = {
  type: 'object',
  required: ['apiName', 'apiVersion', 'apiReleased', 'apiDocumentation', 'apiStatus'],
  properties: {
    apiName: { type: 'string' },
    apiVersion: { type: 'string' },
    apiReleased: { type: 'string', format: 'date', example: '2027-01-15' },
    apiDocumentation: { type: 'string', format: 'uri' },
    apiStatus: {
      type: 'string',
      enum: ['alpha', 'beta', 'active', 'deprecated', 'retired', 'decommissioned'],
    },
  },
};
