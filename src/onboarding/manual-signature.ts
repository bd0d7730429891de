import { readFields } from '../kernel/read-fields.ts';
import type { SignatureService } from './signature-service.ts';

/**
 * Signing without an outside service: the link has been mailed to the signer's own address and works once, the signer types the name,
 * confirms that it is theirs to sign and that the text with this SHA-256 is what they read. A confirmation is mailed to the same address.
 */
export const manualSignature: SignatureService = {
  method: 'manual',
  complete({ order, fields, at }) {
    const read = readFields(fields);
    const typed = read.text('name', {
      most: 200,
      missing: {
        sv: 'Skriv ditt namn, så som det står i avtalet.',
        en: 'Write your name, as it stands in the agreement.',
      },
    });
    if (typed !== '' && comparable(typed) !== comparable(order.signer.name)) {
      read.fault('name', {
        sv: `Avtalet ska undertecknas av ${order.signer.name}. Skriv det namnet, eller avstå och be den som gjorde beställningen att ändra den.`,
        en: `The agreement is to be signed by ${order.signer.name}. Write that name, or decline and ask whoever placed the order to change it.`,
      });
    }
    if (fields.get('authorized') !== 'yes') {
      read.fault('authorized', {
        sv: 'Bekräfta att du får skriva under för organisationen.',
        en: 'Confirm that you may sign for the organisation.',
      });
    }
    if (fields.get('document') !== order.document.sha256) {
      read.fault('document', {
        sv: 'Beställningen har ändrats sedan du öppnade sidan. Läs den nya texten och skriv under igen.',
        en: 'The order has changed since you opened the page. Read the new text and sign again.',
      });
    }
    if (read.faults.length > 0) return Promise.resolve({ ok: false, faults: read.faults });
    const { name, title, email } = order.signer;
    const { sha256 } = order.document;
    return Promise.resolve({
      ok: true,
      signature: { method: 'manual', name, title, email, at, sha256, evidence: typed },
    });
  },
};

function comparable(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
