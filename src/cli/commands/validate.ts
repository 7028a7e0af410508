/** `mismatch validate`: the generated taxpayer file held against public facts, one line a fact. */

import type { Command } from '@commander-js/extra-typings';
import type { Scenario } from '../../scenario/schema.ts';
import type { CheckFamily } from '../../validation/check.ts';
import { CheckFailed } from '../check-failed.ts';

const DEFAULT_SCENARIO = 'irs-ice-2025';
const DEFAULT_PEOPLE = 4_000_000;

interface Flags {
  readonly scenario?: string | undefined;
  readonly seed?: string | undefined;
  readonly people?: string | undefined;
  readonly json?: true | undefined;
}

export function register(program: Command): void {
  program
    .command('validate')
    .description('hold the generated taxpayer file against public facts; exit code 3 when a check fails')
    .option('--scenario <id>', `a built-in scenario or a YAML file (default: ${DEFAULT_SCENARIO})`)
    .option('--seed <n>', 'seed of all randomness, a whole number (default: 1)')
    .option('--people <n>', `look at about so many people, in whole ZIP areas (default: ${DEFAULT_PEOPLE})`)
    .option('--json', 'print one JSON document')
    .action(async (flags) => {
      const { checkFamilies } = await import('../../validation/checks/index.ts');
      await runChecks(flags, checkFamilies, (text) => process.stdout.write(text));
    });
}

/**
 * Judges the checks and writes what came of them; then a CheckFailed when one failed. An InputError for arguments
 * or a scenario that cannot be used.
 */
export async function runChecks(
  flags: Flags,
  families: readonly CheckFamily[],
  write: (text: string) => void,
): Promise<void> {
  const { scenario, seed, people } = await settle(flags);
  const [{ population }, { loadTables }, { validate }, { validationDocument, validationTable }] =
    await Promise.all([
      import('../../population/population.ts'),
      import('../../population/tables.ts'),
      import('../../validation/validate.ts'),
      import('../validation-table.ts'),
    ]);
  const validation = validate(population(scenario, seed, loadTables()), people, families);
  write(
    flags.json
      ? `${JSON.stringify(validationDocument(scenario.id, validation), null, 2)}\n`
      : `${validationTable(validation)}\n`,
  );
  if (validation.counts.fail > 0) {
    const failed = validation.verdicts.filter(({ result }) => result === 'fail').map(({ check }) => check.id);
    throw new CheckFailed(
      `${failed.length === 1 ? 'a check' : `${failed.length} checks`} failed: ${failed.join(', ')}`,
    );
  }
}

interface Settled {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly people: number;
}

/** Checks the arguments, all at once. */
async function settle({ scenario: reference, seed, people }: Flags): Promise<Settled> {
  const [{ numberArgument }, { InputError }, { loadScenario }] = await Promise.all([
    import('../../scenario/number-argument.ts'),
    import('../../scenario/input-error.ts'),
    import('../../scenario/load.ts'),
  ]);
  const problems: string[] = [];
  const whole = (flag: string, text: string | undefined, least: number) =>
    numberArgument(
      flag,
      text,
      `a whole number from ${least} to 2^53 - 1`,
      (value) => Number.isSafeInteger(value) && value >= least,
      problems,
    );
  const settled = { seed: whole('seed', seed, 0) ?? 1, people: whole('people', people, 1) ?? DEFAULT_PEOPLE };
  let scenario: Scenario | undefined;
  try {
    scenario = loadScenario(reference ?? DEFAULT_SCENARIO);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
  }
  if (problems.length > 0 || scenario === undefined) throw new InputError(problems);
  return { scenario, ...settled };
}
