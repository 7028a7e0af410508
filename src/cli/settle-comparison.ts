/** Checks the arguments of `mismatch compare`, all at once, and plans the runs that have to be made. */

import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  createRunDirectory,
  freeRunPath,
  type Manifest,
  type RunDirectory,
  readManifest,
  runDirectory,
} from '../execution/run-directory.ts';
import type { Sampling } from '../execution/run-plan.ts';
import { InputError } from '../scenario/input-error.ts';
import { loadScenario } from '../scenario/load.ts';
import { numberArgument, workersArgument } from '../scenario/number-argument.ts';
import type { Scenario } from '../scenario/schema.ts';

export interface ComparisonFlags {
  readonly seed?: string | undefined;
  readonly zips?: string | undefined;
  readonly quick?: true | undefined;
  readonly workers?: string | undefined;
  readonly out?: string | undefined;
}

/** A scenario to run first. */
export interface PlannedRun {
  readonly kind: 'scenario';
  readonly path: string;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly sampling: Sampling;
  readonly directory: RunDirectory;
}

export interface SettledComparison {
  readonly sides: readonly (PlannedRun | { readonly kind: 'run'; readonly path: string })[];
  /** Where the files of the comparison go; nowhere when nothing had to be run and no place was named. */
  readonly directory: RunDirectory | undefined;
  readonly workers: number | undefined;
}

type Side =
  | { readonly kind: 'run'; readonly path: string; readonly manifest: Manifest }
  | { readonly kind: 'scenario'; readonly scenario: Scenario };

/** Throws an InputError with one line for each mistake. */
export async function settleComparison(
  references: readonly [string, string],
  flags: ComparisonFlags,
): Promise<SettledComparison> {
  const problems: string[] = [];
  const seed = numberArgument(
    'seed',
    flags.seed,
    'a whole number from 0 to 2^53 - 1',
    (n) => Number.isSafeInteger(n) && n >= 0,
    problems,
  );
  const zips = numberArgument(
    'zips',
    flags.zips,
    'a share above 0, up to 1',
    (n) => n > 0 && n <= 1,
    problems,
  );
  const workers = workersArgument(flags.workers, problems);
  if (flags.quick && flags.zips !== undefined)
    problems.push('--quick, --zips: exclude each other; allowed: one of them');
  const sides = references.flatMap((reference): Side[] => {
    try {
      return [open(reference)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  const runs = sides.filter((side) => side.kind === 'run');
  const scenarios = sides.filter((side) => side.kind === 'scenario');
  if (runs.length > 0 && (seed !== undefined || zips !== undefined || flags.quick)) {
    problems.push(
      `--seed, --zips, --quick: a run given fixes them; allowed: only with two scenarios; found: ${runs[0]!.path}`,
    );
  }
  if (problems.length > 0) throw new InputError(problems);

  const given = runs[0]?.manifest;
  const amount = scenarios[0]?.scenario.sampling;
  const chosen = {
    seed: seed ?? given?.seed ?? 1,
    sampling: given?.sampling ?? {
      zipShare: zips ?? (flags.quick ? amount?.quickZipShare : amount?.zipShare) ?? 1,
      requestShare: amount?.requestShare ?? 1,
    },
  };
  const name = sides
    .map((side) => (side.kind === 'run' ? basename(side.path) : side.scenario.id))
    .join('-and-');
  const path = flags.out ?? (scenarios.length > 0 ? freeRunPath(name) : undefined);
  if (path !== undefined && existsSync(path) && readdirSync(path).length > 0)
    throw new InputError([`${path}: holds something already; allowed: a new or empty directory`]);
  return {
    sides: sides.map((side, i) => {
      if (side.kind === 'run') return { kind: 'run', path: side.path };
      const within = join(path!, i === 0 ? 'first' : 'second');
      return {
        kind: 'scenario',
        path: within,
        scenario: side.scenario,
        ...chosen,
        directory: createRunDirectory(within, false),
      };
    }),
    directory: path === undefined ? undefined : runDirectory(path),
    workers,
  };
}

/** A run where the directory holds one, else a scenario. */
function open(reference: string): Side {
  return existsSync(join(reference, 'manifest.json'))
    ? { kind: 'run', path: reference, manifest: readManifest(reference) }
    : { kind: 'scenario', scenario: loadScenario(reference) };
}
