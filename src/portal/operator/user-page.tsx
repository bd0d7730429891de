import { disablePerson, enablePerson, setOperator } from '../../accounts/close-account.ts';
import { endSessionsOf, startReset } from '../../accounts/direct-person.ts';
import type { Person } from '../../accounts/person.ts';
import type { SignedIn } from '../../accounts/signed-in.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Context } from '../../http/context.ts';
import { notFound } from '../../http/router.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { ActionForm } from '../components/action-form.tsx';
import { FactList } from '../components/fact-list.tsx';
import { Notice } from '../components/notice.tsx';
import { respond } from '../respond.tsx';
import { formatNumber, formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { openOperator } from './open-operator.ts';
import { PersonState } from './users-page.tsx';

const root = '/operator/users';

/** What an operator may do with an account. A password can neither be seen nor chosen. */
const acts = ['disable', 'enable', 'endSessions', 'reset', 'appoint', 'dismiss'] as const;
type Act = (typeof acts)[number];

/** One account, and what the operator can do about it. @throws HttpProblem `not-found`. */
export async function userPage(ctx: Context, { accounts, context }: Services): Promise<void> {
  const { signedIn, language } = openOperator(ctx);
  const words = wordsIn(language);
  const say = words.operator.users;
  const person = await accounts.store.findPerson(ctx.params.id ?? '');
  if (person === undefined) throw notFound();
  const [sessions, memberships] = await Promise.all([
    accounts.store.listSessions(person.id),
    accounts.store.listMemberships(person.id),
  ]);
  const roles = await Promise.all(
    memberships.map(async ({ organization, role }) => {
      const found = await context.store.findById(organization);
      const title =
        found === undefined ? organization : (titleOf(found.content, language) ?? found.name);
      return `${title}: ${words.workspace.roles[role]}`;
    }),
  );
  respond(
    ctx,
    { title: person.name, language, rail: { of: 'operator', at: 'users' } },
    <div class="stack wide">
      <h1>{person.name}</h1>
      {ctx.state.query.flag('done') && <Notice kind="good" language={language} title={say.done} />}
      <FactList
        facts={[
          { label: say.email, value: person.email },
          { label: say.state, value: <PersonState person={person} language={language} /> },
          { label: say.created, value: formatTime(person.created, language) },
          {
            label: say.seen,
            value: person.seen === null ? say.never : formatTime(person.seen, language),
          },
          { label: say.sessions, value: formatNumber(sessions.length, language) },
          {
            label: say.memberships,
            value: roles.length === 0 ? say.noMemberships : roles.join(', '),
          },
        ]}
      />
      <p>
        <a href={`/operator/log?actor=${person.id}`}>{say.log}</a>
      </p>
      <h2>{say.actions}</h2>
      {actsFor(person).map((act) => (
        <ActFor key={act} act={act} person={person} signedIn={signedIn} language={language} />
      ))}
    </div>,
  );
}

function ActFor({
  act,
  person,
  signedIn,
  language,
}: {
  readonly act: Act;
  readonly person: Person;
  readonly signedIn: SignedIn;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).operator.users;
  const help = {
    disable: say.disableHelp,
    enable: undefined,
    endSessions: say.endSessionsHelp,
    reset: say.resetHelp,
    appoint: say.appointHelp,
    dismiss: say.dismissHelp,
  } as const satisfies Record<Act, string | undefined>;
  return (
    <div>
      <ActionForm
        action={`${root}/${person.id}`}
        signedIn={signedIn}
        fields={{ act }}
        variant={act === 'disable' ? 'danger' : 'secondary'}
      >
        {say[act]}
      </ActionForm>
      {help[act] !== undefined && <p class="quiet">{help[act]}</p>}
    </div>
  );
}

function actsFor({ disabled, isOperator }: Person): readonly Act[] {
  if (disabled !== null) return ['enable'];
  return ['reset', 'endSessions', isOperator ? 'dismiss' : 'appoint', 'disable'];
}

/** Does one of them. @throws HttpProblem `not-found`; CatalogError as the use cases do. */
export async function postUser(ctx: Context, { accounts }: Services): Promise<void> {
  const { signedIn } = openOperator(ctx);
  await using form = await readPostedForm(ctx);
  const act = acts.find((one) => one === form.fields.get('act'));
  if (act === undefined) throw notFound();
  const { actor } = signedIn;
  const id = ctx.params.id ?? '';
  const works = {
    disable: () => disablePerson(accounts, actor, id),
    enable: () => enablePerson(accounts, actor, id),
    endSessions: () => endSessionsOf(accounts, actor, id),
    reset: () => startReset(accounts, actor, id),
    appoint: () => setOperator(accounts, actor, id, true),
    dismiss: () => setOperator(accounts, actor, id, false),
  } as const satisfies Record<Act, () => Promise<unknown>>;
  await works[act]();
  // Whoever closed their own account, or gave up their rights, is no operator any more.
  seeOther(ctx, id === signedIn.person.id ? '/workspace' : `${root}/${id}?done=true`);
}
