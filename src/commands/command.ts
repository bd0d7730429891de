import type { Config } from '../config.ts';

/** What a command is handed: its arguments, the settings, and where its words go. */
export interface CommandInput {
  readonly args: readonly string[];
  readonly config: Config;
  readonly out: Output;
}

/** Standard output and standard error, and a line of progress that a terminal overwrites. */
export interface Output {
  /** What the command is for: goes to standard output. */
  write(text: string): void;
  line(text: string): void;
  /** About the work: goes to standard error. */
  note(text: string): void;
  /** Replaces the last progress on a terminal; elsewhere says nothing but the last. */
  progress(text: string): void;
}

/** One command's work. It resolves to the exit code: 0, or 1 when the input is at fault. */
export interface Command {
  run(input: CommandInput): Promise<0 | 1>;
}

/** The command was called wrongly: exit code 2, with its usage. */
export class UsageError extends Error {}
