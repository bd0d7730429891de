import type { ComponentChildren } from 'preact';

export interface ShownFact {
  readonly label: string;
  readonly value: ComponentChildren;
  /** BCP 47 tag of the value, when it is not the page's. */
  readonly language?: string | undefined;
}

/** Names and values: in rows, or short ones side by side. */
export function FactList({
  facts,
  short = false,
}: {
  readonly facts: readonly ShownFact[];
  readonly short?: boolean;
}) {
  return (
    <dl class={short ? 'facts short' : 'facts'}>
      {facts.map(({ label, value, language }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd lang={language}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
