/**
 * Addresses of mail as forms take them: a local part, an at sign, a domain with a dot. RFC 5321 §4.5.3.1 for the lengths; what RFC 5322
 * allows beyond that (quotes, comments, blanks) no mailbox of an authority has, and it could break a header.
 */

const local = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** Whether a letter can be sent there. */
export function isEmailAddress(text: string): boolean {
  if (text.length > 254) return false;
  const at = text.lastIndexOf('@');
  if (at < 1 || !local.test(text.slice(0, at))) return false;
  const labels = text.slice(at + 1).split('.');
  return labels.length > 1 && labels.every((one) => label.test(one));
}

/** The domain in lower case; `''` for what is no address. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
