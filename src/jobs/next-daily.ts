/** Hours and minutes of a wall clock. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/**
 * When the clocks of the zone next show that time, strictly after a moment. A time that is skipped in spring is an hour later, one
 * that comes twice in autumn is the first of them.
 */
export function nextDaily(
  after: Date,
  { hour, minute }: TimeOfDay,
  zone = 'Europe/Stockholm',
): Date {
  const shown = new Date(after.getTime() + offsetAt(after.getTime(), zone));
  for (let day = 0; ; day += 1) {
    const wall = Date.UTC(
      shown.getUTCFullYear(),
      shown.getUTCMonth(),
      shown.getUTCDate() + day,
      hour,
      minute,
    );
    // The offsets before and after a change of clocks that may be near.
    const [early = wall, late = wall] = [-dayLength, dayLength].map(
      (far) => wall - offsetAt(wall + far, zone),
    );
    const isShown = (time: number) => time + offsetAt(time, zone) === wall;
    const chosen = isShown(early) || !isShown(late) ? early : late;
    if (chosen > after.getTime()) return new Date(chosen);
  }
}

const dayLength = 24 * 3_600_000;

/** Milliseconds by which the zone's clocks are ahead of UTC at a moment. */
function offsetAt(time: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).formatToParts(time);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  if (sign === undefined) return 0;
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -size : size;
}
