/** Times as an operator writes them, on a Swedish clock. */

const form = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})$/;
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2026-12-24T08:00` of a Swedish clock as ISO 8601 in UTC; undefined for what is no time. An hour that comes twice is the first of them. */
export function fromSwedishTime(text: string): string | undefined {
  const written = text.trim().replace(' ', 'T');
  if (!form.test(written)) return undefined;
  const asUtc = Date.parse(`${written}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // Sweden is one or two hours ahead of UTC.
  for (const ahead of [2, 1]) {
    const iso = new Date(asUtc - ahead * 3_600_000).toISOString();
    if (toSwedishTime(iso) === written) return iso;
  }
  return undefined;
}

/** ISO 8601 as `2026-12-24T08:00` of a Swedish clock, as `datetime-local` has it. */
export function toSwedishTime(iso: string): string {
  return clock.format(new Date(iso)).replace(' ', 'T');
}
