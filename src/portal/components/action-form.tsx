import type { ComponentChildren } from 'preact';
import type { SignedIn } from '../../accounts/signed-in.ts';
import type { IconName } from '../icons.ts';
import { Button } from './button.tsx';
import { CsrfField } from './csrf-field.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

/** One button that does something: a form of its own, because a link never changes anything. */
export function ActionForm({
  action,
  signedIn,
  children,
  about,
  fields = {},
  variant = 'secondary',
  icon,
  size,
}: {
  readonly action: string;
  readonly signedIn: SignedIn | undefined;
  /** What the button says. */
  readonly children: ComponentChildren;
  /** What it is done to, for those who hear buttons out of their rows: `Ta bort` → `Ta bort Eva Ek`. */
  readonly about?: string;
  /** Sent along, hidden. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly variant?: 'primary' | 'secondary' | 'tertiary' | 'danger';
  readonly icon?: IconName;
  readonly size?: 'small';
}) {
  return (
    <form class="action-form" method="post" action={action}>
      <CsrfField signedIn={signedIn} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button
        variant={variant}
        {...(icon === undefined ? {} : { icon })}
        {...(size === undefined ? {} : { size })}
      >
        {children}
        {about !== undefined && <VisuallyHidden> {about}</VisuallyHidden>}
      </Button>
    </form>
  );
}
