/** Milliseconds. */
export const day = 86_400_000;

/** So many days before. */
export function daysBefore(time: Date, days: number): Date {
  return new Date(time.getTime() - days * day);
}
