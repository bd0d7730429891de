import { describedBy, type FieldText } from './field.tsx';
import { FieldError } from './field-error.tsx';

/** A box to tick. A form's fields stand once each, so boxes of a group have names of their own, such as `record.NAME`. */
export function Checkbox(
  props: Omit<FieldText, 'language' | 'isOptional'> & {
    readonly checked?: boolean;
    /** What is sent when it is ticked. */
    readonly value?: string;
    readonly isRequired?: boolean;
  },
) {
  const { name, id = name, label, help, error, checked = false, value = 'on', isRequired } = props;
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type="checkbox"
        id={id}
        name={name}
        value={value}
        checked={checked}
        required={isRequired}
        {...describedBy(props)}
        {...props.data}
      />
      <label for={id}>{label}</label>
      {help !== undefined && (
        <div class="field-help" id={`${id}-help`}>
          {help}
        </div>
      )}
      <FieldError id={id} error={error} />
    </div>
  );
}
