#!/usr/bin/env node
import { allCommands } from './commands/all-commands.ts';
import { UsageError } from './commands/command.ts';
import { consoleOutput } from './commands/console.ts';
import { issueLine } from './commands/report.ts';
import { ConfigError, readConfig } from './config.ts';
import { CatalogError } from './kernel/errors.ts';

/** Runs one command. Exit code 0; 1 when the input is at fault; 2 when the call or the settings are. */
const [name = 'help', ...args] = process.argv.slice(2);
const command = Object.hasOwn(allCommands, name) ? allCommands[name] : undefined;
const out = consoleOutput();

async function main(): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h') {
    out.line('datatorget COMMAND\n');
    for (const { usage, summary } of Object.values(allCommands))
      out.line(`  ${usage}\n      ${summary}`);
    return 0;
  }
  if (command === undefined)
    throw new UsageError(
      `There is no command ${name}. There are: ${Object.keys(allCommands).join(', ')}.`,
    );
  if (args.includes('--help')) {
    out.line(`datatorget ${command.usage}\n${command.summary}`);
    return 0;
  }
  return (await command.load()).run({ args, config: readConfig(process.env), out });
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `datatorget export | head` is no fault.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof UsageError || error instanceof ConfigError) {
    out.note(error.message);
    if (error instanceof UsageError && command !== undefined)
      out.note(`\nusage: datatorget ${command.usage}`);
    process.exitCode = 2;
  } else if (error instanceof CatalogError) {
    out.note(error.message);
    for (const issue of error.issues) out.note(`  ${issueLine(issue)}`);
    process.exitCode = 1;
  } else if (error instanceof Error && 'syscall' in error) {
    // The machine said no: a server that does not answer, a folder that cannot be written.
    out.note(`${error.message}\ndatatorget doctor says more.`);
    process.exitCode = 2;
  } else {
    throw error;
  }
}
