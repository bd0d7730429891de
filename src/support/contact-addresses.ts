import { isEmailAddress } from '../kernel/email-address.ts';
import { isJsonObject, type JsonValue } from '../kernel/json.ts';

/** So many contacts of one record are written to. */
const most = 3;

/** Addresses of mail of a record's contacts: `hasEmail` of its `contactPoint`. DCAT-AP-SE 3.0.1, ContactPoint, vcard:hasEmail. */
export function contactAddresses(content: { readonly [key: string]: unknown }): readonly string[] {
  const contacts = listed(content.contactPoint as JsonValue | undefined).filter(isJsonObject);
  const addresses = contacts
    .flatMap(({ hasEmail }) => listed(hasEmail))
    .flatMap((one) => (typeof one === 'string' ? [one] : isJsonObject(one) ? [one['@id']] : []))
    .filter((one): one is string => typeof one === 'string')
    .map((iri) => iri.replace(/^mailto:/i, '').replace(/\?.*$/s, ''))
    .filter(isEmailAddress);
  return [...new Set(addresses)].slice(0, most);
}

function listed(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
