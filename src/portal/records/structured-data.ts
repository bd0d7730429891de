import { isLinkable } from '../../http/facts-page.ts';
import type { JsonObject, JsonValue } from '../../kernel/json.ts';
import type { NodeObject } from '../../profile/record.ts';
import { firstString, nodes, strings } from './json-values.ts';
import { mostShown } from './most-shown.ts';
import type { RecordView } from './record-view.ts';
import { shownText, shownTexts } from './shown-text.ts';
import type { Viewing } from './viewing.ts';

/**
 * A dataset in the words of schema.org, which search engines for data read from its page. Google Dataset Search's required and
 * recommended properties, and no others: the whole is in our own RDF.
 */
export function structuredDataset(
  content: NodeObject,
  { view: { title, publisher }, address }: { readonly view: RecordView; readonly address: string },
  { language, base }: Viewing,
): JsonObject {
  const description = shownText(content.description, language)?.text;
  const files = nodes(content.distribution);
  const licence =
    strings(content.license)[0] ?? files.map(({ license }) => firstString(license)).find(Boolean);
  const [period] = nodes(content.temporal);
  return present({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': address,
    url: address,
    name: title.text,
    // Google asks for 50–5 000 characters.
    description: description?.slice(0, 5000),
    inLanguage: language,
    keywords: shownTexts(content.keyword, language)
      .slice(0, mostShown)
      .map(({ text }) => text),
    isAccessibleForFree: true,
    license: licence,
    dateModified: firstString(content.modified),
    datePublished: firstString(content.issued),
    temporalCoverage:
      period === undefined
        ? undefined
        : `${firstString(period.startDate) ?? '..'}/${firstString(period.endDate) ?? '..'}`,
    ...(publisher === undefined
      ? {}
      : {
          publisher: { '@type': 'Organization', name: publisher.text, url: base + publisher.href },
        }),
    distribution: files.slice(0, 50).flatMap((file) => {
      const contentUrl = [...strings(file.downloadUrl), ...strings(file.accessUrl)].find(
        isLinkable,
      );
      return contentUrl === undefined
        ? []
        : [
            present({
              '@type': 'DataDownload',
              name: shownText(file.title, language)?.text,
              contentUrl,
              encodingFormat: firstString(file.format),
              contentSize: typeof file.byteSize === 'number' ? `${file.byteSize} B` : undefined,
            }),
          ];
    }),
  });
}

function present(members: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(members).filter(
      (member): member is [string, JsonValue] =>
        member[1] !== undefined && !(Array.isArray(member[1]) && member[1].length === 0),
    ),
  );
}
