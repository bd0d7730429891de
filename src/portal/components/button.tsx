import type { ComponentChildren } from 'preact';
import type { IconName } from '../icons.ts';
import { Icon } from './icon.tsx';

/** A button that sends its form. At most one of a form is primary; what destroys is `danger`. */
export function Button({
  children,
  variant = 'primary',
  type = 'submit',
  name,
  value,
  icon,
  size,
  form,
  formAction,
}: {
  readonly children: ComponentChildren;
  readonly variant?: 'primary' | 'secondary' | 'tertiary' | 'danger';
  /** `button` does nothing but for a script. */
  readonly type?: 'submit' | 'button';
  /** What is sent when this button is the one. */
  readonly name?: string;
  readonly value?: string;
  readonly icon?: IconName;
  readonly size?: 'small';
  /** Id of the form, when the button stands outside it. */
  readonly form?: string;
  /** Another address than the form's own. */
  readonly formAction?: string;
}) {
  const isDanger = variant === 'danger';
  return (
    <button
      class="ds-button"
      type={type}
      name={name}
      value={value}
      form={form}
      formAction={formAction}
      data-variant={isDanger ? 'secondary' : variant}
      data-color={isDanger ? 'danger' : undefined}
      data-size={size}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}
