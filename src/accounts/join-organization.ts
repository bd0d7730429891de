import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { post } from '../mail/letter.ts';
import type { AccountTransaction } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { accountAddress, membersAddress, workspaceAddress } from './addresses.ts';
import { type Budget, countIn } from './attempts.ts';
import type { MembershipRequest } from './invitation.ts';
import { joinAskedLetter } from './letters/join-asked.ts';
import { type MembershipChange, membershipChangedLetter } from './letters/membership-changed.ts';
import { demandManaging, type Employer, organizationOf } from './organization-of.ts';
import type { MemberRole, Person } from './person.ts';
import type { SignedIn } from './signed-in.ts';

/** Belonging to an organisation at one's own wish: asking, and the answer of those who may give it. */

/** Characters of the words that go with a wish. */
export const longestMessage = 1000;

/**
 * Asks to belong to an organisation; its administrators, or where it has none the operators, get a letter. A new wish takes the
 * place of the last.
 * @throws CatalogError `not-found`, `state-conflict` for a member, `busy` for somebody who asks again and again.
 */
export async function askToJoin(
  accounts: Accounts,
  { person, actor }: SignedIn,
  { organization: id, message }: { readonly organization: string; readonly message: string },
): Promise<void> {
  const organization = await organizationOf(accounts, id);
  const at = accounts.now().toISOString();
  const request: MembershipRequest = {
    id: accounts.newId(),
    person: person.id,
    organization: id,
    message: message.trim().slice(0, longestMessage),
    created: at,
  };
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    if ((await tx.findMembership(person.id, id)) !== undefined) throw alreadyMember();
    if ((await countIn(accounts, tx, [askingBudget(person.id)])) > 0) throw tooOften();
    await tx.saveRequest(request);
    await tx.audit({
      at,
      actor,
      organization: id,
      action: 'membership-asked',
      object: { kind: 'person', id: person.id, name: person.name },
    });
    for (const { email, language } of await answerersOf(tx, id)) {
      await post(
        tx,
        joinAskedLetter(
          { to: email, language, site: accounts.title },
          {
            organization: organization.title,
            name: person.name,
            email: person.email,
            message: request.message,
            href: membersAddress(accounts, organization.name),
          },
        ),
      );
    }
  });
}

/** Takes a wish back. Nothing happens when it has been answered. */
export async function withdrawRequest(
  { store, now }: Accounts,
  { person, actor }: SignedIn,
  id: string,
): Promise<void> {
  await store.transact(async (tx) => {
    const request = await tx.findRequest(id);
    if (request?.person !== person.id || !(await tx.removeRequest(id))) return;
    await tx.audit({
      at: now().toISOString(),
      actor,
      organization: request.organization,
      action: 'membership-withdrawn',
      object: { kind: 'person', id: person.id, name: person.name },
    });
  });
}

/** Makes a member of somebody who asked. @throws CatalogError `not-found`, `not-permitted`. */
export async function approveRequest(
  accounts: Accounts,
  actor: Actor,
  id: string,
  role: MemberRole,
): Promise<void> {
  await answer(accounts, actor, id, async (tx, { person, organization }) => {
    const at = accounts.now().toISOString();
    await tx.saveMembership({ person: person.id, organization: organization.id, role, since: at });
    await tx.audit({
      at,
      actor,
      organization: organization.id,
      action: 'member-added',
      object: { kind: 'person', id: person.id, name: person.name },
      after: { role },
    });
    return { what: 'added', role };
  });
}

/** Says no to somebody who asked. @throws CatalogError `not-found`, `not-permitted`. */
export async function refuseRequest(accounts: Accounts, actor: Actor, id: string): Promise<void> {
  await answer(accounts, actor, id, async (tx, { person, organization }) => {
    await tx.audit({
      at: accounts.now().toISOString(),
      actor,
      organization: organization.id,
      action: 'membership-refused',
      object: { kind: 'person', id: person.id, name: person.name },
    });
    return { what: 'refused' };
  });
}

async function answer(
  accounts: Accounts,
  actor: Actor,
  id: string,
  decide: (
    tx: AccountTransaction,
    asked: { readonly person: Person; readonly organization: Employer },
  ) => Promise<MembershipChange>,
): Promise<void> {
  const request = await accounts.store.findRequest(id);
  if (request === undefined) throw noRequest();
  demandManaging(actor, request.organization);
  const organization = await organizationOf(accounts, request.organization);
  await accounts.store.transact(async (tx) => {
    await tx.lock();
    const person = await tx.findPerson(request.person);
    // Two administrators may answer at the same time: the first one's answer holds.
    if (!(await tx.removeRequest(id)) || person === undefined) throw noRequest();
    if (person.disabled !== null) throw noRequest();
    const change = await decide(tx, { person, organization });
    await post(
      tx,
      membershipChangedLetter(
        { to: person.email, language: person.language, site: accounts.title },
        {
          organization: organization.title,
          change,
          href:
            change.what === 'added'
              ? workspaceAddress(accounts, organization.name)
              : accountAddress(accounts),
        },
      ),
    );
  });
}

/** Who gets the letter: administrators, or operators where there are none. */
async function answerersOf(
  tx: AccountTransaction,
  organization: string,
): Promise<readonly Pick<Person, 'email' | 'language'>[]> {
  const answerers: Pick<Person, 'email' | 'language'>[] = [];
  for (const { person, role, disabled } of await tx.listMembers(organization)) {
    if (role !== 'administrator' || disabled !== null) continue;
    const administrator = await tx.findPerson(person);
    if (administrator !== undefined) answerers.push(administrator);
  }
  if (answerers.length > 0) return answerers.slice(0, 20);
  return (await tx.listOperators()).slice(0, 20);
}

function askingBudget(person: string): Budget {
  return { key: `join:${person}`, free: 10, first: 60, longest: 3600, memory: 86_400 };
}

function alreadyMember(): CatalogError {
  return new CatalogError('state-conflict', {
    sv: 'Du är redan med i den organisationen.',
    en: 'You already belong to that organisation.',
  });
}

function tooOften(): CatalogError {
  return new CatalogError('busy', {
    sv: 'Du har frågat många gånger. Vänta en timme och försök igen.',
    en: 'You have asked many times. Wait an hour and try again.',
  });
}

function noRequest(): CatalogError {
  return new CatalogError('not-found', {
    sv: 'Förfrågan finns inte längre. Någon annan kan ha svarat på den.',
    en: 'The request is not there any more. Somebody else may have answered it.',
  });
}
