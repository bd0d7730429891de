import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** Something folded behind its name. `name`: of those that share it only one is open. */
export function Disclosure({
  summary,
  open = false,
  name,
  id,
  children,
}: {
  readonly summary: ComponentChildren;
  readonly open?: boolean;
  readonly name?: string;
  readonly id?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <details class="disclosure" open={open} name={name} id={id}>
      <summary>
        <span>{summary}</span>
        <Icon name="down" />
      </summary>
      <div class="inside">{children}</div>
    </details>
  );
}
