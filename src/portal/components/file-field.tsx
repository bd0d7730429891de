import { describedBy, Field, type FieldText } from './field.tsx';

/** A file to send: its form has `files`. */
export function FileField(
  props: FieldText & {
    /** HTML §4.10.5.1.17: media types and endings to offer, `.csv,.xlsx`. What comes is judged on the server. */
    readonly accept?: string;
  },
) {
  const { name, id = name, accept, isOptional = false } = props;
  return (
    <Field {...props}>
      <input
        class="ds-input file-input"
        type="file"
        id={id}
        name={name}
        accept={accept}
        required={!isOptional}
        {...describedBy(props)}
      />
    </Field>
  );
}
