import { Icon } from './icon.tsx';

/** What is wrong with a field, under it: an icon and words, never colour alone. */
export function FieldError({
  id,
  error,
}: {
  /** Of the field. */
  readonly id: string;
  readonly error: string | undefined;
}) {
  if (error === undefined) return null;
  return (
    <p class="field-error" id={`${id}-error`}>
      <Icon name="wrong" />
      <span>{error}</span>
    </p>
  );
}
