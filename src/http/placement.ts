import type { Kind, Resource } from '../catalog/resource.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { Localized } from '../kernel/issue.ts';
import { isJsonObject, type JsonValue } from '../kernel/json.ts';

/**
 * What `record` of a JSON body says of where the description is kept. `GET` answers with it, so it may come back; but nothing
 * is moved, published or taken over by a word in the content: what would be is refused, never passed over. ASVS 5.0 §15.3.3.
 */
export interface Placement {
  readonly kind: string | undefined;
  readonly name: string | undefined;
  readonly organization: string | undefined;
  readonly state: string | undefined;
}

export const nowhere: Placement = {
  kind: undefined,
  name: undefined,
  organization: undefined,
  state: undefined,
};

/** Members that say where; the others are ours to say, and are passed over when they come back. */
const places = ['kind', 'name', 'organization', 'state'] as const;
const ours: ReadonlySet<string> = new Set([
  'version',
  'created',
  'changed',
  'published',
  'issues',
  'search',
  'author',
  'reason',
  'saved',
]);

/** Reads `record`. @throws CatalogError `invalid-record` when it is no object of texts, or has a member that is not known. */
export function placement(record: JsonValue | undefined): Placement {
  if (record === undefined) return nowhere;
  if (!isJsonObject(record)) throw refusal('', notAnObject);
  for (const [key, value] of Object.entries(record)) {
    const isPlace = places.some((place) => place === key);
    if (!isPlace && !ours.has(key)) throw refusal(key, unknownMember(key));
    if (isPlace && typeof value !== 'string') throw refusal(key, notAText);
  }
  const text = (key: (typeof places)[number]) =>
    typeof record[key] === 'string' ? record[key] : undefined;
  return {
    kind: text('kind'),
    name: text('name'),
    organization: text('organization'),
    state: text('state'),
  };
}

/** Where a record is, or is about to be. */
export interface Place {
  readonly kind: Kind;
  /** The owner's name. */
  readonly organization: string;
  readonly state: Resource['state'];
}

/** Holds what the body says against what is so. @throws CatalogError `invalid-record` naming the member that says otherwise. */
export function demandPlace({ kind, organization, state }: Placement, place: Place): void {
  if (kind !== undefined && kind !== place.kind) throw refusal('kind', stays(place.kind));
  if (organization !== undefined && organization !== place.organization)
    throw refusal('organization', stays(place.organization));
  if (state !== undefined && state !== place.state) throw refusal('state', changesElsewhere);
}

/** Where a stored record is. */
export function placeOf({ kind, organizationName, state }: Resource): Place {
  return { kind, organization: organizationName, state };
}

function refusal(member: string, message: Localized): CatalogError {
  return new CatalogError(
    'invalid-record',
    {
      sv: 'record i innehållet säger något som inte kan bli så.',
      en: 'record in the content says something that cannot be so.',
    },
    {
      issues: [
        {
          rule: 'record',
          level: 'error',
          blocks: 'storing',
          pointer: member === '' ? '/record' : `/record/${escaped(member)}`,
          message,
        },
      ],
    },
  );
}

/** RFC 6901 §3. */
function escaped(key: string): string {
  return key.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');
}

const notAnObject: Localized = {
  sv: 'record ska vara ett objekt. Det kan också utelämnas.',
  en: 'record must be an object. It can also be left out.',
};

const notAText: Localized = { sv: 'Ska vara en text.', en: 'Must be a text.' };

const unknownMember = (key: string): Localized => ({
  sv: `record har ingen uppgift ${JSON.stringify(key.slice(0, 100))}. Ta bort den.`,
  en: `record has no member ${JSON.stringify(key.slice(0, 100))}. Remove it.`,
});

const stays = (value: string): Localized => ({
  sv: `Det är ${value} och ändras inte så här. Ta bort uppgiften, eller skriv ${value}.`,
  en: `It is ${value} and does not change this way. Remove the member, or write ${value}.`,
});

const changesElsewhere: Localized = {
  sv: 'Läget ändras inte av innehållet. Använd POST …/publish, POST …/withdraw eller ?publish=true.',
  en: 'The state is not changed by the content. Use POST …/publish, POST …/withdraw or ?publish=true.',
};
