/** How much of something: a bar, the number, and a word that says what it means. */
export function ScoreBar({
  label,
  value,
  most,
  text,
  tone = 'action',
  small = false,
}: {
  /** What is measured, for assistive technology. */
  readonly label: string;
  readonly value: number;
  readonly most: number;
  /** The number and its word, as they are read: `312 av 405, bra`. */
  readonly text: string;
  readonly tone?: 'action' | 'good' | 'warn' | 'wrong';
  /** In a table. */
  readonly small?: boolean;
}) {
  return (
    <span class={small ? `score-bar ${tone} small` : `score-bar ${tone}`}>
      <meter aria-label={label} min={0} max={most} value={value}>
        {text}
      </meter>
      <span class="score-text">{text}</span>
    </span>
  );
}
