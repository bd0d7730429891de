import type { UserLanguage } from '../../kernel/issue.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { formatDate } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { firstString } from './json-values.ts';

/** A period in words, open at either end; undefined when it has no ends. */
export function periodText(
  period: JsonObject,
  words: Words['record'],
  language: UserLanguage,
): string | undefined {
  const start = firstString(period.startDate);
  const end = firstString(period.endDate);
  if (start !== undefined && end !== undefined) {
    return words.span(formatDate(start, language), formatDate(end, language));
  }
  if (start !== undefined) return words.from(formatDate(start, language));
  return end === undefined ? undefined : words.until(formatDate(end, language));
}
