import type { ComponentChildren } from 'preact';

/** A box to tick, with its words after it; `type="radio"` for one of several. */
export function Checkbox({
  name,
  value,
  id,
  checked = false,
  type = 'checkbox',
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly id: string;
  readonly checked?: boolean;
  readonly type?: 'checkbox' | 'radio';
  readonly children: ComponentChildren;
}) {
  return (
    <div class="ds-field">
      <input class="ds-input" type={type} id={id} name={name} value={value} checked={checked} />
      <label for={id}>{children}</label>
    </div>
  );
}
