/**
 * What may be bound to a placeholder: text, a finite number or null. The drivers take more, and MySQL then compares text
 * with a number, true or a list, which finds rows that nobody asked for.
 */
export type BoundValue = string | number | null;

/** The values as they are. @throws TypeError when one is of a type that SQL compares loosely. */
export function boundValues(values: readonly unknown[]): BoundValue[] {
  const bound: BoundValue[] = new Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (typeof value !== 'string' && value !== null && !Number.isFinite(value)) {
      throw new TypeError(`A value of type ${typeof value} cannot be bound to a query.`);
    }
    bound[i] = value as BoundValue;
  }
  return bound;
}
