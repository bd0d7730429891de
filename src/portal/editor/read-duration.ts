/** Lengths of time in words, as ISO 8601 durations. XML Schema 1.1 part 2 §3.3.6. */

const units: readonly (readonly [RegExp, (count: string) => string])[] = [
  [/^(?:år|years?)$/, (count) => `P${count}Y`],
  [/^(?:månad|månader|mån|months?)$/, (count) => `P${count}M`],
  [/^(?:vecka|veckor|v|weeks?)$/, (count) => `P${Number(count) * 7}D`],
  [/^(?:dag|dagar|dygn|d|days?)$/, (count) => `P${count}D`],
  [/^(?:timme|timmar|tim|h|hours?)$/, (count) => `PT${count}H`],
  [/^(?:minut|minuter|min|minutes?)$/, (count) => `PT${count}M`],
  [/^(?:sekund|sekunder|sek|s|seconds?)$/, (count) => `PT${count}S`],
];

/** The duration in ISO 8601 (`15 minuter` → `PT15M`), or the text as it is when it is none that we know. */
export function readDuration(text: string): string {
  const given = text.trim();
  const found = /^(\d+|en|ett|one|an?) ?([a-zåäö]+)\.?$/i.exec(given);
  if (found === null) return given;
  const [, count = '', word = ''] = found;
  const digits = /^\d+$/.test(count) ? String(Number(count)) : '1';
  const unit = units.find(([form]) => form.test(word.toLowerCase()));
  return unit === undefined ? given : unit[1](digits);
}
