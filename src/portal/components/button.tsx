import type { ComponentChildren } from 'preact';
import type { IconName } from '../icons.ts';
import { Icon } from './icon.tsx';

export interface ButtonProps {
  readonly children: ComponentChildren;
  /** The one that acts is filled; at most one of a group. */
  readonly variant?: 'primary' | 'secondary' | 'tertiary';
  readonly size?: 'small';
  readonly icon?: IconName;
  readonly class?: string;
}

/** A button of a form. Words on it are verbs. */
export function Button({
  children,
  variant = 'primary',
  size,
  icon,
  class: className,
  type = 'submit',
  name,
  value,
}: ButtonProps & {
  readonly type?: 'submit' | 'button' | 'reset';
  readonly name?: string;
  readonly value?: string;
}) {
  return (
    <button
      class={className === undefined ? 'ds-button' : `ds-button ${className}`}
      type={type}
      name={name}
      value={value}
      data-variant={variant}
      data-size={size}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({
  children,
  href,
  variant = 'secondary',
  size,
  icon,
  class: className,
  download,
}: ButtonProps & { readonly href: string; readonly download?: boolean }) {
  return (
    <a
      class={className === undefined ? 'ds-button' : `ds-button ${className}`}
      href={href}
      download={download}
      data-variant={variant}
      data-size={size}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </a>
  );
}
