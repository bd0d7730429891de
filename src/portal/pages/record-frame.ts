import { collections } from '../../catalog/resource.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { syntaxes } from '../../rdf/syntaxes/registry.ts';
import type { Framed } from '../framed.ts';
import type { RecordView } from '../records/record-view.ts';
import type { RecordSurroundings } from '../records/surroundings.ts';
import { wordsIn } from '../words/words.ts';

/** What browsers and search engines are told of a record's page. Earlier versions and drafts are not for search engines. */
export function recordFrame(
  view: RecordView,
  { path, isCurrent, isDraft, organization }: RecordSurroundings,
  language: UserLanguage,
): Framed {
  const { kinds, record } = wordsIn(language);
  const { kind, title, publisher, description } = view;
  const section =
    kind === 'organization' ? 'organizations' : kind === 'dataset' ? 'datasets' : undefined;
  return {
    title: publisher === undefined ? title.text : `${title.text}, ${publisher.text}`,
    language,
    description: description?.summary,
    ...(isCurrent && !isDraft ? { canonical: view.path } : {}),
    ...(section === undefined ? {} : { section }),
    way: [{ text: kinds.many[kind], href: `/${collections[kind]}` }],
    kind: 'article',
    alternates: [
      ...[...Object.values(syntaxes), json].map(({ name, mediaType, label }) => ({
        href: `${path}.${name}`,
        mediaType,
        title: label,
      })),
      {
        href: `/datasets.atom?organization=${organization}`,
        mediaType: 'application/atom+xml',
        title: record.feeds,
      },
    ],
  };
}

const json = { name: 'json', mediaType: 'application/json', label: 'JSON' };
