import { hasCheckDigit } from '../kernel/check-digit.ts';

const shape = /(?<!\d)(?:19|20)?(\d{2})(\d{2})(\d{2})[-+]?(\d{4})(?!\d)/g;

/**
 * The first Swedish personal identity number (personnummer) or coordination number (samordningsnummer, day + 60) in a text; undefined
 * when there is none. Month, day and check digit must all be right, so that other numbers raise no alarm: an organisation number has a
 * "month" of 20 or more. Folkbokföringslagen (1991:481) 18 §.
 */
export function findPersonalNumber(text: string): string | undefined {
  if (text.length < 10) return undefined;
  for (const [found, year = '', month = '', day = '', last = ''] of text.matchAll(shape)) {
    const number = Number(day) > 60 ? Number(day) - 60 : Number(day);
    if (Number(month) < 1 || Number(month) > 12 || number < 1 || number > 31) continue;
    if (hasCheckDigit(`${year}${month}${day}${last}`)) return found;
  }
  return undefined;
}

/** The text without the last four digits of every personal number in it. */
export function withoutPersonalNumbers(text: string): string {
  let masked = text;
  for (
    let number = findPersonalNumber(masked);
    number !== undefined;
    number = findPersonalNumber(masked)
  )
    masked = masked.replaceAll(number, `${number.slice(0, -4)}XXXX`);
  return masked;
}
