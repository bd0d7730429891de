import type { Parameter } from '../../http/route.ts';

/** What the routes of an organisation's people have in common. */

export const organizationParameter: Parameter = {
  name: 'organization',
  in: 'path',
  description: {
    sv: 'Organisationens namn i adresser.',
    en: 'The name of the organisation in addresses.',
  },
  schema: { type: 'string', pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', maxLength: 100 },
};

export const idParameter: Parameter = {
  name: 'id',
  in: 'path',
  description: { sv: 'Id.', en: 'The id.' },
  schema: { type: 'string', pattern: '^[0-9a-f-]{36}$' },
};

/** `?name=`: whom or what the notice is about. */
export const nameParameter: Parameter = {
  name: 'name',
  in: 'query',
  description: { sv: 'Vem eller vad det gällde.', en: 'Whom or what it was about.' },
  schema: { type: 'string', maxLength: 300 },
};
