import { hash } from 'node:crypto';

/** SHA-256 as lower-case hex: what long texts are looked up by. @throws TypeError when the value is no string. */
export function sha256(text: string): string {
  if (typeof text !== 'string') throw new TypeError(`Expected text, not ${typeof text}.`);
  return hash('sha256', text, 'hex');
}
