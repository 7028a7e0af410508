#!/usr/bin/env node
/**
 * The command `mismatch`. Data goes to stdout, progress and notes to stderr. Exit codes: 0 done; 1 the tool's own
 * failure; 2 arguments, scenario or input that cannot be used; 3 a check failed; 130 interrupted and resumable.
 */

import { Command, CommanderError } from '@commander-js/extra-typings';
import { tool } from '../execution/tool.ts';
import { InputError } from '../scenario/input-error.ts';
import { CheckFailed } from './check-failed.ts';
import { commands } from './commands/index.ts';
import { Interrupted } from './interrupted.ts';

const program = new Command('mismatch')
  .description(
    'How many people would be wrongly matched between a request list and the taxpayer file, under a stated rule.',
  )
  .version(tool)
  .exitOverride()
  .configureHelp({ helpWidth: Math.min(process.stdout.columns ?? 100, 100) });
for (const register of commands) register(program);
for (const command of program.commands) command.exitOverride();

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong, on stderr and in a line, and returns the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (process.env['MISMATCH_DEBUG'] === '1') console.error(error);
  if (error instanceof Interrupted) {
    console.error(error.message);
    return 130;
  }
  if (error instanceof InputError) {
    for (const problem of error.problems) console.error(problem);
    return 2;
  }
  if (error instanceof CheckFailed) {
    console.error(error.message);
    return 3;
  }
  console.error(
    `mismatch failed: ${error instanceof Error ? error.message : String(error)} (MISMATCH_DEBUG=1 says more)`,
  );
  return 1;
}
