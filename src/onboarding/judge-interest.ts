import { type FieldFault, type FieldReader, readFields } from '../kernel/read-fields.ts';
import { isOrganisationNumber } from '../profile/rules/organisation-number.ts';
import type { Interest } from './onboarding.ts';
import { type PublisherType, publisherTypes } from './publisher-types.ts';

/** What became of a form: the thing, or every fault at once. */
export type Judged<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/** Reads the public form of interest. */
export function judgeInterest(fields: ReadonlyMap<string, string>): Judged<Interest> {
  const read = readFields(fields);
  const interest: Interest = {
    ...readOrganization(read),
    contactName: read.text('contactName', {
      most: 200,
      missing: { sv: 'Skriv ditt namn.', en: 'Write your name.' },
    }),
    contactEmail: read.email('contactEmail', {
      sv: 'Skriv din e-postadress i tjänsten. Vi svarar dit.',
      en: 'Write your e-mail address at work. We answer there.',
    }),
    telephone: read.text('telephone', { most: 50 }),
    message: read.text('message', { most: 4000, lines: true }),
  };
  return read.faults.length === 0
    ? { ok: true, value: interest }
    : { ok: false, faults: read.faults };
}

/** The fields that say which organisation it is. */
export function readOrganization(
  read: FieldReader,
): Pick<Interest, 'organizationName' | 'organizationNumber' | 'publisherType'> {
  return {
    organizationName: read.text('organizationName', {
      most: 200,
      missing: {
        sv: 'Skriv organisationens namn, till exempel Umeå kommun.',
        en: 'Write the name of the organisation, such as Umeå kommun.',
      },
    }),
    organizationNumber: readNumber(read),
    publisherType: read.choice<PublisherType>('publisherType', publisherTypes, {
      sv: 'Välj vilket slags organisation det är.',
      en: 'Choose what kind of organisation it is.',
    }),
  };
}

/** With a hyphen, however it was written. */
function readNumber(read: FieldReader): string {
  const missing = {
    sv: 'Skriv organisationsnumret, tio siffror, till exempel 212000-2627.',
    en: 'Write the organisation number, ten digits, such as 212000-2627.',
  };
  const written = read.text('organizationNumber', { most: 40, missing });
  const digits = written.replace(/[\s\u2010-\u2015-]/g, '').replace(/^16(?=\d{10}$)/, '');
  const number = `${digits.slice(0, 6)}-${digits.slice(6)}`;
  if (written !== '' && !isOrganisationNumber(number)) {
    read.fault('organizationNumber', {
      sv: 'Det är inget svenskt organisationsnummer. Kontrollera siffrorna; det har tio, till exempel 212000-2627.',
      en: 'That is no Swedish organisation number. Check the digits; there are ten, such as 212000-2627.',
    });
  }
  return number;
}
