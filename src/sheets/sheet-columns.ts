import type { Localized } from '../kernel/issue.ts';
import { isJsonObject, type JsonValue } from '../kernel/json.ts';
import type { Plan, PropertyPlan } from '../profile/plan.ts';
import type { NodeObject } from '../profile/record.ts';

/** A column of a sheet of records: a property, and of texts one language. */
export interface SheetColumn {
  /** `title@sv`, `theme`: how it is called in the row of technical names. */
  readonly key: string;
  readonly property: PropertyPlan;
  /** BCP 47 tag; undefined where the property is no text. */
  readonly language: string | undefined;
  readonly label: Localized;
}

/** Languages that every text has a column for; others have one where they are used. */
const usual = ['sv', 'en'] as const;

/** The columns for a class: what the form shows, in its order, but for what is described inside (contacts, places, periods). */
export function sheetColumns(
  plan: Plan,
  className: string,
  nodes: readonly NodeObject[],
): readonly SheetColumn[] {
  const groups = plan.groups.filter(({ hidden }) => !hidden).map(({ name }) => name);
  const shown = plan
    .class(className)
    .properties.filter((property) => isColumn(property) && groups.includes(property.group))
    .toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
  return shown.flatMap((property) => {
    if (property.node !== 'text') return [column(property, undefined)];
    const tags = new Set<string>(usual);
    for (const node of nodes) {
      const value = node[property.name];
      if (isJsonObject(value)) for (const tag of Object.keys(value)) tags.add(tag);
    }
    return [...tags].map((tag) => column(property, tag));
  });
}

/** Things that are pointed at by their addresses; others are described, and too much for a cell. */
const pointers: ReadonlySet<string> = new Set(['concept', 'iri', 'place', 'address']);

/** Whether the values can stand in a cell. */
export function isColumn({ computed, node, widget, format }: PropertyPlan): boolean {
  return !computed && format !== 'wkt' && (node !== 'resource' || pointers.has(widget));
}

/** The column that a technical name stands for; undefined when there is none. */
export function columnOf(plan: Plan, className: string, key: string): SheetColumn | undefined {
  const at = key.indexOf('@');
  const name = at < 0 ? key : key.slice(0, at);
  const property = plan.class(className).property.get(name);
  if (property === undefined || !isColumn(property)) return undefined;
  if ((property.node === 'text') !== at > 0) return undefined;
  return column(property, at < 0 ? undefined : key.slice(at + 1));
}

/** What the cell says of the node: many values stand with ` | ` between them, and a bar or backslash in a value has a backslash before it. */
export function cellOf({ property, language }: SheetColumn, node: NodeObject): string {
  const value = node[property.name];
  if (value === undefined) return '';
  const own = language === undefined ? value : isJsonObject(value) ? value[language] : undefined;
  if (own === undefined) return '';
  const all: readonly JsonValue[] = Array.isArray(own) ? own : [own];
  const list = all.filter((one) => !isJsonObject(one));
  const texts = list.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  return property.many ? texts.map(escaped).join(' | ') : (texts[0] ?? '');
}

/** The node with what the cell says; nothing for an empty cell takes the value away. */
export function withCell(
  { property, language }: SheetColumn,
  node: NodeObject,
  cell: string,
): NodeObject {
  const texts = property.many ? parted(cell) : cell === '' ? [] : [cell];
  const values: JsonValue[] = texts.map((text) =>
    property.format === 'integer' && /^-?\d{1,15}$/.test(text) ? Number(text) : text,
  );
  const value: JsonValue | undefined =
    values.length === 0 ? undefined : property.many ? values : values[0];
  const stored = node[property.name];
  // What is described inside has no place in a cell, and stays.
  const described: readonly JsonValue[] = Array.isArray(stored) ? stored.filter(isJsonObject) : [];
  if (described.length > 0) {
    return withValue(node, property.name, [...described, ...values] as JsonValue);
  }
  if (language === undefined) return withValue(node, property.name, value);
  const map = withValue(isJsonObject(stored) ? stored : {}, language, value);
  const isEmpty = Object.keys(map).length === 0;
  return withValue(node, property.name, isEmpty ? undefined : (map as JsonValue));
}

function withValue(node: NodeObject, name: string, value: JsonValue | undefined): NodeObject {
  if (value !== undefined) return { ...node, [name]: value };
  const { [name]: _, ...rest } = node;
  return rest;
}

function column(property: PropertyPlan, language: string | undefined): SheetColumn {
  const end = language === undefined ? '' : ` (${language})`;
  return {
    key: language === undefined ? property.name : `${property.name}@${language}`,
    property,
    language,
    label: { sv: property.label.sv + end, en: property.label.en + end },
  };
}

function escaped(text: string): string {
  return text.replace(/[\\|]/g, '\\$&');
}

/** The values of a cell. */
function parted(cell: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < cell.length; at += 1) {
    const character = cell.charAt(at);
    if (character === '\\' && at + 1 < cell.length) {
      at += 1;
      part += cell.charAt(at);
    } else if (character === '|') {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part].map((text) => text.trim()).filter((text) => text !== '');
}
