import type { Context } from '../../http/context.ts';
import { readForm } from '../../http/form.ts';
import { pageLanguage } from '../../http/language.ts';
import { ownPath } from '../../http/own-path.ts';
import type { TypedForm } from '../../http/pages.ts';
import type { Route } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { csrfField } from '../../http/session.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { wordsIn } from '../words/words.ts';
import { accountPage } from './account-page.tsx';
import { postRoute } from './account-route.ts';

/** What was typed goes along under names of its own, so that it cannot be taken for ours. */
const prefix = 'typed.';

/** Never carried: tokens of sessions, secrets, which are typed again, and a yes to what cannot be undone. */
const secret = /password|^old$|^code$|^secret$|^uri$|^sure$/i;

/** What somebody typed before they were signed out waits on a page until they are in again. Nothing is sent without their yes. */
export function resumeRoutes({ context }: Services): readonly Route[] {
  return [
    postRoute({
      id: 'resume',
      path: '/sign-in/resume',
      access: 'public',
      handler: async (ctx) => {
        // No token of a session: the page was made when there was none. Other sites cannot post here (`readSession`).
        await using form = await readForm(ctx, { limit: 0 });
        const typed = readTyped(form.fields, context.base);
        keepTyped(ctx, typed, ctx.state.signedIn === undefined ? 'still-out' : undefined);
      },
    }),
  ];
}

/** What may be carried of what was typed. */
export function carried({
  fields,
}: Pick<TypedForm, 'fields'>): readonly (readonly [string, string])[] {
  return [...fields].filter(([name]) => name !== csrfField && !secret.test(name));
}

/** What was carried by `CarriedFields`; without anything carried it has no fields. */
export function readTyped(posted: ReadonlyMap<string, string>, base: string): TypedForm {
  const fields = new Map(
    [...posted].flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
    ),
  );
  return {
    fields,
    to: ownPath(posted.get('to'), base, '/workspace'),
    hadFiles: posted.has('files'),
  };
}

/** In a form on the way: what was typed in the one before, and where it was going. */
export function CarriedFields({ typed }: { readonly typed: TypedForm }) {
  return (
    <>
      <input type="hidden" name="to" value={typed.to} />
      {typed.hadFiles && <input type="hidden" name="files" value="1" />}
      <Hidden fields={carried(typed)} prefix={prefix} />
    </>
  );
}

/**
 * Shows what was typed: to those who are out with the way in, to those who are in with the button that sends it.
 * @param after they tried to go on without being in, or have just proved who they are
 */
export function keepTyped(ctx: Context, typed: TypedForm, after?: 'still-out' | 'proof'): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).account.resume;
  const { signedIn } = ctx.state;
  const fields = carried(typed);
  accountPage(ctx, {
    title: signedIn === undefined ? say.title : after === 'proof' ? say.proved : say.ready,
    children: (
      <>
        <p class="lead">{signedIn === undefined ? say.lead : say.readyLead}</p>
        {after === 'still-out' && <Notice kind="warn" language={language} title={say.stillOut} />}
        {typed.hadFiles && <Notice kind="note" language={language} title={say.files} />}
        {signedIn === undefined ? (
          <ol class="stack">
            <li>
              <a href="/sign-in" target="_blank" rel="noopener">
                {say.first}
              </a>
            </li>
            <li>
              <p>{say.second}</p>
              <Form action="/sign-in/resume" signedIn={undefined}>
                <CarriedFields typed={typed} />
                <FormButtons>
                  <Button>{say.submit}</Button>
                </FormButtons>
              </Form>
            </li>
          </ol>
        ) : (
          <Form action={typed.to} signedIn={signedIn}>
            <Hidden fields={fields} prefix="" />
            <FormButtons>
              <Button>{say.send}</Button>
              <ButtonLink href="/workspace" variant="tertiary">
                {wordsIn(language).forms.cancel}
              </ButtonLink>
            </FormButtons>
          </Form>
        )}
        <Disclosure summary={say.typed}>
          <dl class="stack">
            {fields.map(([name, value]) => (
              <div key={name}>
                <dt class="small quiet">{name}</dt>
                <dd class="kept-text">{value}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      </>
    ),
  });
}

function Hidden({
  fields,
  prefix: before,
}: {
  readonly fields: readonly (readonly [string, string])[];
  readonly prefix: string;
}) {
  return (
    <>
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={before + name} value={value} />
      ))}
    </>
  );
}
