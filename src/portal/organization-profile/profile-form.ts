import type { CatalogError } from '../../kernel/errors.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { isJsonObject, type JsonValue } from '../../kernel/json.ts';
import type { NodeObject } from '../../profile/record.ts';
import type { FieldFault } from '../components/error-summary.tsx';

/** The forms of an organisation's profile, as fields and as properties. */

/** What the fields say of what is stored. */
export function fieldsOf(agent: NodeObject, catalog: NodeObject): ReadonlyMap<string, string> {
  return new Map([
    ['nameSv', textOf(agent.name, 'sv')],
    ['nameEn', textOf(agent.name, 'en')],
    ['descriptionSv', textOf(agent.description, 'sv')],
    ['descriptionEn', textOf(agent.description, 'en')],
    ['homepage', firstOf(agent.homepage)],
    ['mbox', firstOf(agent.mbox).replace(/^mailto:/, '')],
    ['titleSv', textOf(catalog.title, 'sv')],
    ['titleEn', textOf(catalog.title, 'en')],
    ['catalogDescriptionSv', textOf(catalog.description, 'sv')],
    ['catalogDescriptionEn', textOf(catalog.description, 'en')],
  ]);
}

/** The organisation's properties as the fields say; null for those that are to go. */
export function agentChanges(
  fields: ReadonlyMap<string, string>,
  agent: NodeObject,
): Readonly<Record<string, JsonValue | null>> {
  const text = reading(fields);
  const mbox = text('mbox');
  return {
    name: texts(agent.name, { sv: text('nameSv'), en: text('nameEn') }),
    description: texts(agent.description, {
      sv: text('descriptionSv'),
      en: text('descriptionEn'),
    }),
    homepage: like(agent.homepage, text('homepage')),
    mbox: like(agent.mbox, mbox === '' ? '' : `mailto:${mbox}`),
  };
}

/** The catalogue's properties as the fields say. */
export function catalogChanges(
  fields: ReadonlyMap<string, string>,
  catalog: NodeObject,
): Readonly<Record<string, JsonValue | null>> {
  const text = reading(fields);
  return {
    title: texts(catalog.title, { sv: text('titleSv'), en: text('titleEn') }),
    description: texts(catalog.description, {
      sv: text('catalogDescriptionSv'),
      en: text('catalogDescriptionEn'),
    }),
  };
}

/** A refusal's faults at the fields of the part of the page that was sent. */
export function profileFaults(
  { issues, detail }: CatalogError,
  part: 'agent' | 'catalog',
  language: UserLanguage,
): readonly FieldFault[] {
  const blocking = issues.filter(({ blocks }) => blocks !== 'nothing');
  if (blocking.length === 0) return [{ field: undefined, text: detail[language] }];
  return blocking.map(({ pointer, message }) => {
    const [, property = '', tag] = pointer.split('/');
    return { field: fieldAt(part, property, tag), text: message[language] };
  });
}

function fieldAt(
  part: 'agent' | 'catalog',
  property: string,
  tag: string | undefined,
): string | undefined {
  const end = tag === 'en' ? 'En' : 'Sv';
  if (property === 'homepage' || property === 'mbox') return property;
  if (property === 'name') return `name${end}`;
  if (property === 'title') return `title${end}`;
  if (property !== 'description') return undefined;
  return part === 'agent' ? `description${end}` : `catalogDescription${end}`;
}

function reading(fields: ReadonlyMap<string, string>): (name: string) => string {
  return (name) => (fields.get(name) ?? '').trim();
}

/** A language map with the two texts set anew and every other language kept. */
function texts(
  stored: JsonValue | undefined,
  fresh: Readonly<Record<'sv' | 'en', string>>,
): JsonValue | null {
  const all: Record<string, JsonValue> = isJsonObject(stored) ? { ...stored } : {};
  for (const [tag, text] of Object.entries(fresh)) {
    if (text === '') delete all[tag];
    else all[tag] = text;
  }
  return Object.keys(all).length === 0 ? null : all;
}

/** One value in the place of the first of those stored; a list stays a list. */
function like(stored: JsonValue | undefined, text: string): JsonValue | null {
  if (!Array.isArray(stored)) return text === '' ? null : text;
  const rest = stored.slice(1) as JsonValue[];
  const all = text === '' ? rest : [text, ...rest];
  return all.length === 0 ? null : all;
}

function textOf(value: JsonValue | undefined, tag: string): string {
  const text = isJsonObject(value) ? value[tag] : undefined;
  return typeof text === 'string' ? text : '';
}

function firstOf(value: JsonValue | undefined): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}
