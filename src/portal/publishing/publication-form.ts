import type { DeclarationWords } from '../../catalog/declare.ts';
import type { Seen } from '../../catalog/publish-copy.ts';
import type { Review } from '../../catalog/review-publication.ts';
import { CatalogError } from '../../kernel/errors.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { fromSwedishTime } from '../../support/swedish-time.ts';
import type { FieldFault } from '../components/error-summary.tsx';
import { wordsIn } from '../words/words.ts';

/** What the form of a publication says, as it was written. */
export interface PublicationForm extends DeclarationWords {
  readonly when: 'now' | 'later';
  readonly date: string;
  readonly time: string;
  readonly note: string;
}

/** What the form says before anybody has written in it. */
export function freshForm({ words, copy }: Review, today: string): PublicationForm {
  return {
    classifiedBy: words.classifiedBy ?? '',
    classifiedOn: words.classifiedOn ?? today,
    ground: words.ground ?? '',
    when: 'now',
    date: '',
    time: '',
    note: copy?.note ?? '',
  };
}

/** Reads the fields as they came. */
export function readPublicationForm(fields: ReadonlyMap<string, string>): PublicationForm {
  const text = (name: string): string => (fields.get(name) ?? '').trim();
  return {
    classifiedBy: text('classifiedBy'),
    classifiedOn: text('classifiedOn'),
    ground: text('ground'),
    when: text('when') === 'later' ? 'later' : 'now',
    date: text('date'),
    time: text('time'),
    note: text('note').slice(0, 500),
  };
}

/** What the person had looked at when the form was sent. */
export function seenIn(fields: ReadonlyMap<string, string>): Seen {
  const number = (name: string): number => {
    const value = Number(fields.get(name));
    return Number.isSafeInteger(value) ? value : -1;
  };
  return { version: number('version'), revision: number('revision') };
}

/** The time that was chosen, on a Swedish clock; undefined for at once. @throws CatalogError `invalid-record`. */
export function chosenTime({ when, date, time }: PublicationForm): Date | undefined {
  if (when === 'now') return undefined;
  const iso = fromSwedishTime(`${date}T${/^\d:\d\d$/.test(time) ? `0${time}` : time}`);
  if (iso !== undefined) return new Date(iso);
  const message = {
    sv: wordsIn('sv').publishing.badTime,
    en: wordsIn('en').publishing.badTime,
  };
  throw new CatalogError('invalid-record', message, {
    issues: [
      { rule: 'publish-at', level: 'error', blocks: 'publishing', pointer: '/publishAt', message },
    ],
  });
}

/** The faults that a refusal found, each at its field of the form. */
export function faultsOf(error: CatalogError, language: UserLanguage): readonly FieldFault[] {
  const known = error.issues.flatMap(({ pointer, message }) => {
    const field = fieldOf[pointer];
    return field === undefined ? [] : [{ field, text: message[language] }];
  });
  return known.length > 0 ? known : [{ field: undefined, text: error.detail[language] }];
}

const fieldOf: Readonly<Record<string, string>> = {
  '/declaration/classifiedBy': 'classifiedBy',
  '/declaration/classifiedOn': 'classifiedOn',
  '/declaration/ground': 'ground',
  '/publishAt': 'date',
};
