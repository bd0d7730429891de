import { day } from '../kernel/day.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import type { FieldFault } from '../kernel/read-fields.ts';
import { post } from '../mail/letter.ts';
import type { Accounts } from './accounts.ts';
import { confirmAddress, resetAddress } from './addresses.ts';
import { accountBudget, addressBudget, countTry, letterBudget, sendingBudget } from './attempts.ts';
import { type BegunSession, beginIn, type Visitor } from './begin-session.ts';
import { accountExistsLetter } from './letters/account-exists.ts';
import { confirmAccountLetter } from './letters/confirm-account.ts';
import { nameFault } from './name-fault.ts';
import { newSecret, type OneTime, secretHash } from './one-time.ts';
import { passwordFault } from './password-rules.ts';
import { cleanEmail, emailKeyOf, isAccountEmail, type Person } from './person.ts';

/**
 * Making an account of one's own. Nothing is an account until somebody who reads the letter also knows the password that was
 * chosen: so nobody can lay an account ready in another's name, and there are no accounts that nobody has confirmed.
 */

/** Milliseconds that the link in the letter holds: two days. */
const confirmLife = 2 * day;
/** And of the one to somebody who has an account already: an hour. */
const resetLife = 3_600_000;

export interface Registration {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly language: UserLanguage;
  readonly visitor: Visitor;
}

export type RegisterOutcome =
  | { readonly step: 'letter-sent' }
  | { readonly step: 'faults'; readonly faults: readonly FieldFault[] }
  | { readonly step: 'wait'; readonly seconds: number };

/**
 * Asks for an account: a letter is sent, and says the same whether the address has one or not.
 * @throws CatalogError `busy` when too many passwords are being hashed.
 */
export async function register(
  accounts: Accounts,
  { email: typed, name: typedName, password, language, visitor }: Registration,
): Promise<RegisterOutcome> {
  const [email, name] = [cleanEmail(typed), typedName.trim()];
  const faults = await faultsOf(accounts, email, name, password);
  if (faults.length > 0) return { step: 'faults', faults };
  const seconds = await countTry(accounts, [sendingBudget(visitor.address)]);
  if (seconds > 0) return { step: 'wait', seconds };
  const passwordHash = await accounts.passwords.hash(password);
  const emailKey = emailKeyOf(email);
  // A mailbox that has had its letters gets no more, and whoever asks is told the same.
  const mayWrite = (await countTry(accounts, [letterBudget(emailKey)])) === 0;
  const now = accounts.now();
  const { secret, hash } = newSecret();
  await accounts.store.transact(async (tx) => {
    const known = await tx.findPersonByEmail(emailKey);
    const to = {
      to: known?.email ?? email,
      language: known?.language ?? language,
      site: accounts.title,
    };
    const oneTime: OneTime =
      known === undefined
        ? {
            hash,
            kind: 'confirm-email',
            person: null,
            data: { email, name, language, passwordHash },
            expires: now.getTime() + confirmLife,
          }
        : {
            hash,
            kind: 'choose-password',
            person: known.id,
            data: {},
            expires: now.getTime() + resetLife,
          };
    await tx.addOneTime(oneTime);
    if (!mayWrite || known?.disabled) return;
    await post(
      tx,
      known === undefined
        ? confirmAccountLetter(to, { name, href: confirmAddress(accounts, secret) })
        : accountExistsLetter(to, { name: known.name, href: resetAddress(accounts, secret) }),
    );
  });
  return { step: 'letter-sent' };
}

async function faultsOf(
  { title }: Accounts,
  email: string,
  name: string,
  password: string,
): Promise<readonly FieldFault[]> {
  const faults: FieldFault[] = [];
  const named = nameFault(name);
  if (named !== undefined) faults.push({ field: 'name', message: named });
  if (!isAccountEmail(email)) {
    faults.push({
      field: 'email',
      message: {
        sv: 'Skriv en e-postadress med snabel-a och domän, till exempel namn@kommun.se.',
        en: 'Write an e-mail address with an at sign and a domain, such as name@kommun.se.',
      },
    });
  }
  const weak = await passwordFault(password, { name, email, words: [title] });
  if (weak !== undefined) faults.push({ field: 'password', message: weak });
  return faults;
}

export type ConfirmOutcome =
  | ({ readonly step: 'done' } & BegunSession)
  /** The link is too old, unknown or used, or the address has got an account in another way: sign in, or register again. */
  | { readonly step: 'expired' }
  | { readonly step: 'refused' }
  | { readonly step: 'wait'; readonly seconds: number };

/** Whose address a link confirms, to be shown; undefined when it does not hold. */
export async function findConfirmation(
  { store, now }: Accounts,
  secret: string,
): Promise<{ readonly email: string } | undefined> {
  const oneTime = await store.findOneTime('confirm-email', secretHash(secret));
  if (oneTime === undefined || oneTime.expires <= now().getTime()) return undefined;
  return { email: String(oneTime.data.email) };
}

/**
 * Makes the account of somebody who has the letter and knows the password that was chosen, and signs in.
 * @throws CatalogError `busy` when too many passwords are being hashed.
 */
export async function confirmEmail(
  accounts: Accounts,
  secret: string,
  password: string,
  visitor: Visitor,
): Promise<ConfirmOutcome> {
  const hash = secretHash(secret);
  const now = accounts.now();
  const found = await accounts.store.findOneTime('confirm-email', hash);
  if (found === undefined || found.expires <= now.getTime()) return { step: 'expired' };
  const seconds = await countTry(accounts, [
    accountBudget(`confirm:${hash}`),
    addressBudget(visitor.address),
  ]);
  if (seconds > 0) return { step: 'wait', seconds };
  const { email, name, language, passwordHash } = found.data;
  const verdict = await accounts.passwords.verify(password, String(passwordHash));
  if (verdict === 'wrong') return { step: 'refused' };
  const at = now.toISOString();
  const person: Person = {
    id: accounts.newId(),
    email: String(email),
    emailKey: emailKeyOf(String(email)),
    name: String(name),
    language: language === 'en' ? 'en' : 'sv',
    confirmed: at,
    disabled: null,
    isOperator: false,
    created: at,
    seen: null,
  };
  return accounts.store.transact(async (tx): Promise<ConfirmOutcome> => {
    await tx.lock();
    if (!(await tx.useOneTime(hash))) return { step: 'expired' };
    if ((await tx.findPersonByEmail(person.emailKey)) !== undefined) return { step: 'expired' };
    await tx.addPerson(person);
    await tx.savePassword({ person: person.id, hash: String(passwordHash), changed: at });
    const { address, request } = visitor;
    await tx.audit({
      at,
      actor: {
        kind: 'person',
        id: person.id,
        name: person.name,
        grants: [],
        origin: { address, request },
      },
      organization: null,
      action: 'person-registered',
      object: { kind: 'person', id: person.id, name: person.name },
    });
    return { step: 'done', ...(await beginIn(accounts, tx, person.id, visitor, 'password')) };
  });
}
