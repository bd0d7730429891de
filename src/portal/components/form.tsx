import type { ComponentChildren } from 'preact';
import type { SignedIn } from '../../accounts/signed-in.ts';
import { CsrfField } from './csrf-field.tsx';

/**
 * A form that changes something: posted, with the session's token. Browsers do not judge it, because their bubbles speak
 * another language than the page and vanish; the server's answer says everything at once.
 */
export function Form({
  action,
  signedIn,
  children,
  files = false,
  id,
  label,
  wide = false,
}: {
  readonly action: string;
  /** Undefined on pages for those who have no account. */
  readonly signedIn: SignedIn | undefined;
  readonly children: ComponentChildren;
  /** Whether it sends files. */
  readonly files?: boolean;
  readonly id?: string;
  /** For assistive technology, when a page has several forms. */
  readonly label?: string;
  /** As wide as the page, not as a line of text. */
  readonly wide?: boolean;
}) {
  return (
    <form
      class={wide ? 'form wide' : 'form'}
      method="post"
      action={action}
      enctype={files ? 'multipart/form-data' : undefined}
      id={id}
      aria-label={label}
      noValidate
    >
      <CsrfField signedIn={signedIn} />
      {children}
    </form>
  );
}

/** Buttons at the end of a form, the one that is meant first. */
export function FormButtons({ children }: { readonly children: ComponentChildren }) {
  return <div class="form-buttons">{children}</div>;
}
