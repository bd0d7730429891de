/** How far something has come: so many of so many, as words and as a bar. */
export function Progress({
  label,
  done,
  of,
  text,
}: {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  /** `3 av 7 steg` */
  readonly text: string;
}) {
  return (
    <span class="progress">
      <progress aria-label={label} max={of} value={done}>
        {text}
      </progress>
      <span>{text}</span>
    </span>
  );
}
