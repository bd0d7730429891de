import type { SignedIn } from '../accounts/signed-in.ts';
import { isOperator } from '../kernel/actor.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import { ActionForm } from './components/action-form.tsx';
import { Icon } from './components/icon.tsx';
import { wordsIn } from './words/words.ts';

/** In the top bar: the way in, or who is in and where they can go. Works without a script. */
export function FramePerson({
  signedIn,
  language,
  address,
}: {
  readonly signedIn: SignedIn | undefined;
  readonly language: UserLanguage;
  /** Path and query of this page, to come back to. */
  readonly address: string;
}) {
  const say = wordsIn(language).workspace.person;
  if (signedIn === undefined) {
    return (
      <div class="top-person">
        <a href={signInAddress(address)} rel="nofollow">
          {say.signIn}
        </a>
      </div>
    );
  }
  const { person, actor, memberships } = signedIn;
  return (
    <div class="top-person">
      <details>
        <summary aria-label={say.menu(person.name)}>
          <Icon name="person" />
          <span>{person.name}</span>
          <Icon name="down" />
        </summary>
        <div class="person-menu">
          <p class="person-name">
            <strong>{person.name}</strong>
            <br />
            <span class="quiet small">{person.email}</span>
          </p>
          <ul>
            {(memberships.length > 0 || isOperator(actor)) && (
              <li>
                <a href="/workspace">{memberships.length > 1 ? say.workspaces : say.workspace}</a>
              </li>
            )}
            {isOperator(actor) && (
              <li>
                <a href="/operator">{say.operator}</a>
              </li>
            )}
            <li>
              <a href="/account">{say.account}</a>
            </li>
          </ul>
          <ActionForm action="/sign-out" signedIn={signedIn}>
            {say.signOut}
          </ActionForm>
        </div>
      </details>
    </div>
  );
}

/** The sign-in page, and back here; from the pages of signing in itself there is nothing to come back to. */
function signInAddress(address: string): string {
  const isBefore = /^\/(?:$|sign-in|sign-out|register|reset|invitations)/.test(address);
  return isBefore || address.length > 1500
    ? '/sign-in'
    : `/sign-in?next=${encodeURIComponent(address)}`;
}
