/** A text as one word of a POSIX shell, whatever it holds. POSIX.1-2024, Shell Command Language §2.2.2. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
