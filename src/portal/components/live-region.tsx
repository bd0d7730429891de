import type { ComponentChildren } from 'preact';

/** What is read aloud when it changes: counts and results (WCAG 4.1.3). One a page, there from the beginning. */
export function LiveRegion({
  id,
  children,
}: {
  readonly id: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div id={id} role="status" aria-live="polite" class="hidden-visually">
      {children}
    </div>
  );
}
