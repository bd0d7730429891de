import { isEmailAddress } from './email-address.ts';
import type { Localized } from './issue.ts';

/** What is wrong with one field of a form, and what to write instead. */
export interface FieldFault {
  /** Name of the field. */
  readonly field: string;
  readonly message: Localized;
}

/** Reads the fields of a form one by one, and gathers every fault on the way. */
export interface FieldReader {
  readonly faults: readonly FieldFault[];
  /** The text without blanks around it and without characters that nobody can see; `''` when it may be left out and is. */
  text(field: string, rule: TextRule): string;
  /** An e-mail address. */
  email(field: string, missing: Localized | undefined): string;
  /** One of the values. */
  choice<T extends string>(field: string, values: readonly T[], missing: Localized): T;
  /** Adds a fault that the caller found. */
  fault(field: string, message: Localized): void;
}

export interface TextRule {
  /** What to say when it is empty; undefined: it may be. */
  readonly missing?: Localized | undefined;
  /** UTF-16 units. */
  readonly most: number;
  /** Whether line breaks are kept. */
  readonly lines?: boolean;
}

/** Reads the fields that a form sent. */
export function readFields(fields: ReadonlyMap<string, string>): FieldReader {
  const faults: FieldFault[] = [];
  const fault = (field: string, message: Localized): void => {
    faults.push({ field, message });
  };
  const text = (field: string, { missing, most, lines = false }: TextRule): string => {
    const value = visible(fields.get(field) ?? '', lines);
    if (value === '' && missing !== undefined) fault(field, missing);
    if (value.length > most) {
      fault(field, {
        sv: `Texten har ${value.length} tecken. Korta den till högst ${most}.`,
        en: `The text has ${value.length} characters. Shorten it to at most ${most}.`,
      });
    }
    return value;
  };
  return {
    faults,
    text,
    fault,
    email(field, missing) {
      const value = text(field, { missing, most: 254 });
      if (value !== '' && !isEmailAddress(value)) {
        fault(field, {
          sv: 'Skriv en e-postadress med snabel-a och domän, till exempel namn@kommun.se.',
          en: 'Write an e-mail address with an at sign and a domain, such as name@kommun.se.',
        });
      }
      return value;
    },
    choice(field, values, missing) {
      const value = fields.get(field) ?? '';
      const found = values.find((one) => one === value);
      if (found === undefined) fault(field, missing);
      // A fault keeps what is read from being used.
      return found ?? (value as (typeof values)[number]);
    },
  };
}

/** Without control characters, marks that turn the direction of text, and blanks around it. Line breaks become `\n`, or blanks. */
function visible(text: string, lines: boolean): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, (one) =>
      one === '\n' || one === '\t' ? one : '',
    );
  return (lines ? plain : plain.replace(/\s+/g, ' ')).trim();
}
