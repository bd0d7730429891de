import type { UserLanguage } from '../../kernel/issue.ts';
import { TextField } from '../components/text-field.tsx';
import type { FormState } from '../form-state.ts';
import { wordsIn } from '../words/words.ts';

/** Fields that the pages on the way in share. Their `autocomplete` is what password managers go by: WCAG 2.2 §1.3.5. */

interface FieldOf {
  readonly form: FormState;
  readonly language: UserLanguage;
}

/** The address to sign in with. */
export function EmailField({
  form,
  language,
  autocomplete = 'username',
}: FieldOf & { readonly autocomplete?: string }) {
  return (
    <TextField
      name="email"
      type="email"
      label={wordsIn(language).account.fields.email}
      language={language}
      value={form.value('email')}
      error={form.error('email')}
      autocomplete={autocomplete}
      inputMode="email"
      spellcheck={false}
    />
  );
}

/** The address that is settled already: a password manager keeps the password with it. */
export function SettledEmailField({
  email,
  language,
}: {
  readonly email: string;
  readonly language: UserLanguage;
}) {
  return (
    <TextField
      name="email"
      type="email"
      label={wordsIn(language).account.fields.email}
      language={language}
      value={email}
      autocomplete="username"
      readonly
    />
  );
}

/** What colleagues see. */
export function NameField({ form, language }: FieldOf) {
  const { name, nameHelp } = wordsIn(language).account.fields;
  return (
    <TextField
      name="name"
      label={name}
      help={nameHelp}
      language={language}
      value={form.value('name')}
      error={form.error('name')}
      autocomplete="name"
      maxLength={100}
    />
  );
}

/** A password to be chosen; never shown again. `isFirst` when there is none before it. */
export function NewPasswordField({
  form,
  language,
  isFirst = false,
}: FieldOf & { readonly isFirst?: boolean }) {
  const { password, newPassword, passwordHelp } = wordsIn(language).account.fields;
  return (
    <TextField
      name="password"
      type="password"
      label={isFirst ? password : newPassword}
      help={passwordHelp}
      language={language}
      error={form.error('password')}
      autocomplete="new-password"
    />
  );
}
