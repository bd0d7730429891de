import { isProved, proveAgain } from '../../accounts/prove-again.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { TypedForm } from '../../http/pages.ts';
import type { Handler, Route } from '../../http/route.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm, signedInPerson } from '../../http/session.ts';
import type { FieldFault } from '../../kernel/read-fields.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { TextField } from '../components/text-field.tsx';
import { formState } from '../form-state.ts';
import { wordsIn } from '../words/words.ts';
import { accountPage } from './account-page.tsx';
import { nextParameter, pageRoute, postRoute } from './account-route.ts';
import { openDoor, withNext } from './door.ts';
import { inBoth, waitFault } from './faults.ts';
import { CarriedFields, carried, keepTyped, readTyped } from './resume-page.tsx';

const path = '/account/prove';

/**
 * Lets a handler run for those who have just proved who they are; others are asked to first, and come back to `back`, or to what
 * they had typed. ASVS 5.0 §7.5.1.
 */
export function proved(services: Services, back: string, handler: Handler): Handler {
  return async (ctx) => {
    if (isProved(services.accounts, signedInPerson(ctx))) return handler(ctx);
    if (ctx.method === 'POST') {
      await using form = await readPostedForm(ctx);
      const typed = { fields: form.fields, to: ctx.path, hadFiles: false };
      if (carried(typed).length > 0) {
        ctx.status = 403;
        return show(ctx, services, { next: back, typed });
      }
    }
    seeOther(ctx, withNext(path, back));
  };
}

/** Asking again for the password, a passkey or a provider, before something dangerous. */
export function proveRoutes(services: Services): readonly Route[] {
  const { accounts, context } = services;
  const door = openDoor(services);
  return [
    pageRoute({
      id: 'still',
      path: '/sign-in/still',
      access: 'public',
      // Being asked is a use of the session, which keeps it alive.
      handler: (ctx) => {
        ctx.status = ctx.state.signedIn === undefined ? 401 : 204;
        ctx.set('Cache-Control', 'no-store');
        ctx.body = ctx.status === 401 ? '' : null;
      },
    }),
    pageRoute({
      id: 'prove',
      path,
      access: 'person',
      parameters: [nextParameter],
      handler: (ctx) => show(ctx, services, { next: door.next(ctx.state.query.text('next')) }),
    }),
    postRoute({
      id: 'prove',
      path,
      access: 'person',
      handler: async (ctx) => {
        await using form = await readPostedForm(ctx);
        const { fields } = form;
        const next = door.next(fields.get('next'));
        const kept = fields.has('to') ? readTyped(fields, context.base) : undefined;
        const outcome = await proveAgain(
          accounts,
          signedInPerson(ctx),
          fields.get('password') ?? '',
        );
        if (outcome.step === 'done') {
          return kept === undefined ? seeOther(ctx, next) : keepTyped(ctx, kept, 'proof');
        }
        ctx.status = outcome.step === 'wait' ? 429 : 422;
        const fault =
          outcome.step === 'wait'
            ? waitFault('password', outcome)
            : { field: 'password', message: inBoth(({ prove }) => prove.wrong) };
        await show(ctx, services, { next, typed: kept, faults: [fault] });
      },
    }),
  ];
}

async function show(
  ctx: Context,
  { accounts, providers }: Services,
  {
    next,
    typed,
    faults = [],
  }: {
    readonly next: string;
    /** What was typed in the form that asked for the proof. */
    readonly typed?: TypedForm | undefined;
    readonly faults?: readonly FieldFault[];
  },
): Promise<void> {
  const language = pageLanguage(ctx);
  const signedIn = signedInPerson(ctx);
  const { store } = accounts;
  const [password, passkeys, identities] = await Promise.all([
    store.findPassword(signedIn.person.id),
    store.listPasskeys(signedIn.person.id),
    store.listIdentities(signedIn.person.id),
  ]);
  const linked = providers.filter(({ settings }) =>
    identities.some(({ provider }) => provider === settings.name),
  );
  const words = wordsIn(language).account;
  const say = words.prove;
  const form = formState(new Map(), language, faults);
  accountPage(ctx, {
    title: say.title,
    at: 'security',
    islands: ['passkey'],
    children: (
      <>
        <p class="lead">{password === undefined ? say.otherHelp : say.lead}</p>
        {typed !== undefined && <p>{say.kept}</p>}
        <ErrorSummary faults={form.faults} language={language} />
        {password !== undefined && (
          <Form action={path} signedIn={signedIn}>
            <input type="hidden" name="next" value={next} />
            {typed !== undefined && <CarriedFields typed={typed} />}
            <input
              type="email"
              name="email"
              value={signedIn.person.email}
              autocomplete="username"
              readOnly
              hidden
            />
            <TextField
              name="password"
              type="password"
              label={words.fields.password}
              language={language}
              error={form.error('password')}
              autocomplete="current-password"
            />
            <FormButtons>
              <Button>{say.submit}</Button>
            </FormButtons>
          </Form>
        )}
        {passkeys.length > 0 && (
          <div
            class="stack"
            data-passkey="prove"
            data-next={next}
            data-csrf={signedIn.session.csrf}
            data-failed={words.signIn.passkeyFailed}
            hidden
          >
            <div>
              <Button type="button" variant="secondary" icon="lock">
                {words.signIn.passkey}
              </Button>
            </div>
            <p role="status" class="field-error" />
          </div>
        )}
        {linked.map(({ settings: { name, label } }) => (
          <p key={name}>
            {typed === undefined ? (
              <ButtonLink href={withNext(`/sign-in/with/${name}`, next)}>
                {words.signIn.with(label)}
              </ButtonLink>
            ) : (
              <a href={withNext(`/sign-in/with/${name}`, next)} target="_blank" rel="noopener">
                {say.newTab(label)}
              </a>
            )}
          </p>
        ))}
        {typed !== undefined && (
          // The passkey's island sends it too.
          <Form action="/sign-in/resume" signedIn={signedIn} id="resume">
            <CarriedFields typed={typed} />
            {linked.length > 0 && (
              <>
                <p>{say.comeBack}</p>
                <FormButtons>
                  <Button variant="secondary">{say.submit}</Button>
                </FormButtons>
              </>
            )}
          </Form>
        )}
      </>
    ),
  });
}
