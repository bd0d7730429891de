import { isJsonObject } from '../kernel/json.ts';

/** Whether two values are written alike: the same keys and values, lists in the same order. */
export function isWrittenAlike(one: unknown, other: unknown): boolean {
  return writtenForm(one) === writtenForm(other);
}

/** The value as JSON with its keys in order. Unlike a digest it tells the order of a list: people choose which file comes first. */
export function writtenForm(value: unknown): string {
  return (
    JSON.stringify(value, (_key, member: unknown) => {
      if (!isJsonObject(member)) return member;
      const entries = Object.entries(member);
      return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? ''
  );
}
