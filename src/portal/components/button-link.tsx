import type { ComponentChildren } from 'preact';
import type { IconName } from '../icons.ts';
import { Icon } from './icon.tsx';

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({
  children,
  href,
  variant = 'secondary',
  size,
  icon,
  class: className,
  download,
}: {
  readonly children: ComponentChildren;
  readonly href: string;
  /** The one that acts is filled; at most one of a group. */
  readonly variant?: 'primary' | 'secondary' | 'tertiary';
  readonly size?: 'small';
  readonly icon?: IconName;
  readonly class?: string;
  readonly download?: boolean;
}) {
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
