/** `mismatch bench`: speed and accuracy of every matcher and comparator on this machine. */

import type { Command } from '@commander-js/extra-typings';
import type { BenchOptions } from '../../execution/bench.ts';

const DEFAULT_THRESHOLD = 0.92;
const DEFAULT_SECONDS = 0.5;
const DEFAULT_PEOPLE = 150_000;
const DEFAULT_PAIRS = 250;

interface Flags {
  readonly threshold?: string | undefined;
  readonly seconds?: string | undefined;
  readonly people?: string | undefined;
  readonly pairs?: string | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
}

export function register(program: Command): void {
  program
    .command('bench')
    .description('speed and accuracy of every matcher and comparator on this machine, beside other programs')
    .option(
      '--threshold <t>',
      `matched are pairs that score at least so much (default: ${DEFAULT_THRESHOLD})`,
    )
    .option('--seconds <s>', `time spent on each figure of speed (default: ${DEFAULT_SECONDS})`)
    .option('--people <n>', `invented people from whom pairs are drawn (default: ${DEFAULT_PEOPLE})`)
    .option('--pairs <n>', `pairs of either kind for each category of name (default: ${DEFAULT_PAIRS})`)
    .option('--json', 'print one JSON document')
    .option('--quiet', 'say nothing but the result')
    .action((flags) => runBench(flags, (text) => process.stdout.write(text)));
}

/** Measures and writes what came of it; an InputError for arguments that cannot be used. */
export async function runBench(flags: Flags, write: (text: string) => void): Promise<void> {
  const options = await settle(flags);
  const [{ bench }, { benchText }] = await Promise.all([
    import('../../execution/bench.ts'),
    import('../bench-text.ts'),
  ]);
  const say = (line: string) => {
    if (!flags.quiet) console.error(line);
  };
  const report = await bench({ ...options, say });
  write(`${flags.json ? JSON.stringify(report, null, 2) : benchText(report)}\n`);
}

/** Checks the arguments, all at once. */
async function settle({ threshold, seconds, people, pairs }: Flags): Promise<BenchOptions> {
  const [{ numberArgument }, { InputError }] = await Promise.all([
    import('../../scenario/number-argument.ts'),
    import('../../scenario/input-error.ts'),
  ]);
  const problems: string[] = [];
  const whole = (flag: string, text: string | undefined, most: number) =>
    numberArgument(
      flag,
      text,
      `a whole number from 1 to ${most}`,
      (value) => Number.isInteger(value) && value >= 1 && value <= most,
      problems,
    );
  const positive = (flag: string, text: string | undefined, most: number) =>
    numberArgument(
      flag,
      text,
      `a number above 0, up to ${most}`,
      (value) => value > 0 && value <= most,
      problems,
    );
  const options = {
    threshold: positive('threshold', threshold, 1) ?? DEFAULT_THRESHOLD,
    seconds: positive('seconds', seconds, 60) ?? DEFAULT_SECONDS,
    people: whole('people', people, 5_000_000) ?? DEFAULT_PEOPLE,
    pairs: whole('pairs', pairs, 10_000) ?? DEFAULT_PAIRS,
  };
  if (problems.length > 0) throw new InputError(problems);
  return options;
}
