import type { ComponentChildren } from 'preact';

/** Words for those who hear the page, where the eye sees them some other way. */
export function VisuallyHidden({ children }: { readonly children: ComponentChildren }) {
  return <span class="hidden-visually">{children}</span>;
}
