/** A labelled list to choose one from. */
export function Select({
  name,
  id = name,
  label,
  value,
  options,
  hideLabel = false,
}: {
  readonly name: string;
  readonly id?: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  /** When what stands beside it says the same to the eye. */
  readonly hideLabel?: boolean;
}) {
  return (
    <div class="ds-field">
      <label for={id} class={hideLabel ? 'hidden-visually' : undefined}>
        {label}
      </label>
      <select class="ds-input" id={id} name={name}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
