import type { UserLanguage } from '../kernel/issue.ts';
import type { FieldFault } from '../kernel/read-fields.ts';

/** A form as it is shown: what stands in each field and what is wrong with it. What somebody typed is always shown again. */
export interface FormState {
  value(field: string): string;
  error(field: string): string | undefined;
  /** For the summary above the form. */
  readonly faults: readonly { readonly field: string; readonly text: string }[];
}

/** A form with what was typed, or with what is known beforehand. */
export function formState(
  values: ReadonlyMap<string, string>,
  language: UserLanguage,
  faults: readonly FieldFault[] = [],
): FormState {
  const shown = faults.map(({ field, message }) => ({ field, text: message[language] }));
  return {
    value: (field) => values.get(field) ?? '',
    error: (field) => shown.find((fault) => fault.field === field)?.text,
    faults: shown,
  };
}

/** A form to be filled in. */
export function emptyForm(
  language: UserLanguage,
  values: Readonly<Record<string, string>> = {},
): FormState {
  return formState(new Map(Object.entries(values)), language);
}
