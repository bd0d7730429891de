import { encode } from 'uqr';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { FieldFault } from '../../kernel/read-fields.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { CodeBlock } from '../components/code-block.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { TextField } from '../components/text-field.tsx';
import { formState } from '../form-state.ts';
import { wordsIn } from '../words/words.ts';
import { accountPage } from './account-page.tsx';

/** Shows the secret for an app, as a square to scan and as letters to type, and asks for the first code. */
export function showTotp(
  ctx: Context,
  { secret, uri }: { readonly secret: string; readonly uri: string },
  faults: readonly FieldFault[],
): void {
  const language = pageLanguage(ctx);
  const words = wordsIn(language).account;
  const say = words.security;
  const form = formState(new Map(), language, faults);
  accountPage(ctx, {
    title: words.second.title,
    at: 'security',
    children: (
      <>
        <ErrorSummary faults={form.faults} language={language} />
        <p class="lead">{say.scan}</p>
        <QrCode text={uri} label={say.qr} />
        <p>{say.typed}</p>
        <CodeBlock code={secret} label={say.key} language={language} />
        <Form action="/account/second-factor" signedIn={ctx.state.signedIn}>
          <input type="hidden" name="secret" value={secret} />
          <input type="hidden" name="uri" value={uri} />
          <TextField
            name="code"
            label={say.firstCode}
            language={language}
            error={form.error('code')}
            autocomplete="one-time-code"
            inputMode="numeric"
            size={10}
          />
          <FormButtons>
            <Button>{say.confirm}</Button>
            <ButtonLink href="/account/security" variant="tertiary">
              {wordsIn(language).forms.cancel}
            </ButtonLink>
          </FormButtons>
        </Form>
      </>
    ),
  });
}

/** Shows recovery codes, this once, to be printed or kept. */
export function showCodes(ctx: Context, codes: readonly string[]): void {
  const say = wordsIn(pageLanguage(ctx)).account.security;
  accountPage(ctx, {
    title: say.codesTitle,
    at: 'security',
    children: (
      <>
        <p class="lead">{say.codesLead}</p>
        <ul class="recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p>
          <ButtonLink href="/account/security?said=done" variant="primary">
            {say.codesDone}
          </ButtonLink>
        </p>
      </>
    ),
  });
}

/** A QR code as one path: dark on light whatever the page's colours are, because cameras need it so. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { border: 4 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
