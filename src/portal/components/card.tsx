import type { ComponentChildren } from 'preact';

/** A thing in a grid of such: its name is the link, and the whole card can be pressed. */
export function Card({
  href,
  title,
  heading: Heading = 'h3',
  language,
  children,
}: {
  readonly href: string;
  readonly title: ComponentChildren;
  readonly heading?: 'h2' | 'h3' | 'h4';
  /** Of the title, when it is not the page's. */
  readonly language?: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="card">
      <Heading class="card-title">
        <a href={href} lang={language}>
          {title}
        </a>
      </Heading>
      {children}
    </div>
  );
}
