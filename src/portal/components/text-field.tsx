export interface TextFieldProps {
  /** Also the id: one of each name on a page, or say an id. */
  readonly name: string;
  readonly id?: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly help?: string;
  /** What is wrong with the value, in words. */
  readonly issue?: string;
  readonly type?: 'text' | 'number' | 'date';
  readonly min?: number;
  readonly max?: number;
  readonly inputMode?: 'numeric' | 'decimal' | 'text';
}

/** A labelled field for one line of text. The label is always seen; help and issue are read with the field. */
export function TextField({
  name,
  id = name,
  label,
  value,
  help,
  issue,
  type = 'text',
  min,
  max,
  inputMode,
}: TextFieldProps) {
  const described = [help && `${id}-help`, issue && `${id}-issue`].filter(Boolean).join(' ');
  const input = {
    class: 'ds-input',
    id,
    name,
    value,
    'aria-describedby': described || undefined,
    'aria-invalid': issue === undefined ? undefined : ('true' as const),
  };
  return (
    <div class="ds-field">
      <label for={id}>{label}</label>
      {help !== undefined && (
        <div data-field="description" id={`${id}-help`}>
          {help}
        </div>
      )}
      {type === 'number' && <input {...input} type="number" min={min} max={max} />}
      {type === 'date' && <input {...input} type="date" />}
      {type === 'text' && <input {...input} type="text" inputMode={inputMode} />}
      {issue !== undefined && (
        <div class="issue" id={`${id}-issue`}>
          {issue}
        </div>
      )}
    </div>
  );
}
