import type { Localized } from '../../kernel/issue.ts';
import type { MemberRole } from '../person.ts';

/** What roles are called inside a sentence. */
export const roleWords: Readonly<Record<MemberRole, Localized>> = {
  administrator: { sv: 'administratör', en: 'administrator' },
  editor: { sv: 'redaktör', en: 'editor' },
  reader: { sv: 'läsare', en: 'reader' },
};
