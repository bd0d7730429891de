import { beginOidc } from '../../accounts/oidc/begin-oidc.ts';
import { enterWithOidc } from '../../accounts/oidc/enter-with-oidc.ts';
import { finishOidc } from '../../accounts/oidc/finish-oidc.ts';
import { linkIdentified, linkPending, pendingIdentity } from '../../accounts/oidc/link-identity.ts';
import type { OidcProvider } from '../../accounts/oidc/oidc-provider.ts';
import { isProved, markProved } from '../../accounts/prove-again.ts';
import { originOf } from '../../accounts/tell-owner.ts';
import { findClaimedOrganization } from '../../catalog/find-claimed-organization.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Parameter, Route } from '../../http/route.ts';
import { notFound } from '../../http/router.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { isFromOurs, readPostedForm, signedInPerson } from '../../http/session.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { wordsIn } from '../words/words.ts';
import { accountPage } from './account-page.tsx';
import { nextParameter, pageRoute, postRoute } from './account-route.ts';
import { openDoor } from './door.ts';

const providerParameter: Parameter = {
  name: 'provider',
  in: 'path',
  description: {
    sv: 'Leverantörens namn i inställningarna.',
    en: "The provider's name in the settings.",
  },
  schema: { type: 'string', pattern: '^[a-z][a-z0-9]{0,30}$' },
};

/** Signing in with a provider of OpenID Connect, and tying one to an account. */
export function providerRoutes(services: Services): readonly Route[] {
  const { accounts, context, providers } = services;
  const door = openDoor(services);
  const named = (ctx: Context): OidcProvider => {
    const found = providers.find(({ settings }) => settings.name === ctx.params.provider);
    if (found === undefined) throw notFound();
    return found;
  };
  return [
    pageRoute({
      id: 'sign-in-with',
      path: '/sign-in/with/{provider}',
      access: 'public',
      parameters: [providerParameter, nextParameter],
      handler: async (ctx) => {
        const provider = named(ctx);
        const next = door.next(ctx.state.query.text('next'));
        // Another site must not be able to begin it: RFC 9700 §4.7.
        if (!isFromOurs(ctx)) return seeOther(ctx, '/sign-in');
        const begun = await beginOidc(accounts.store, provider, {
          next,
          person: ctx.state.signedIn?.person.id ?? null,
          redirectUri: callbackOf(provider),
          now: accounts.now(),
        });
        if (!begun.ok) return seeOther(ctx, said(begun.failure, provider));
        door.attempt.write(ctx, begun.secret);
        seeOther(ctx, begun.url);
      },
    }),
    pageRoute({
      id: 'sign-in-callback',
      path: '/sign-in/callback/{provider}',
      access: 'public',
      parameters: [providerParameter],
      // RFC 6749 §4.1.2: what a provider adds to its answer is passed over.
      otherParameters: 'ignored',
      handler: (ctx) => comeBack(ctx, named(ctx)),
    }),
    pageRoute({
      id: 'sign-in-link',
      path: '/sign-in/link',
      access: 'public',
      handler: async (ctx) => {
        const waiting = await pendingIdentity(accounts, door.pending.read(ctx));
        if (waiting === undefined) return seeOther(ctx, '/sign-in?said=stale');
        if (ctx.state.signedIn !== undefined) return seeOther(ctx, '/account/link');
        showWays(ctx, labelOf(waiting.pending.provider), waiting.pending.email);
      },
    }),
    pageRoute({
      id: 'link',
      path: '/account/link',
      access: 'person',
      handler: async (ctx) => {
        const waiting = await pendingIdentity(accounts, door.pending.read(ctx));
        if (waiting === undefined) return seeOther(ctx, '/account/security');
        showQuestion(ctx, labelOf(waiting.pending.provider));
      },
    }),
    postRoute({
      id: 'link',
      path: '/account/link',
      access: 'person',
      handler: async (ctx) => {
        await using form = await readPostedForm(ctx);
        const { person, actor } = signedInPerson(ctx);
        const secret = door.pending.read(ctx);
        door.pending.write(ctx, undefined);
        if (form.fields.get('answer') !== 'yes') return seeOther(ctx, '/workspace');
        await linkPending(accounts, { person, secret, origin: originOf(actor) });
        seeOther(ctx, '/account/security?said=done');
      },
    }),
  ];

  function callbackOf({ settings }: OidcProvider): string {
    return `${context.base}/sign-in/callback/${settings.name}`;
  }

  function labelOf(provider: string): string {
    return providers.find(({ settings }) => settings.name === provider)?.settings.label ?? provider;
  }

  async function comeBack(ctx: Context, provider: OidcProvider): Promise<void> {
    const secret = door.attempt.read(ctx);
    door.attempt.write(ctx, undefined);
    const address = new URL(callbackOf(provider) + ctx.search);
    const now = accounts.now();
    const back = await finishOidc(accounts.store, provider, { secret, address, now });
    if (!back.ok) return seeOther(ctx, said(back.failure, provider));
    const { signedIn } = ctx.state;
    if (back.person !== null) {
      // It was begun by somebody who was in: nobody else may end it.
      if (signedIn?.person.id !== back.person) return seeOther(ctx, said('stale', provider));
      const { issuer, subject } = back.who;
      const known = await accounts.store.findIdentity(issuer, subject);
      if (known?.person === back.person) {
        await markProved(accounts, signedIn);
        return seeOther(ctx, back.next);
      }
      // A new way in takes a fresh proof of the old ones: ASVS 5.0 §7.5.1.
      if (!isProved(accounts, signedIn))
        return seeOther(ctx, '/account/prove?next=/account/security');
      const origin = originOf(signedIn.actor);
      const { name } = provider.settings;
      await linkIdentified(accounts, {
        person: signedIn.person,
        provider: name,
        who: back.who,
        origin,
      });
      return seeOther(ctx, '/account/security?said=done');
    }
    const claimed = back.who.organization;
    const entry = await enterWithOidc(accounts, provider.settings, {
      who: back.who,
      organization:
        claimed === undefined ? undefined : await findClaimedOrganization(context.store, claimed),
      visitor: door.visitor(ctx),
      language: pageLanguage(ctx),
    });
    switch (entry.outcome) {
      case 'entered':
        await door.proceed(ctx, entry.entered, back.next);
        return;
      case 'has-account':
      case 'no-email':
        door.pending.write(ctx, entry.secret);
        return seeOther(ctx, '/sign-in/link');
      case 'no-account':
        return seeOther(ctx, said('no-account', provider));
      case 'closed':
        return seeOther(ctx, said('closed', provider));
    }
  }
}

function said(word: string, { settings }: OidcProvider): string {
  return `/sign-in?said=${word}&provider=${settings.name}`;
}

function showWays(ctx: Context, label: string, email: string): void {
  const say = wordsIn(pageLanguage(ctx)).account;
  accountPage(ctx, {
    title: say.providers.linkTitle(label),
    children: (
      <>
        <p class="lead">
          {email === '' ? say.providers.noEmail(label) : say.providers.hasAccount(label, email)}
        </p>
        <FormButtons>
          <ButtonLink href="/sign-in?next=/account/link" variant="primary">
            {say.providers.ownMeans}
          </ButtonLink>
          {email === '' ? (
            <ButtonLink href="/register">{say.register.submit}</ButtonLink>
          ) : (
            <ButtonLink href="/reset">{say.providers.mail}</ButtonLink>
          )}
        </FormButtons>
      </>
    ),
  });
}

function showQuestion(ctx: Context, label: string): void {
  const { signedIn } = ctx.state;
  const say = wordsIn(pageLanguage(ctx)).account;
  accountPage(ctx, {
    title: say.providers.linkTitle(label),
    children: (
      <>
        <p class="lead">{say.providers.linkQuestion(label)}</p>
        <p>{signedIn?.person.email}</p>
        <Form action="/account/link" signedIn={signedIn}>
          <FormButtons>
            <Button name="answer" value="yes">
              {say.providers.link}
            </Button>
            <Button name="answer" value="no" variant="secondary">
              {say.providers.noLink}
            </Button>
          </FormButtons>
        </Form>
      </>
    ),
  });
}
