import type { Config } from './config.ts';
import type { ApiInfo } from './http/openapi.ts';
import type { Route } from './http/route.ts';
import { auditRoutes } from './http/routes/audit.ts';
import { catalogDocumentRoutes } from './http/routes/catalog-documents.ts';
import { documentRoutes } from './http/routes/documents.ts';
import { importRoutes } from './http/routes/imports.ts';
import { memberApiRoutes } from './http/routes/member-api.ts';
import { organizationApiRoutes } from './http/routes/organization-api.ts';
import { publishedProfileRoutes } from './http/routes/published-profile.ts';
import { qualityRoutes } from './http/routes/quality.ts';
import { recordAddressRoutes } from './http/routes/record-addresses.ts';
import { recordApiRoutes } from './http/routes/record-api.ts';
import { searchListRoutes } from './http/routes/search-lists.ts';
import { searchSuggestionRoutes } from './http/routes/search-suggestions.ts';
import { sitemapRoutes } from './http/routes/sitemap.ts';
import { startRoutes } from './http/routes/start.ts';
import { tokenApiRoutes } from './http/routes/token-api.ts';
import { userApiRoutes } from './http/routes/user-api.ts';
import type { Services } from './http/services.ts';

/** Everything that programs ask this one, in the order that the interface's document tells of it. Pages for people are the portal's. */
export function configuredRoutes(services: Services): readonly Route[] {
  return [
    ...startRoutes(services),
    ...searchListRoutes(services),
    ...searchSuggestionRoutes(services),
    ...sitemapRoutes(services),
    ...qualityRoutes(services),
    ...recordAddressRoutes(services),
    ...catalogDocumentRoutes(services),
    ...recordApiRoutes(services),
    ...organizationApiRoutes(services),
    ...importRoutes(services),
    ...auditRoutes(services),
    ...documentRoutes(services),
    ...memberApiRoutes(services),
    ...tokenApiRoutes(services),
    ...userApiRoutes(services),
    ...publishedProfileRoutes(services),
  ];
}

/** What the interface's document says of it. */
export function configuredApi(config: Config): ApiInfo {
  return {
    name: config.title,
    version: '1.0.0',
    released: '2026-11-23',
    status: 'active',
    description: {
      sv: 'Katalog över öppna data enligt DCAT-AP-SE 3.0.1. Begränsningar: högst 1000 poster per sida, och antalet anrop per minut begränsas.',
      en: 'Open-data catalogue by DCAT-AP-SE 3.0.1. Limits: at most 1000 items a page, and calls per minute are limited.',
    },
    contact: { name: config.title, url: `${config.base}/`, email: config.contact },
    license: { name: 'CC0-1.0', url: 'http://creativecommons.org/publicdomain/zero/1.0/' },
    termsOfService: `${config.base}/`,
  };
}
