import type { UserLanguage } from '../kernel/issue.ts';
import type { Action } from './policy.ts';

/** Somebody of an organisation and where letters reach them. */
export interface Colleague {
  /** Id of the person. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: UserLanguage;
}

/** The port to who works where: people live in `accounts`, which the catalogue does not know. */
export interface Colleagues {
  /** Everybody of the organisation (its id) whose role there lets them do it, and who can sign in. */
  whoMay(action: Action, organization: string): Promise<readonly Colleague[]>;
  /** One person; undefined when the account is gone or closed. */
  find(person: string): Promise<Colleague | undefined>;
}
