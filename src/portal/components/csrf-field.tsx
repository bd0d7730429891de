import type { SignedIn } from '../../accounts/signed-in.ts';
import { csrfField } from '../../http/session.ts';

/** What every posted form of a session must carry to be believed: see `readPostedForm`. Nothing for those without a session. */
export function CsrfField({ signedIn }: { readonly signedIn: SignedIn | undefined }) {
  if (signedIn === undefined) return null;
  return <input type="hidden" name={csrfField} value={signedIn.session.csrf} />;
}
