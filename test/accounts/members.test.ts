import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { acceptAsNewPerson, acceptInvitation } from '../../src/accounts/accept-invitation.ts';
import { authenticate } from '../../src/accounts/authenticate.ts';
import { changeRole, leaveOrganization, removeMember } from '../../src/accounts/change-member.ts';
import { identifySession } from '../../src/accounts/identify-session.ts';
import {
  findInvitation,
  inviteMember,
  withdrawInvitation,
} from '../../src/accounts/invite-member.ts';
import {
  approveRequest,
  askToJoin,
  refuseRequest,
  withdrawRequest,
} from '../../src/accounts/join-organization.ts';
import { listTokens, makeToken, revokeToken } from '../../src/accounts/manage-tokens.ts';
import type { MemberRole, Person } from '../../src/accounts/person.ts';
import { may } from '../../src/catalog/policy.ts';
import type { Scope } from '../../src/kernel/actor.ts';
import { putOrganization } from '../contract/catalog-records.ts';
import { good, type OpenedAccounts, openedAccounts, visitor } from './opened-accounts.ts';

/** Two organisations, the administrator of the first, and others as asked for. */
async function workplace(opened: OpenedAccounts) {
  const [own, foreign] = [
    (await putOrganization(opened.store.catalog, 'umea')).id,
    (await putOrganization(opened.store.catalog, 'malmo')).id,
  ];
  const member = async (name: string, role: MemberRole, organization = own) => {
    const person = await opened.person(name);
    const since = person.created;
    await opened.accounts.store.transact((tx) =>
      tx.saveMembership({ person: person.id, organization, role, since }),
    );
    return await opened.signIn(person);
  };
  return { own, foreign, member, boss: await member('Britta Chef', 'administrator') };
}

const in30Days = (opened: OpenedAccounts) =>
  new Date(opened.accounts.now().getTime() + 30 * 86_400_000);

test('somebody asks to join, an administrator says yes, and the right holds at the next request', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts, link, letters } = opened;
  const { own, boss } = await workplace(opened);
  const anna = await opened.person();
  const { signedIn, secret } = await opened.signIn(anna);

  await askToJoin(accounts, signedIn, { organization: own, message: 'Jag sköter badplatserna.' });
  assert.match((await link(boss.person.email)).href, /\/workspace\/umea\/members$/);
  const [request] = await accounts.store.listRequests(own);
  assert.equal(request?.message, 'Jag sköter badplatserna.');
  await approveRequest(accounts, boss.signedIn.actor, request?.id ?? '', 'editor');

  const now = await identifySession(accounts, secret, visitor);
  assert.ok(now !== undefined && may(now.actor, 'edit', own));
  assert.deepEqual(await accounts.store.listRequests(own), []);
  assert.match((await letters()).at(-1)?.subject ?? '', /Du är med i/);
  await assert.rejects(askToJoin(accounts, signedIn, { organization: own, message: '' }), {
    code: 'state-conflict',
  });
});

test('a request is answered once, and by those of its own organisation alone', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts } = opened;
  const { own, foreign, boss, member } = await workplace(opened);
  const stranger = await member('Sten Främling', 'administrator', foreign);
  const editor = await member('Rut Redaktör', 'editor');
  const { signedIn } = await opened.signIn(await opened.person());
  await askToJoin(accounts, signedIn, { organization: own, message: '' });
  const [request] = await accounts.store.listRequests(own);
  const id = request?.id ?? '';

  await assert.rejects(approveRequest(accounts, stranger.signedIn.actor, id, 'editor'), {
    code: 'not-found',
  });
  await assert.rejects(approveRequest(accounts, editor.signedIn.actor, id, 'editor'), {
    code: 'not-permitted',
  });
  const { actor } = boss.signedIn;
  const answers = await Promise.allSettled([
    approveRequest(accounts, actor, id, 'reader'),
    refuseRequest(accounts, actor, id),
  ]);
  assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
});

test('a request is taken back by whoever made it, and the organisation reads of that', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts, store } = opened;
  const { own, boss } = await workplace(opened);
  const { signedIn } = await opened.signIn(await opened.person());
  await askToJoin(accounts, signedIn, { organization: own, message: '' });
  const id = (await accounts.store.listRequests(own))[0]?.id ?? '';
  const told = () => store.audit.list({ actions: ['membership-withdrawn'], limit: 9 });
  await withdrawRequest(accounts, boss.signedIn, id);
  assert.deepEqual(await told(), []);
  await withdrawRequest(accounts, signedIn, id);
  await withdrawRequest(accounts, signedIn, id);
  const organizations = (await told()).map(({ organization }) => organization);
  assert.deepEqual(organizations, [own]);
});

test('an invitation makes an account and a member of whoever has the letter, once', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts, link } = opened;
  const { own, boss } = await workplace(opened);
  const offer = { organization: own, email: 'ny@umea.se', role: 'editor', language: 'sv' } as const;
  await inviteMember(accounts, boss.signedIn.actor, offer);
  const { secret } = await link('ny@umea.se');
  assert.equal((await findInvitation(accounts, secret))?.hasAccount, false);

  const details = { secret, name: 'Nils Ny', password: good, language: 'sv', visitor } as const;
  const outcome = await acceptAsNewPerson(accounts, details);
  assert.equal(outcome.step === 'done' && outcome.organization, own);
  const person = await accounts.store.findPersonByEmail('ny@umea.se');
  assert.equal((await accounts.store.findMembership(person?.id ?? '', own))?.role, 'editor');
  assert.equal((await acceptAsNewPerson(accounts, details)).step, 'expired');
  assert.equal(await findInvitation(accounts, secret), undefined);
});

test('an invitation is to an address: another account cannot take it, and it ends', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts, link, pass } = opened;
  const { own, boss } = await workplace(opened);
  const anna = await opened.person();
  const other = await opened.signIn(await opened.person('Otto Annan'));
  const offer = { organization: own, email: anna.email, role: 'reader', language: 'sv' } as const;
  const { actor } = boss.signedIn;
  await inviteMember(accounts, actor, offer);
  const { secret } = await link(anna.email);
  await assert.rejects(acceptInvitation(accounts, other.signedIn, secret), {
    code: 'not-permitted',
  });
  const { id } = await inviteMember(accounts, actor, offer);
  const { signedIn } = await opened.signIn(anna);
  await assert.rejects(acceptInvitation(accounts, signedIn, secret), { code: 'not-found' });
  const newer = await link(anna.email);
  await withdrawInvitation(accounts, actor, { organization: own, id });
  await assert.rejects(acceptInvitation(accounts, signedIn, newer.secret), { code: 'not-found' });
  await inviteMember(accounts, actor, offer);
  const last = await link(anna.email);
  pass(14 * 86_400);
  await assert.rejects(acceptInvitation(accounts, signedIn, last.secret), { code: 'not-found' });
});

test('nobody invites, changes or removes in an organisation of others', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts } = opened;
  const { own, foreign, boss, member } = await workplace(opened);
  const stranger = await member('Sten Främling', 'administrator', foreign);
  const { actor } = stranger.signedIn;
  const person = boss.person.id;
  const offer = { organization: own, email: 'x@y.se', role: 'reader', language: 'sv' } as const;
  const notFound = { code: 'not-found' };
  await assert.rejects(inviteMember(accounts, actor, offer), notFound);
  await assert.rejects(
    changeRole(accounts, actor, { organization: own, person, role: 'reader' }),
    notFound,
  );
  await assert.rejects(removeMember(accounts, actor, { organization: own, person }), notFound);
  // Two ids, of which only one is one's own.
  await assert.rejects(removeMember(accounts, actor, { organization: foreign, person }), notFound);
  await assert.rejects(listTokens(accounts, actor, own), notFound);
});

test('with a member go their rights and the tokens that they made there', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts, store } = opened;
  const { own, boss, member } = await workplace(opened);
  const leaver = await member('Lena Slutar', 'administrator');
  const order = {
    organization: own,
    name: 'Skript',
    scopes: ['write'],
    expires: in30Days(opened),
  } as const;
  const { secret } = await makeToken(accounts, leaver.signedIn.actor, order);
  assert.notEqual(await authenticate(store.tokens, secret, accounts.now()), undefined);

  await removeMember(accounts, boss.signedIn.actor, {
    organization: own,
    person: leaver.person.id,
  });
  assert.equal(await authenticate(store.tokens, secret, accounts.now()), undefined);
  const signedIn = await identifySession(accounts, leaver.secret, visitor);
  assert.ok(signedIn !== undefined && !may(signedIn.actor, 'see-drafts', own));
});

test('a token can do what its scopes say, never more than its maker, until it ends or is revoked', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts, store, pass } = opened;
  const { own, foreign, boss, member } = await workplace(opened);
  const order = (scopes: readonly Scope[], organization = own) => ({
    organization,
    name: 'Skript',
    scopes,
    expires: in30Days(opened),
  });
  const { actor } = boss.signedIn;
  const { secret, token } = await makeToken(accounts, actor, order(['read', 'write']));
  const bearer = await authenticate(store.tokens, secret, accounts.now());
  assert.ok(bearer !== undefined);
  assert.deepEqual(
    (['see-drafts', 'edit', 'publish', 'manage-members'] as const).map((action) =>
      may(bearer, action, own),
    ),
    [true, true, false, false],
  );
  assert.equal(may(bearer, 'edit', foreign), false);
  const editor = await member('Rut Redaktör', 'editor');
  await assert.rejects(makeToken(accounts, editor.signedIn.actor, order(['write'])), {
    code: 'not-permitted',
  });
  await assert.rejects(makeToken(accounts, actor, order(['read'], foreign)), { code: 'not-found' });
  await assert.rejects(makeToken(accounts, bearer, order(['read'])), { code: 'not-permitted' });
  const narrow = { ...actor, scopes: ['administer'] } as typeof actor;
  await assert.rejects(makeToken(accounts, narrow, order(['write'])), { code: 'not-permitted' });

  await revokeToken(accounts, actor, token.id);
  assert.equal(await authenticate(store.tokens, secret, accounts.now()), undefined);
  const second = await makeToken(accounts, actor, order(['read']));
  pass(30 * 86_400);
  assert.equal(await authenticate(store.tokens, second.secret, accounts.now()), undefined);
});

test('a token knows the hour of its last use', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts, store } = opened;
  const { own, boss } = await workplace(opened);
  const order = {
    organization: own,
    name: 'Skript',
    scopes: ['read'],
    expires: in30Days(opened),
  } as const;
  const { secret, token } = await makeToken(accounts, boss.signedIn.actor, order);
  assert.equal(token.lastUsed, null);
  await authenticate(store.tokens, secret, accounts.now());
  await store.tokens.touch('nobody', 'x');
  assert.equal((await accounts.store.findToken(token.id))?.lastUsed, '2026-11-23T08:00:00.000Z');
});

test('whatever administrators do to each other, one is left', async (t) => {
  const opened = await openedAccounts(t);
  const { accounts } = opened;
  const { own, member, boss } = await workplace(opened);
  const people = [
    boss,
    await member('Ada Två', 'administrator'),
    await member('Eva Tre', 'editor'),
  ];
  const restore = async () => {
    for (const [index, { person }] of people.entries()) {
      const role = index < 2 ? 'administrator' : 'editor';
      await accounts.store.transact((tx) =>
        tx.saveMembership({ person: person.id, organization: own, role, since: person.created }),
      );
    }
  };
  const step = fc.record({
    by: fc.nat({ max: 2 }),
    to: fc.nat({ max: 2 }),
    what: fc.constantFrom('reader', 'editor', 'administrator', 'remove', 'leave'),
  });
  const at = <Value>(values: readonly Value[], index: number): Value => {
    const [value] = values.slice(index);
    if (value === undefined) throw new RangeError('There is nobody there.');
    return value;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await restore();
      // All at once: what each of them reads may be old when it writes.
      await Promise.allSettled(
        steps.map(async ({ by, to, what }) => {
          const one = at(people, by);
          const person: Person = at(people, to).person;
          const signedIn = await identifySession(accounts, one.secret, visitor);
          if (signedIn === undefined) return;
          const which = { organization: own, person: person.id };
          if (what === 'leave') await leaveOrganization(accounts, signedIn, own);
          else if (what === 'remove') await removeMember(accounts, signedIn.actor, which);
          else await changeRole(accounts, signedIn.actor, { ...which, role: what });
        }),
      );
      assert.ok((await accounts.store.countAdministrators(own)) > 0);
    }),
    { numRuns: 40 },
  );
});
