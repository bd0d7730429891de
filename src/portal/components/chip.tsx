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
}: {
  readonly children: readonly ComponentChildren[];
  readonly label?: string;
}) {
  return (
    <ul class="chips" aria-label={label}>
      {children.map((chip, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once on the server, never reordered.
        <li key={index}>{chip}</li>
      ))}
    </ul>
  );
}
