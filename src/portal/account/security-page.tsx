import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Services } from '../../http/services.ts';
import { signedInPerson } from '../../http/session.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { Table } from '../components/table.tsx';
import { TextField } from '../components/text-field.tsx';
import type { FormState } from '../form-state.ts';
import { formatDate, formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { accountPage } from './account-page.tsx';
import { browserName } from './browser-name.ts';
import { PasskeysPart } from './passkeys-part.tsx';

/** Draws the page about how one signs in. */
export async function showSecurity(
  ctx: Context,
  { accounts: { store }, providers }: Services,
  form: FormState,
): Promise<void> {
  const language = pageLanguage(ctx);
  const words = wordsIn(language).account;
  const say = words.security;
  const signedIn = signedInPerson(ctx);
  const { id, email } = signedIn.person;
  const [password, totp, codes, passkeys, sessions, identities] = await Promise.all([
    store.findPassword(id),
    store.findTotp(id),
    store.countRecoveryCodes(id),
    store.listPasskeys(id),
    store.listSessions(id),
    store.listIdentities(id),
  ]);
  const isOn = totp !== undefined && totp.confirmed !== null;
  const labelOf = (name: string) =>
    providers.find(({ settings }) => settings.name === name)?.settings.label ?? name;
  const unlinked = providers.filter(
    ({ settings }) => !identities.some(({ provider }) => provider === settings.name),
  );
  const said = ctx.state.query.text('said');
  accountPage(ctx, {
    title: say.title,
    at: 'security',
    islands: ['passkey'],
    children: (
      <>
        {said === 'done' && <Notice kind="good" language={language} title={say.done} />}
        {said === 'password' && (
          <Notice kind="good" language={language} title={say.passwordChanged} />
        )}
        <ErrorSummary faults={form.faults} language={language} />
        <section class="stack" aria-labelledby="password-part">
          <h2 id="password-part">{say.password}</h2>
          {password === undefined && <p>{say.noPassword}</p>}
          <Form action="/account/password" signedIn={signedIn}>
            <input
              type="email"
              name="email"
              value={email}
              autocomplete="username"
              readOnly
              hidden
            />
            {password !== undefined && (
              <TextField
                name="old"
                type="password"
                label={words.fields.currentPassword}
                language={language}
                error={form.error('old')}
                autocomplete="current-password"
              />
            )}
            <TextField
              name="password"
              type="password"
              label={words.fields.newPassword}
              help={words.fields.passwordHelp}
              language={language}
              error={form.error('password')}
              autocomplete="new-password"
            />
            <FormButtons>
              <Button variant="secondary">{say.changePassword}</Button>
            </FormButtons>
          </Form>
        </section>
        <section class="stack" aria-labelledby="second-part">
          <h2 id="second-part">{say.second}</h2>
          <p>{isOn ? `${say.secondOn} ${say.codesLeft(codes)}` : say.secondOff}</p>
          <div class="row">
            {isOn ? (
              <>
                <ActionForm action="/account/recovery-codes" signedIn={signedIn}>
                  {say.newCodes}
                </ActionForm>
                <ActionForm
                  action="/account/second-factor/off"
                  signedIn={signedIn}
                  variant="danger"
                >
                  {say.turnOff}
                </ActionForm>
              </>
            ) : (
              <ButtonLink href="/account/second-factor">{say.turnOn}</ButtonLink>
            )}
          </div>
        </section>
        <PasskeysPart passkeys={passkeys} signedIn={signedIn} language={language} />
        <section class="stack" aria-labelledby="sessions-part">
          <h2 id="sessions-part">{say.sessions}</h2>
          <p>{say.sessionsHelp}</p>
          <Table
            caption={say.sessionsTable}
            hideCaption
            columns={[say.device, say.from, say.seen, say.end].map((title) => ({ title }))}
            rows={sessions.map(({ id: session, agent, address, seen }) => [
              browserName(agent, language),
              address,
              formatTime(seen, language),
              session === signedIn.session.id ? (
                say.thisOne
              ) : (
                <ActionForm
                  key="end"
                  action={`/account/sessions/${session}/end`}
                  signedIn={signedIn}
                  about={browserName(agent, language)}
                  size="small"
                >
                  {say.end}
                </ActionForm>
              ),
            ])}
          />
          {sessions.length > 1 && (
            <ActionForm action="/account/sessions/others" signedIn={signedIn}>
              {say.endOthers}
            </ActionForm>
          )}
        </section>
        {(providers.length > 0 || identities.length > 0) && (
          <section class="stack" aria-labelledby="identities-part">
            <h2 id="identities-part">{say.identities}</h2>
            <ul class="plain-list stack">
              {identities.map(({ id: identity, provider, created }) => (
                <li class="row" key={identity}>
                  <span>
                    <strong>{labelOf(provider)}</strong>, {say.added(formatDate(created, language))}
                  </span>
                  <ActionForm
                    action={`/account/identities/${identity}/unlink`}
                    signedIn={signedIn}
                    about={labelOf(provider)}
                    size="small"
                  >
                    {say.unlink}
                  </ActionForm>
                </li>
              ))}
            </ul>
            <div class="row">
              {unlinked.map(({ settings: { name, label } }) => (
                <ButtonLink key={name} href={`/sign-in/with/${name}?next=/account/security`}>
                  {say.link(label)}
                </ButtonLink>
              ))}
            </div>
          </section>
        )}
      </>
    ),
  });
}
