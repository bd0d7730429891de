import { pointer } from '../../kernel/issue.ts';
import { isJsonObject } from '../../kernel/json.ts';
import type { NodeObject } from '../record.ts';

/** Ways to look at a node's values that bear any JSON: what has the wrong type is not there. */

/** A text with its language and where it stands. */
export interface PlacedText {
  readonly language: string;
  readonly text: string;
  readonly pointer: string;
}

/** Every text of a language map. */
export function textsOf(node: NodeObject, property: string): readonly PlacedText[] {
  const map = node[property];
  const texts: PlacedText[] = [];
  if (!isJsonObject(map)) return texts;
  for (const language in map) {
    const value = map[language];
    const place = `/${property}/${/[~/]/.test(language) ? pointer(language).slice(1) : language}`;
    if (typeof value === 'string') texts.push({ language, text: value, pointer: place });
    if (!Array.isArray(value)) continue;
    for (const [index, text] of value.entries()) {
      if (typeof text === 'string') texts.push({ language, text, pointer: `${place}/${index}` });
    }
  }
  return texts;
}

/** A described node or a reference to one, and where it stands. */
export interface PlacedNode {
  readonly iri: string | undefined;
  /** Undefined when it is only referred to. */
  readonly node: NodeObject | undefined;
  readonly pointer: string;
}

/** Every value of a property of resources or IRIs. */
export function thingsOf(node: NodeObject, property: string): readonly PlacedNode[] {
  const value = node[property];
  const things: PlacedNode[] = [];
  if (value === undefined) return things;
  if (!Array.isArray(value)) addThing(value, `/${property}`, things);
  else {
    for (let index = 0; index < value.length; index += 1) {
      addThing(value[index], `/${property}/${index}`, things);
    }
  }
  return things;
}

function addThing(value: unknown, place: string, things: PlacedNode[]): void {
  if (typeof value === 'string') things.push({ iri: value, node: undefined, pointer: place });
  if (!isJsonObject(value)) return;
  const id = value['@id'];
  things.push({ iri: typeof id === 'string' ? id : undefined, node: value, pointer: place });
}

/** The IRIs of a property's values. */
export function irisOf(node: NodeObject, property: string): readonly string[] {
  return thingsOf(node, property).flatMap(({ iri }) => (iri === undefined ? [] : [iri]));
}

/** A literal that is text; undefined for everything else. */
export function stringOf(node: NodeObject, property: string): string | undefined {
  const value = node[property];
  return typeof value === 'string' ? value : undefined;
}

/** Whether the property says anything. */
export function has(node: NodeObject, property: string): boolean {
  return !isEmpty(node[property]);
}

/** Whether a value is no value: absent, blank, an empty list, a language map without a text. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isEmpty);
  for (const key in value) {
    if (!isEmpty((value as Readonly<Record<string, unknown>>)[key])) return false;
  }
  return true;
}
