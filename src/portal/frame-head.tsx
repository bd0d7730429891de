import type { Site } from '../http/pages.ts';
import { assetAddress } from './assets.ts';
import type { Framed } from './framed.ts';

/** What browsers, search engines and feed readers are told about a page. */
export function FrameHead({ page, site }: { readonly page: Framed; readonly site: Site }) {
  const { title, language, description, canonical, alternates = [], jsonLd } = page;
  const whole = title === site.title ? title : `${title} – ${site.title}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{whole}</title>
      {description !== undefined && <meta name="description" content={description} />}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#111817" media="(prefers-color-scheme: dark)" />
      <link
        rel="preload"
        href={assetAddress.font}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      {['main' as const, ...(page.styles ?? [])].map((name) => (
        <link key={name} rel="stylesheet" href={assetAddress.style(name)} />
      ))}
      <link rel="icon" href={assetAddress.icon} type="image/svg+xml" />
      {canonical === undefined ? (
        <meta name="robots" content="noindex" />
      ) : (
        <Addresses canonical={site.base + canonical} />
      )}
      {alternates.map(({ href, mediaType, title: name }) => (
        <link key={href} rel="alternate" href={href} type={mediaType} title={name} />
      ))}
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={site.title} />
      <meta property="og:type" content={page.kind ?? 'website'} />
      <meta property="og:locale" content={language === 'sv' ? 'sv_SE' : 'en_GB'} />
      {description !== undefined && <meta property="og:description" content={description} />}
      {canonical !== undefined && <meta property="og:url" content={site.base + canonical} />}
      {jsonLd !== undefined && (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inScript(jsonLd) }} />
      )}
      {['page' as const, ...(page.islands ?? [])].map((name) => (
        <script key={name} type="module" src={assetAddress.island(name)} />
      ))}
    </head>
  );
}

function Addresses({ canonical }: { readonly canonical: string }) {
  return (
    <>
      <link rel="canonical" href={canonical} />
      {(['sv', 'en'] as const).map((language) => (
        <link
          key={language}
          rel="alternate"
          hreflang={language}
          href={inLanguage(canonical, language)}
        />
      ))}
      <link rel="alternate" hreflang="x-default" href={canonical} />
    </>
  );
}

/** The same page, whatever the browser prefers. */
export function inLanguage(address: string, language: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
}

/** JSON that cannot end the element it stands in, nor begin a comment: HTML §4.12.1.3. */
function inScript(json: object): string {
  return JSON.stringify(json).replaceAll('<', '\\u003c');
}
