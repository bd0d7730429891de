import { join } from 'node:path';
import type { RecordPage } from '../../src/http/pages.ts';
import type { UserLanguage } from '../../src/kernel/issue.ts';
import type { JsonObject } from '../../src/kernel/json.ts';
import type { Viewing } from '../../src/portal/records/viewing.ts';
import { wordsIn } from '../../src/portal/words/words.ts';
import { loadProfile } from '../../src/profile/load-profile.ts';
import type { RecordContent } from '../../src/profile/record.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';

/** What views of records are tested with: the real profile, a fixed day, and no other records. */

const root = join(import.meta.dirname, '../..');
const profile = loadProfile(
  join(root, 'schemas/dcat-ap-se'),
  loadVocabularies(join(root, 'vocabularies')),
);

export const base = 'https://data.example.se';
export const authority = 'http://publications.europa.eu/resource/authority';

export function viewing(language: UserLanguage = 'sv', change: Partial<Viewing> = {}): Viewing {
  return {
    profile,
    language,
    words: wordsIn(language).record,
    base,
    now: new Date('2026-11-23T12:00:00Z'),
    known: new Map(),
    ...change,
  };
}

/** A published dataset of Umeå with this description, as its page is asked for. */
export function shownDataset(description: JsonObject, language: UserLanguage = 'sv'): RecordPage {
  const content = {
    '@id': `${base}/datasets/bad`,
    '@type': 'Dataset',
    ...description,
  } as RecordContent;
  return {
    resource: {
      id: '0192f0c1-0000-7000-8000-000000000000',
      kind: 'dataset',
      organization: '0192f0c1-0000-7000-8000-000000000001',
      organizationName: 'umea',
      name: 'bad',
      iri: content['@id'],
      state: 'published',
      version: 3,
      revision: 3,
      digest: '',
      created: '2026-11-01T00:00:00Z',
      changed: '2026-11-02T00:00:00Z',
      published: '2026-11-01T00:00:00Z',
    },
    version: 3,
    isCurrent: true,
    content,
    owner: {
      name: 'umea',
      content: {
        '@id': `${base}/organizations/umea`,
        '@type': 'Organization',
        name: { sv: 'Umeå kommun' },
      },
    },
    address: `${base}/datasets/bad`,
    language,
  };
}
