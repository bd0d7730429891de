import type { ComponentChildren } from 'preact';
import { describedBy, type FieldText, Optional } from './field.tsx';
import { FieldError } from './field-error.tsx';
import type { Choice } from './select.tsx';

/** One of few, all of them to be seen. */
export function RadioGroup(
  props: FieldText & {
    readonly choices: readonly (Choice & { readonly help?: ComponentChildren })[];
    readonly value?: string | undefined;
  },
) {
  const { name, id = name, label, language, help, error, choices, value, isOptional } = props;
  return (
    <fieldset class="ds-fieldset" id={id} tabIndex={-1} {...describedBy(props)}>
      <legend>
        {label}
        {isOptional === true && <Optional language={language} />}
      </legend>
      {help !== undefined && (
        <div class="field-help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {choices.map((choice) => {
        const own = `${id}-${choice.value}`;
        return (
          <div class="ds-field" key={choice.value}>
            <input
              class="ds-input"
              type="radio"
              id={own}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              aria-describedby={choice.help === undefined ? undefined : `${own}-help`}
            />
            <label for={own}>{choice.label}</label>
            {choice.help !== undefined && (
              <div class="field-help" id={`${own}-help`}>
                {choice.help}
              </div>
            )}
          </div>
        );
      })}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
