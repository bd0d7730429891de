import { describedBy, Field, type FieldText } from './field.tsx';

/** Something to choose, as it is sent and as it is read. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of many. An empty first choice has to be given when nothing is chosen to begin with. */
export function Select(
  props: FieldText & {
    readonly choices: readonly Choice[];
    readonly value?: string | undefined;
  },
) {
  const { name, id = name, choices, value, isOptional = false } = props;
  return (
    <Field {...props}>
      <select
        class="ds-input"
        id={id}
        name={name}
        required={!isOptional}
        {...describedBy(props)}
        {...props.data}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
