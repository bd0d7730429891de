import type { Issue, Level, Localized } from '../kernel/issue.ts';

/** What reading has to say about one value, before its place is known. */
export interface Remark {
  readonly rule: string;
  readonly level: Level;
  readonly message: Localized;
}

/** A remark at its place. Reading never blocks: what was read is judged afterwards. */
export function issueAt(pointer: string, remark: Remark): Issue {
  return { ...remark, blocks: 'nothing', pointer };
}

/** The value was written in an old or loose form and read as what it means. DCAT-AP-SE 3.0.1, changes since version 2. */
export function mended(rule: string, name: string, before: string, after: string): Remark {
  return {
    rule,
    level: 'warning',
    message: {
      sv: `${name}: ${shown(before)} lästes som ${shown(after)}. Rätta gärna i källan.`,
      en: `${name}: ${shown(before)} was read as ${shown(after)}. Please mend it at the source.`,
    },
  };
}

/** The value cannot stand in this property; the statement is kept beside the record. */
export function wrong(rule: string, name: string, value: string, wanted: Localized): Remark {
  return {
    rule,
    level: 'warning',
    message: {
      sv: `${name}: ${shown(value)} är inte ${wanted.sv}. Påståendet sparas oförändrat men används inte förrän det rättas i källan.`,
      en: `${name}: ${shown(value)} is not ${wanted.en}. The statement is kept as it is, but not used until it is mended at the source.`,
    },
  };
}

/** One value too many for a property that has one. */
export function surplus(name: string, value: string, kept: string): Remark {
  return {
    rule: 'V004',
    level: 'warning',
    message: {
      sv: `${name} får ha ett värde. ${shown(kept)} används, ${shown(value)} sparas men används inte.`,
      en: `${name} takes one value. ${shown(kept)} is used, ${shown(value)} is kept but not used.`,
    },
  };
}

/** A predicate that the profile does not know on this class; with the one that was probably meant. */
export function unknownProperty(
  name: string,
  className: string,
  meant: string | undefined,
): Remark {
  return {
    rule: 'unknown-property',
    level: meant === undefined ? 'info' : 'warning',
    message: {
      sv: `${name} hör inte till profilens ${className} och sparas oförändrad.${meant === undefined ? '' : ` Menas ${meant}?`}`,
      en: `${name} is not part of the profile’s ${className} and is kept as it is.${meant === undefined ? '' : ` Is ${meant} meant?`}`,
    },
  };
}

/** A remark with a text of its own. */
export function remark(rule: string, level: Level, sv: string, en: string): Remark {
  return { rule, level, message: { sv, en } };
}

/** A value, short enough for a sentence. */
export function shown(value: string): string {
  return value.length > 160 ? `${value.slice(0, 160)}…` : value;
}
