import type { Passkey } from '../../accounts/proofs.ts';
import type { SignedIn } from '../../accounts/signed-in.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Button } from '../components/button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { TextField } from '../components/text-field.tsx';
import { formatDate } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** Somebody's passkeys on the page about how they sign in: what they are called, when they were used, and a new one. */
export function PasskeysPart({
  passkeys,
  signedIn,
  language,
}: {
  readonly passkeys: readonly Passkey[];
  readonly signedIn: SignedIn;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).account.security;
  return (
    <section class="stack" aria-labelledby="passkeys-part">
      <h2 id="passkeys-part">{say.passkeys}</h2>
      <p>{say.passkeysHelp}</p>
      {passkeys.length === 0 && <p>{say.noPasskeys}</p>}
      <ul class="plain-list stack">
        {passkeys.map(({ id, name, created, used }) => (
          <li class="stack" key={id}>
            <div class="row">
              <span>
                <strong>{name}</strong>, {say.added(formatDate(created, language))},{' '}
                {used === null ? say.unused : say.used(formatDate(used, language))}
              </span>
              <ActionForm
                action={`/account/passkeys/${id}/remove`}
                signedIn={signedIn}
                about={name}
                size="small"
              >
                {say.remove}
              </ActionForm>
            </div>
            <Disclosure
              summary={
                <>
                  {say.renamePasskey}
                  <span class="hidden-visually"> {name}</span>
                </>
              }
            >
              <Form action={`/account/passkeys/${id}/rename`} signedIn={signedIn}>
                <TextField
                  name="name"
                  id={`passkey-${id}`}
                  label={say.newPasskeyName}
                  value={name}
                  language={language}
                  maxLength={100}
                />
                <FormButtons>
                  <Button variant="secondary">{say.savePasskeyName}</Button>
                </FormButtons>
              </Form>
            </Disclosure>
          </li>
        ))}
      </ul>
      <div
        class="form"
        data-passkey="add"
        data-csrf={signedIn.session.csrf}
        data-failed={say.addFailed}
        hidden
      >
        <TextField
          name="name"
          id="passkey-name"
          label={say.passkeyName}
          help={say.passkeyNameHelp}
          language={language}
          maxLength={100}
          isOptional
        />
        <div>
          <Button type="button" variant="secondary" icon="add">
            {say.addPasskey}
          </Button>
        </div>
        <p role="status" class="field-error" />
      </div>
      <noscript>
        <p>{say.needsScript}</p>
      </noscript>
    </section>
  );
}
