import type { Letter } from '../../src/mail/letter.ts';
import type { Sender } from '../../src/mail/letter-words.ts';

/** Whom the letters of these tests are from. */
export const sender: Sender = {
  title: 'Datatorget åäö',
  base: 'https://data.example.se',
  from: 'brev@example.se',
  contact: 'info@example.se',
};

/** A letter with a part of each kind. */
export const letter: Letter = {
  to: 'eva.ek@umea.example',
  language: 'sv',
  subject: 'Bekräfta din e-postadress – åäö',
  parts: [
    { kind: 'text', text: 'Hej Eva!\n\nDu har skapat ett konto.\nBekräfta att adressen är din.' },
    {
      kind: 'action',
      label: 'Bekräfta adressen',
      href: 'https://data.example.se/confirm/abc_DEF-123?a=1&b=2',
    },
    { kind: 'quote', text: 'Välkommen hit!\n<script>alert(1)</script>' },
    {
      kind: 'facts',
      rows: [
        ['Organisation', 'Umeå kommun'],
        ['Giltig till', '2026-12-01'],
      ],
    },
  ],
};
