import { describedBy, Field, type FieldText } from './field.tsx';

/** Several lines of text. */
export function TextArea(
  props: FieldText & {
    readonly value?: string | undefined;
    readonly rows?: number;
    readonly maxLength?: number;
    readonly lang?: string;
  },
) {
  const { name, id = name, value, rows = 5, maxLength, lang, isOptional = false } = props;
  return (
    <Field {...props}>
      <textarea
        class="ds-input"
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        lang={lang}
        required={!isOptional}
        {...describedBy(props)}
        {...props.data}
      >
        {value}
      </textarea>
    </Field>
  );
}
