import type { ComponentChildren } from 'preact';
import { isLinkable } from '../../http/facts-page.ts';

/**
 * A link whose address comes from data: only addresses of the web, of mail and of ours are followed (ASVS 5.0 §1.2.2), the
 * rest is text.
 */
export function ExternalLink({
  href,
  rel,
  language,
  children,
}: {
  readonly href: string;
  readonly rel?: string | undefined;
  /** Of what is behind the link. */
  readonly language?: string;
  readonly children: ComponentChildren;
}) {
  return isLinkable(href) ? (
    <a href={href} rel={rel} hreflang={language}>
      {children}
    </a>
  ) : (
    children
  );
}
