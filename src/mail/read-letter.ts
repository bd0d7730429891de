import { isEmailAddress } from '../kernel/email-address.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../kernel/json.ts';
import type { Letter, LetterPart } from './letter.ts';

/**
 * The letter of a job's payload.
 * @returns undefined when it is none, or goes to what is no address: such a letter could say more in its head than it should.
 */
export function readLetter(payload: JsonObject): Letter | undefined {
  const { to, language, subject, parts, replyTo } = payload;
  if (typeof to !== 'string' || !isEmailAddress(to)) return undefined;
  if (language !== 'sv' && language !== 'en') return undefined;
  if (typeof subject !== 'string' || !Array.isArray(parts) || !parts.every(isPart))
    return undefined;
  if (replyTo !== undefined && (typeof replyTo !== 'string' || !isEmailAddress(replyTo)))
    return undefined;
  const letter = { to, language, subject: oneLine(subject), parts } as const;
  return replyTo === undefined ? letter : { ...letter, replyTo };
}

/** What a header holds is one line without characters that steer. RFC 5322 §2.2. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

function isPart(value: JsonValue): value is LetterPart & JsonObject {
  if (!isJsonObject(value)) return false;
  const { kind, text, label, href, rows } = value;
  if (kind === 'text' || kind === 'quote') return typeof text === 'string';
  if (kind === 'action') return typeof label === 'string' && typeof href === 'string';
  return kind === 'facts' && Array.isArray(rows) && rows.every(isRow);
}

function isRow(row: JsonValue): boolean {
  return Array.isArray(row) && row.length === 2 && row.every((cell) => typeof cell === 'string');
}
