import type { ComponentChildren } from 'preact';

/** What stands where there would be a list: that it is empty, why, and what to do about it. */
export function EmptyState({
  title,
  children,
}: {
  readonly title: string;
  /** Words, and a link or a button. */
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="empty-state">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}
