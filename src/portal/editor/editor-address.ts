import type { Kind } from '../../catalog/resource.ts';

/** The kinds of records that are edited under their names; the other two are the organisation's own. */
export const namedKinds = ['dataset', 'series', 'service'] as const satisfies readonly Kind[];

export type NamedKind = (typeof namedKinds)[number];

/** Folder of each kind in a workspace. */
export const folders = {
  dataset: 'datasets',
  series: 'series',
  service: 'services',
} as const satisfies Record<NamedKind, string>;

/** Path of the page where a record is edited. */
export function editorAddress(organization: string, kind: Kind, name: string): string {
  const workspace = `/workspace/${organization}`;
  switch (kind) {
    case 'organization':
      return `${workspace}/description/edit`;
    case 'catalog':
      return `${workspace}/catalog/edit`;
    case 'dataset':
    case 'series':
    case 'service':
      return `${workspace}/${folders[kind]}/${name}/edit`;
  }
}
