#!/usr/bin/env node
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { type Command, UsageError } from './commands/command.ts';
import { consoleOutput } from './commands/console.ts';
import { convertCommand } from './commands/convert.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { organizationsCommand } from './commands/organizations.ts';
import { issueLine } from './commands/report.ts';
import { sampleCommand } from './commands/sample.ts';
import { serveCommand } from './commands/serve.ts';
import { tokensCommand } from './commands/tokens.ts';
import { validateCommand } from './commands/validate.ts';
import { ConfigError, readConfig } from './config.ts';
import { CatalogError } from './kernel/errors.ts';

/** The commands. Exit code 0; 1 when the input is at fault; 2 when the call or the settings are. */
const commands: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  import: importCommand,
  export: exportCommand,
  validate: validateCommand,
  convert: convertCommand,
  organizations: organizationsCommand,
  tokens: tokensCommand,
  sample: sampleCommand,
  backup: backupCommand,
  restore: restoreCommand,
  doctor: doctorCommand,
};

const [name = 'help', ...args] = process.argv.slice(2);
const out = consoleOutput();

async function main(): Promise<number> {
  const command = commands[name];
  if (name === 'help' || name === '--help' || name === '-h') {
    out.line('datatorget COMMAND\n');
    for (const { usage, summary } of Object.values(commands))
      out.line(`  ${usage}\n      ${summary}`);
    return 0;
  }
  if (command === undefined)
    throw new UsageError(
      `There is no command ${name}. There are: ${Object.keys(commands).join(', ')}.`,
    );
  if (args.includes('--help')) {
    out.line(`datatorget ${command.usage}\n${command.summary}`);
    return 0;
  }
  return command.run({ args, config: readConfig(process.env), out });
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
    const usage = commands[name]?.usage;
    if (error instanceof UsageError && usage !== undefined)
      out.note(`\nusage: datatorget ${usage}`);
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
