import type { Output } from './command.ts';

/** The process's own streams as a command's output. */
export function consoleOutput(): Output {
  const isTerminal = process.stderr.isTTY;
  let pending = '';
  const clear = () => {
    if (pending === '') return;
    process.stderr.write(isTerminal ? '\r\u001b[K' : `${pending}\n`);
    pending = '';
  };
  return {
    write: (text) => {
      clear();
      process.stdout.write(text);
    },
    line: (text) => {
      clear();
      process.stdout.write(`${text}\n`);
    },
    note: (text) => {
      clear();
      process.stderr.write(`${text}\n`);
    },
    progress: (text) => {
      if (isTerminal) process.stderr.write(`\r\u001b[K${text}`);
      pending = text;
    },
  };
}
