import { describedBy, Field, type FieldText } from './field.tsx';

/** What a text field can be told beside its words. */
export interface TextFieldProps extends FieldText {
  readonly type?:
    | 'text'
    | 'email'
    | 'tel'
    | 'url'
    | 'password'
    | 'number'
    | 'date'
    | 'datetime-local';
  readonly value?: string | undefined;
  /** HTML §4.10.18.7: what browsers may fill in, `email`, `current-password`, `one-time-code` (WCAG 2.2 §1.3.5). */
  readonly autocomplete?: string;
  readonly inputMode?: 'numeric' | 'email' | 'url' | 'tel' | 'decimal';
  readonly maxLength?: number;
  /** So many figures wide; without it as wide as the form. */
  readonly size?: number;
  readonly spellcheck?: boolean;
  readonly autofocus?: boolean;
  /** BCP 47 tag of what is to be written, when it is not the page's language. */
  readonly lang?: string;
  readonly readonly?: boolean;
}

/** One line of text. What is asked for is judged on the server, which says what is wrong in the reader's language. */
export function TextField(props: TextFieldProps) {
  const { name, id = name, type = 'text', value, autocomplete, inputMode, maxLength, size } = props;
  const { spellcheck, autofocus, lang, readonly, isOptional = false, data } = props;
  return (
    <Field {...props}>
      <input
        class="ds-input"
        id={id}
        name={name}
        // Preact's types tell each kind of input apart; these take the same attributes.
        type={type as 'text'}
        value={value}
        autocomplete={autocomplete}
        inputMode={inputMode}
        maxLength={maxLength}
        size={size}
        spellcheck={spellcheck}
        autofocus={autofocus}
        lang={lang}
        readOnly={readonly}
        required={!isOptional}
        {...describedBy(props)}
        {...data}
      />
    </Field>
  );
}
