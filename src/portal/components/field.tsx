import type { ComponentChildren } from 'preact';
import type { UserLanguage } from '../../kernel/issue.ts';
import { wordsIn } from '../words/words.ts';
import { FieldError } from './field-error.tsx';

/** What all fields of a form say. */
export interface FieldText {
  /** Of the control; also its `id` unless another is given. */
  readonly name: string;
  readonly id?: string | undefined;
  readonly label: ComponentChildren;
  readonly language: UserLanguage;
  /** What to write, and an example. */
  readonly help?: ComponentChildren;
  /** What is wrong with what was written, and what to do. */
  readonly error?: string | undefined;
  /** A field that may be left empty says so; the others are asked for. */
  readonly isOptional?: boolean;
  /** Where nobody expects that anything must be filled in, such as a search. */
  readonly hideOptional?: boolean;
  /** What an island finds the control by, or is told. */
  readonly data?: Readonly<Record<`data-${string}`, string>> | undefined;
}

/** Attributes of a control that tie it to its help and its fault. WCAG 2.2 §1.3.1, §3.3.1. */
export function describedBy({
  name,
  id = name,
  help,
  error,
}: Pick<FieldText, 'name' | 'id' | 'help' | 'error'>): {
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: 'true';
} {
  const parts = [
    ...(help === undefined ? [] : [`${id}-help`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  return {
    ...(parts.length === 0 ? {} : { 'aria-describedby': parts.join(' ') }),
    ...(error === undefined ? {} : { 'aria-invalid': 'true' }),
  };
}

/** A label, its help, the control and what is wrong with it, in that order. */
export function Field(props: FieldText & { readonly children: ComponentChildren }) {
  const { name, id = name, label, language, help, error, isOptional = false, children } = props;
  const saysOptional = isOptional && props.hideOptional !== true;
  return (
    <div class="ds-field">
      <label for={id}>
        {label}
        {saysOptional && <Optional language={language} />}
      </label>
      {help !== undefined && (
        <div class="field-help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

/** What stands after the label of a field that may be left empty. */
export function Optional({ language }: { readonly language: UserLanguage }) {
  return <span class="field-optional"> ({wordsIn(language).forms.optional})</span>;
}
