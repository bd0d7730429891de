import { readFields } from '../kernel/read-fields.ts';
import { type Judged, readOrganization } from './judge-interest.ts';
import type { Order } from './onboarding.ts';

/** Reads the order form; the document that is signed is made of it afterwards. */
export function judgeOrder(
  fields: ReadonlyMap<string, string>,
): Judged<Omit<Order, 'placed' | 'document'>> {
  const read = readFields(fields);
  const order = {
    ...readOrganization(read),
    postalAddress: read.text('postalAddress', {
      most: 500,
      lines: true,
      missing: {
        sv: 'Skriv organisationens postadress.',
        en: 'Write the postal address of the organisation.',
      },
    }),
    invoiceReference: read.text('invoiceReference', { most: 200 }),
    signer: {
      name: read.text('signerName', {
        most: 200,
        missing: { sv: 'Skriv vem som skriver under.', en: 'Write who signs.' },
      }),
      title: read.text('signerTitle', {
        most: 200,
        missing: {
          sv: 'Skriv personens befattning, till exempel digitaliseringschef.',
          en: 'Write the person’s title, such as chief digital officer.',
        },
      }),
      email: read.email('signerEmail', {
        sv: 'Skriv personens egen e-postadress. Länken för att skriva under skickas dit.',
        en: 'Write the person’s own e-mail address. The link for signing is sent there.',
      }),
    },
    administrator: {
      name: read.text('administratorName', {
        most: 200,
        missing: {
          sv: 'Skriv vem som ska vara er första administratör.',
          en: 'Write who is to be your first administrator.',
        },
      }),
      email: read.email('administratorEmail', {
        sv: 'Skriv administratörens e-postadress. Inbjudan skickas dit.',
        en: 'Write the administrator’s e-mail address. The invitation is sent there.',
      }),
    },
  };
  if (fields.get('terms') !== 'yes') {
    read.fault('terms', {
      sv: 'Kryssa i att ni har läst villkoren.',
      en: 'Tick that you have read the terms.',
    });
  }
  return read.faults.length === 0 ? { ok: true, value: order } : { ok: false, faults: read.faults };
}
