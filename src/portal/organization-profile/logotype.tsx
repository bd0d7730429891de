import type { LogotypeFacts } from '../../catalog/publishing-store.ts';

/** An organisation's picture; the address tells which one it is, so that browsers never show an old one. */
export function Logotype({
  facts: { digest, alternative, width, height },
  name,
  isDecoration = false,
}: {
  readonly facts: LogotypeFacts;
  /** The organisation's name in addresses. */
  readonly name: string;
  /** Whether the organisation's name stands beside it: then nobody has to hear it twice. */
  readonly isDecoration?: boolean;
}) {
  return (
    <img
      class="logotype"
      src={`/organizations/${name}/logo.png?v=${digest.slice(0, 12)}`}
      alt={isDecoration ? '' : alternative}
      width={Math.ceil(width / 2)}
      height={Math.ceil(height / 2)}
      loading="lazy"
      decoding="async"
    />
  );
}

/** By the organisations' names. */
export type Logotypes = ReadonlyMap<string, LogotypeFacts>;

/** The picture beside an organisation's name in a list; nothing for those that have none. */
export function ListedLogotype({
  name,
  logotypes,
}: {
  readonly name: string;
  readonly logotypes: Logotypes;
}) {
  const facts = logotypes.get(name);
  return facts === undefined ? null : (
    <span class="listed-logotype">
      <Logotype facts={facts} name={name} isDecoration />
    </span>
  );
}
