/**
 * Dates as people in Sweden write them, as ISO 8601: a year, a month, a day, or a day with a time. XML Schema 1.1 part 2 §3.3;
 * Svenska skrivregler on dates.
 */

const months: readonly string[] = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli'],
  ...['augusti', 'september', 'oktober', 'november', 'december'],
];
const english: readonly string[] = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
];

const clock = /[ T,]+(?:kl\.? ?)?(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?$/;

/** No date that somebody writes is longer, and no text is searched for one without end. */
const longest = 100;

/** The date in ISO 8601, or the text as it is when it is no date that we know: `15 januari 2026`, `15/1 2026`, `jan 2026`, `20260115`. */
export function readDate(text: string): string {
  const given = text.trim();
  if (given.length > longest) return given;
  if (/^-?\d{4,}(?:-\d\d){0,2}(?:T.*)?$/.test(given) && !/^\d{8}$/.test(given)) return given;
  const time = clock.exec(given);
  if (time === null) return day(given) ?? given;
  const [whole, hour = '', minute = '', second = '00'] = time;
  const date = day(given.slice(0, -whole.length));
  return date?.length === 10 ? `${date}T${two(hour)}:${minute}:${second}` : given;
}

function day(text: string): string | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/\bden\b/g, '')
    .trim();
  let found = /^(\d{4})[-/. ]?(\d\d)[-/. ]?(\d\d)$/.exec(words);
  if (found !== null) return date(found[1], found[2], found[3]);
  found = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(words);
  if (found !== null) return date(found[1], found[2], found[3]);
  found = /^(\d{1,2})[/. ](\d{1,2})[-/. ,]+(\d{4})$/.exec(words);
  if (found !== null) return date(found[3], found[2], found[1]);
  found = /^(\d{4})[-/. ](\d{1,2})$/.exec(words);
  if (found !== null) return date(found[1], found[2]);
  found = /^(\d{1,2})[/.](\d{4})$/.exec(words);
  if (found !== null) return date(found[2], found[1]);
  found = /^(?:(\d{1,2})(?::[ae]|\.|st|nd|rd|th)? )?([a-zåäö]+)\.?,? (\d{4})$/.exec(words);
  if (found !== null) return date(found[3], month(found[2]), found[1]);
  found = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(words);
  return found === null ? undefined : date(found[3], month(found[1]), found[2]);
}

function month(word = ''): string | undefined {
  if (word.length < 3) return undefined;
  for (const names of [months, english]) {
    const index = names.findIndex((name) => name.startsWith(word));
    if (index >= 0) return String(index + 1);
  }
  return undefined;
}

function date(year = '', month?: string, day?: string): string | undefined {
  if (month === undefined) return undefined;
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

function two(digits: string): string {
  return digits.padStart(2, '0');
}
