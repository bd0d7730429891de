import { changePassword } from '../../accounts/change-password.ts';
import { unlinkIdentity } from '../../accounts/oidc/link-identity.ts';
import { removePasskey, renamePasskey } from '../../accounts/passkeys.ts';
import { renewRecoveryCodes } from '../../accounts/recovery-codes.ts';
import { endOtherSessions, endSession } from '../../accounts/sessions.ts';
import type { SignedIn } from '../../accounts/signed-in.ts';
import { originOf } from '../../accounts/tell-owner.ts';
import { addTotp, confirmTotp, removeTotp } from '../../accounts/totp.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Route } from '../../http/route.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm, signedInPerson } from '../../http/session.ts';
import { emptyForm, formState } from '../form-state.ts';
import { idParameter } from '../members/members-route.ts';
import { pageRoute, postRoute, saidParameter } from './account-route.ts';
import { inBoth, waitFault } from './faults.ts';
import { proved } from './prove-page.tsx';
import { showCodes, showTotp } from './second-factor-setup.tsx';
import { showSecurity } from './security-page.tsx';

const root = '/account/security';

/** How one signs in: password, second factor, passkeys, sessions, providers. What is dangerous asks for a fresh proof first. */
export function securityRoutes(services: Services): readonly Route[] {
  const { accounts } = services;
  const access = 'person' as const;
  /** A button that does one thing. */
  const button = (
    id: string,
    path: string,
    work: (signedIn: SignedIn, id: string, fields: ReadonlyMap<string, string>) => Promise<unknown>,
    { isFree = false }: { readonly isFree?: boolean } = {},
  ): Route => {
    const handler = async (ctx: Context) => {
      await using form = await readPostedForm(ctx);
      await work(signedInPerson(ctx), ctx.params.id ?? '', form.fields);
      seeOther(ctx, `${root}?said=done`);
    };
    return postRoute({
      id,
      path: `/account${path}`,
      access,
      ...(path.includes('{id}') ? { parameters: [idParameter] } : {}),
      handler: isFree ? handler : proved(services, root, handler),
    });
  };
  return [
    pageRoute({
      id: 'security',
      path: root,
      access,
      parameters: [saidParameter(['done', 'password'])],
      handler: (ctx) => showSecurity(ctx, services, emptyForm(pageLanguage(ctx))),
    }),
    postRoute({
      id: 'change-password',
      path: '/account/password',
      access,
      handler: (ctx) => postPassword(ctx, services),
    }),
    pageRoute({
      id: 'add-second-factor',
      path: '/account/second-factor',
      access,
      handler: proved(services, '/account/second-factor', async (ctx) => {
        const { store } = accounts;
        const known = await store.findTotp(signedInPerson(ctx).person.id);
        if (known !== undefined && known.confirmed !== null) return seeOther(ctx, root);
        showTotp(ctx, await addTotp(accounts, signedInPerson(ctx)), []);
      }),
    }),
    postRoute({
      id: 'add-second-factor',
      path: '/account/second-factor',
      access,
      handler: proved(services, '/account/second-factor', async (ctx) => {
        await using form = await readPostedForm(ctx);
        const { fields } = form;
        const outcome = await confirmTotp(accounts, signedInPerson(ctx), fields.get('code') ?? '');
        if (outcome.step === 'done') return showCodes(ctx, outcome.codes);
        ctx.status = outcome.step === 'wait' ? 429 : 422;
        // The same secret again: the app has taken it in already.
        const shown = { secret: fields.get('secret') ?? '', uri: fields.get('uri') ?? '' };
        showTotp(ctx, shown, [
          outcome.step === 'wait'
            ? waitFault('code', outcome)
            : { field: 'code', message: inBoth(({ second }) => second.wrong) },
        ]);
      }),
    }),
    button('remove-second-factor', '/second-factor/off', (signedIn) =>
      removeTotp(accounts, signedIn),
    ),
    postRoute({
      id: 'recovery-codes',
      path: '/account/recovery-codes',
      access,
      handler: proved(services, root, async (ctx) => {
        await using _form = await readPostedForm(ctx);
        showCodes(ctx, await renewRecoveryCodes(accounts, signedInPerson(ctx)));
      }),
    }),
    button(
      'rename-passkey',
      '/passkeys/{id}/rename',
      (signedIn, id, fields) => renamePasskey(accounts, signedIn, id, fields.get('name') ?? ''),
      { isFree: true },
    ),
    button('remove-passkey', '/passkeys/{id}/remove', (signedIn, id) =>
      removePasskey(accounts, signedIn, id),
    ),
    button(
      'end-other-sessions',
      '/sessions/others',
      (signedIn) => endOtherSessions(accounts, signedIn),
      { isFree: true },
    ),
    button(
      'end-session',
      '/sessions/{id}/end',
      (signedIn, id) => endSession(accounts, signedIn, id),
      { isFree: true },
    ),
    button('unlink-identity', '/identities/{id}/unlink', ({ person, actor }, id) =>
      unlinkIdentity(accounts, { person, id, origin: originOf(actor) }),
    ),
  ];
}

async function postPassword(ctx: Context, services: Services): Promise<void> {
  await using form = await readPostedForm(ctx);
  const { fields } = form;
  const { accounts } = services;
  const outcome = await changePassword(accounts, signedInPerson(ctx), {
    old: fields.get('old') ?? '',
    password: fields.get('password') ?? '',
    endOthers: true,
  });
  if (outcome.step === 'done') return seeOther(ctx, `${root}?said=password`);
  ctx.status = outcome.step === 'wait' ? 429 : 422;
  const fault =
    outcome.step === 'wait'
      ? waitFault('old', outcome)
      : outcome.step === 'fault'
        ? { field: 'password', message: outcome.fault }
        : { field: 'old', message: inBoth(({ prove }) => prove.wrong) };
  await showSecurity(ctx, services, formState(new Map(), pageLanguage(ctx), [fault]));
}
