import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** A link to a search, in a row of such. With `remove`, what is chosen and goes away when followed. */
export function Chip({
  href,
  children,
  remove,
}: {
  readonly href: string;
  readonly children: ComponentChildren;
  /** What the link says to those who do not see the cross: `Ta bort Umeå kommun`. */
  readonly remove?: string;
}) {
  return (
    <a class="chip" href={href} aria-label={remove} data-chosen={remove !== undefined || undefined}>
      {children}
      {remove !== undefined && <Icon name="close" />}
    </a>
  );
}

/** Chips in a row that wraps. */
export function Chips({
  children,
  label,
  labelledBy,
}: {
  readonly children: readonly ComponentChildren[];
  readonly label?: string;
  /** Id of the words that say what they are. */
  readonly labelledBy?: string;
}) {
  return (
    <ul class="chips" aria-label={label} aria-labelledby={labelledBy}>
      {children.map((chip, index) => (
        <li key={index}>{chip}</li>
      ))}
    </ul>
  );
}
