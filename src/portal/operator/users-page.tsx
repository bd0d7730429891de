import type { Person } from '../../accounts/person.ts';
import type { Context } from '../../http/context.ts';
import type { Services } from '../../http/services.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { FormButtons } from '../components/form.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { TextField } from '../components/text-field.tsx';
import { respond } from '../respond.tsx';
import { formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { openOperator } from './open-operator.ts';

const root = '/operator/users';
const pageSize = 50;

/** Everybody with an account, to be found by name or address. */
export async function usersPage(ctx: Context, { accounts }: Services): Promise<void> {
  const { language } = openOperator(ctx);
  const say = wordsIn(language).operator.users;
  const { query } = ctx.state;
  const text = query.text('q')?.trim().toLowerCase() ?? '';
  const after = query.text('after');
  const people = await accounts.store.listPeople({
    ...(text === '' ? {} : { text }),
    ...(after === undefined ? {} : { after }),
    limit: pageSize,
  });
  const next = new URLSearchParams({ q: text, after: people.at(-1)?.id ?? '' });
  respond(
    ctx,
    { title: say.title, language, rail: { of: 'operator', at: 'users' } },
    <div class="stack wide">
      <h1>{say.title}</h1>
      <p class="lead">{say.lead}</p>
      <form class="form" method="get" action={root} aria-label={say.find}>
        <TextField name="q" label={say.search} language={language} value={text} isOptional />
        <FormButtons>
          <Button variant="secondary">{say.find}</Button>
        </FormButtons>
      </form>
      {people.length === 0 ? (
        <EmptyState title={say.none} />
      ) : (
        <Table
          caption={say.title}
          hideCaption
          columns={[say.name, say.email, say.state, say.seen].map((title) => ({ title }))}
          rows={people.map((person) => [
            <a key="name" href={`${root}/${person.id}`}>
              {person.name}
            </a>,
            person.email,
            <PersonState key="state" person={person} language={language} />,
            person.seen === null ? say.never : formatTime(person.seen, language),
          ])}
        />
      )}
      {people.length === pageSize && (
        <p>
          <a href={`${root}?${next}`} rel="next">
            {say.more}
          </a>
        </p>
      )}
    </div>,
  );
}

/** Whether somebody can sign in, and whether they run the site. */
export function PersonState({
  person,
  language,
}: {
  readonly person: Person;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).operator.users;
  return (
    <>
      {person.disabled !== null ? (
        <Tag tone="wrong" icon="lock">
          {say.closed}
        </Tag>
      ) : person.confirmed === null ? (
        <Tag tone="warn" icon="warning">
          {say.unconfirmed}
        </Tag>
      ) : (
        <Tag tone="good" icon="check">
          {say.open}
        </Tag>
      )}{' '}
      {person.isOperator && <Tag tone="note">{say.operator}</Tag>}
    </>
  );
}
