import type { Kind } from '../../catalog/resource.ts';
import type { Parameter } from '../../http/route.ts';
import { folders, namedKinds } from './editor-address.ts';

/** The organisation's name in an address. */
export const organization: Parameter = {
  name: 'organization',
  in: 'path',
  required: true,
  description: { sv: 'Organisationens namn.', en: "The organisation's name." },
  schema: { type: 'string', pattern: '^[a-z0-9-]{2,100}$' },
  example: 'umea',
};

/** The record's name in an address. */
export const name: Parameter = {
  name: 'name',
  in: 'path',
  required: true,
  description: { sv: 'Postens namn.', en: "The record's name." },
  schema: { type: 'string', pattern: '^[a-z0-9-]{2,100}$' },
  example: 'badplatser',
};

/** Where each kind of record is edited, below its workspace. */
export const editedPlaces: readonly {
  readonly kind: Kind;
  readonly folder: string;
  readonly parameters: readonly Parameter[];
}[] = [
  ...namedKinds.map((kind) => ({
    kind,
    folder: `${folders[kind]}/{name}`,
    parameters: [organization, name],
  })),
  { kind: 'catalog', folder: 'catalog', parameters: [organization] },
  { kind: 'organization', folder: 'description', parameters: [organization] },
];
