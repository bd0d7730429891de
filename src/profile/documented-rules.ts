import type { Level, Localized, UserLanguage } from '../kernel/issue.ts';
import { type RuleWhere, ruleTable } from './rules/rule-table.ts';

/** A rule as the documentation shows it, in one language. */
export interface DocumentedRule {
  readonly id: string;
  readonly title: string;
  readonly level: string;
  /** Where or when it is judged. */
  readonly where: string;
  readonly source: string;
}

const levels: Readonly<Record<Level, Localized>> = {
  error: { sv: 'fel', en: 'error' },
  warning: { sv: 'varning', en: 'warning' },
  info: { sv: 'tips', en: 'hint' },
};

const places: Readonly<Record<RuleWhere, Localized>> = {
  record: { sv: 'i varje post', en: 'in every record' },
  catalog: { sv: 'över hela katalogen', en: 'over the whole catalogue' },
  import: { sv: 'när ett dokument läses in', en: 'when a document is read' },
  export: { sv: 'när ett dokument skrivs', en: 'when a document is written' },
  network: {
    sv: 'genom att fråga andra servrar: datatorget validate --links',
    en: 'by asking other servers: datatorget validate --links',
  },
};

/** Every rule by its code, so that whoever gets a remark can look up what it stands on. */
export function documentedRules(language: UserLanguage): readonly DocumentedRule[] {
  return ruleTable.map(({ id, title, level, where, source }) => ({
    id,
    title: title[language],
    level: levels[level][language],
    where: places[where][language],
    source,
  }));
}
