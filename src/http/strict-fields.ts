import type { JsonObject, JsonValue } from '../kernel/json.ts';
import { readJson } from './body.ts';
import { mustAccept } from './content-type.ts';
import type { Context } from './context.ts';
import { HttpProblem } from './http-problem.ts';

/** What each member of a small JSON object may be. */
export type FieldRules = Readonly<Record<string, (value: JsonValue | undefined) => boolean>>;

/**
 * A JSON object of exactly these members: nothing else is passed over, so that nobody believes that it had an effect (ASVS 5.0
 * §15.3.3), and no type is bent into another.
 * @throws HttpProblem `bad-request` naming what does not fit, and as `readJson` does.
 */
export async function readStrictFields(
  ctx: Context,
  limit: number,
  rules: FieldRules,
): Promise<JsonObject> {
  mustAccept(ctx, ['application/json']);
  const body = await readJson(ctx, limit);
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  // Neither null nor a list: what is left is an object.
  const fields = isObject ? (body as JsonObject) : {};
  const wrong = [
    ...Object.keys(fields).filter((name) => !Object.hasOwn(rules, name)),
    ...Object.entries(rules).flatMap(([name, holds]) => (holds(fields[name]) ? [] : [name])),
  ];
  if (isObject && wrong.length === 0) return fields;
  const names = wrong.map((name) => name.slice(0, 60)).join(', ');
  const known = Object.keys(rules).join(', ');
  throw new HttpProblem('bad-request', {
    sv: `Innehållet ska vara ett JSON-objekt med ${known}. Rätta: ${names}.`,
    en: `The content must be a JSON object of ${known}. Correct: ${names}.`,
  });
}

/** A rule: a text of at most so many characters. */
export function isText(most: number): (value: JsonValue | undefined) => boolean {
  return (value) => typeof value === 'string' && value !== '' && value.length <= most;
}

/** A rule: one of the words. */
export function isOneOf(words: readonly string[]): (value: JsonValue | undefined) => boolean {
  return (value) => typeof value === 'string' && words.includes(value);
}
