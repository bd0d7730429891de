/** Texts that machines read before anything else. */

/** Everything public may be read; searches narrowed by facets are endless, and the same records in other orders. RFC 9309. */
export function robotsText(base: string): string {
  return `User-agent: *
Disallow: /*?*bbox=
Disallow: /*?*cursor=
Disallow: /*?*sort=
Disallow: /*&*=
Allow: /

Sitemap: ${base}/sitemap.xml
`;
}

/** What the site is and how a program finds its way in it, in the form of llmstxt.org. */
export function llmsText(base: string, title: string): string {
  return `# ${title}

> Catalogue of open data of Sweden's regions and municipalities, described by DCAT-AP-SE 3.0.1. Reading needs no key. Metadata is CC0.

Every record has one address for people and programs: HTML to browsers; JSON, Turtle, RDF/XML, JSON-LD and N-Triples by Accept or by suffix (.json .ttl .rdf .jsonld .nt). Titles and descriptions are in Swedish and mostly in English too.

## Finding data

- [Search](${base}/api/v1/datasets?q=badplatser): q takes words in Swedish or English, "phrases", -not and OR; narrow by theme, organization, format, place, license, from, to, bbox and more; facets=theme&facets=format counts the hits; follow next to the end
- [Suggestions](${base}/api/v1/suggestions?q=badpl): what may be meant while somebody types
- [Any search as Atom](${base}/datasets.atom?q=badplatser) and as [JSON Feed](${base}/datasets.jsonfeed?q=badplatser): the same parameters, the last modified first

## Reading

- [Organisations](${base}/api/v1/organizations): who publishes
- [The whole catalogue](${base}/catalog.ttl): hydra-paged; one organisation's is /organizations/{name}/catalog.ttl, unpaged; profile=eu gives DCAT-AP 3.0.1
- [API](${base}/api/v1/openapi.json): OpenAPI 3.1
- [The profile](${base}/schemas/dcat-ap-se): what each property means
- [Vocabularies](${base}/vocabularies): themes, places, licences, file types
- [Sitemap](${base}/sitemap.xml): every page
`;
}
