/** `mismatch simulate [scenario]`: the main job, from a scenario to a report. */

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import type { RunDirectory } from '../../execution/run-directory.ts';
import type { Sampling } from '../../execution/run-plan.ts';
import type { Draw } from '../../report/render.ts';
import type { Scenario } from '../../scenario/schema.ts';
import type { Chosen } from '../choose-matching.ts';
import { Interrupted } from '../interrupted.ts';

const DEFAULT_SCENARIO = 'irs-ice-2025';

interface Flags {
  readonly seed?: string | undefined;
  readonly requests?: string | undefined;
  readonly zips?: string | undefined;
  readonly quick?: true | undefined;
  readonly full?: true | undefined;
  readonly draws?: string | undefined;
  readonly matchers?: string | undefined;
  readonly places?: string | undefined;
  readonly workers?: string | undefined;
  readonly memory?: string | undefined;
  readonly out?: string | undefined;
  readonly resume?: true | undefined;
  readonly force?: true | undefined;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
}

export function register(program: Command): void {
  program
    .command('simulate')
    .description('run a scenario and write its report: how many people would be wrongly matched')
    .argument('[scenario]', `a built-in scenario or a YAML file (default: ${DEFAULT_SCENARIO})`)
    .option('--seed <n>', 'seed of all randomness, a whole number (default: 1)')
    .option('--requests <n|share>', 'link only so many of the requests, or a share of them up to 1')
    .option('--zips <share>', 'simulate this share of ZIP areas, each of them whole')
    .option('--quick', 'a small sample of ZIP areas: rough numbers in seconds')
    .option('--full', 'every ZIP area and every request: nothing is sampled')
    .option(
      '--draws <n>',
      'draw the uncertain parameters so often: doubt about what is assumed, beside chance',
    )
    .option('--matchers <ids|all>', 'compare names by these, instead of those of the scenario')
    .option('--places <ids|all>', 'the same for how much address must agree')
    .option('--workers <n>', 'threads at most (default: one for each processor)')
    .option('--memory <GB>', 'use no more than this, with fewer threads if need be')
    .option('--out <dir>', 'directory of the run (default: the next free runs/<scenario>-<n>)')
    .option('--resume', 'go on with an interrupted run')
    .option('--force', 'start over in a directory that holds a run')
    .option('--json', 'print the summary as one JSON document')
    .option('--quiet', 'say nothing but errors')
    .action(run);
}

/** The charts are drawn in a thread of their own, which loads while this one does; not where memory is short. */
async function run(reference: string | undefined, flags: Flags): Promise<void> {
  if (flags.memory !== undefined) return runWith(reference, flags);
  const { drawingThread } = await import('../../report/drawing-thread.ts');
  const drawing = drawingThread();
  try {
    await runWith(reference, flags, drawing.draw);
  } finally {
    await drawing.close();
  }
}

async function runWith(reference: string | undefined, flags: Flags, draw?: Draw): Promise<void> {
  const [{ simulate }, { finishRun }, { plainSummary }, { effortLine, progressLine }] = await Promise.all([
    import('../../execution/simulate-draws.ts'),
    import('../finish-run.ts'),
    import('../../report/plain-text.ts'),
    import('../progress.ts'),
  ]);
  const started = performance.now();
  const { scenario, seed, sampling, draws, chosen, directory, workers } = await settle(reference, flags);
  if (flags.memory !== undefined) (await import('../../execution/small-heap.ts')).keepHeapSmall();
  const say = (line: string) => {
    if (!flags.quiet) console.error(line);
  };

  const stop = new AbortController();
  const onSignal = () => stop.abort(new Interrupted('interrupted'));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  say(`${scenario.title}: seed ${seed}, ${directory.path}`);
  const progress = progressLine(flags.quiet === true);
  try {
    const completed = await simulate(scenario, {
      seed,
      sampling,
      chosen,
      directory,
      signal: stop.signal,
      onProgress: progress.show,
      ...(draws === undefined
        ? {}
        : {
            draws,
            onDraw(done: number) {
              progress.end();
              say(`${done} of ${draws} draws simulated`);
            },
          }),
      ...(workers === undefined ? {} : { workers }),
    });
    progress.end();
    const { files, notes } = await finishRun(directory, completed, started, draw);
    say(effortLine(completed.effort, (performance.now() - started) / 1000));
    for (const note of [...completed.summary.warnings, ...notes]) say(note);
    if (flags.json) process.stdout.write(files.get('summary.json') as string);
    else if (!flags.quiet)
      process.stdout.write(
        `${plainSummary(completed.summary)}\nReport: ${join(directory.path, 'report.html')}\n`,
      );
  } catch (error) {
    progress.end();
    if (!stop.signal.aborted) throw error;
    throw new Interrupted(
      `interrupted; what is done is kept. Go on with: mismatch simulate --resume --out ${directory.path}`,
    );
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

interface Settled {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly sampling: Sampling;
  readonly draws: number | undefined;
  readonly chosen: Chosen;
  readonly directory: RunDirectory;
  readonly workers: number | undefined;
}

/** Checks the arguments, all at once, and opens the directory of a new or interrupted run. */
async function settle(reference: string | undefined, flags: Flags): Promise<Settled> {
  const [
    { numberArgument, workersArgument },
    { InputError },
    { loadScenario, scenarioHash },
    directories,
    { threadsWithin },
    { chosenBy, withChosen },
  ] = await Promise.all([
    import('../../scenario/number-argument.ts'),
    import('../../scenario/input-error.ts'),
    import('../../scenario/load.ts'),
    import('../../execution/run-directory.ts'),
    import('../../execution/memory.ts'),
    import('../choose-matching.ts'),
  ]);
  const problems: string[] = [];
  const number = (
    flag: string,
    text: string | undefined,
    allowed: string,
    isAllowed: (value: number) => boolean,
  ) => numberArgument(flag, text, allowed, isAllowed, problems);
  const seed = number(
    'seed',
    flags.seed,
    'a whole number from 0 to 2^53 - 1',
    (n) => Number.isSafeInteger(n) && n >= 0,
  );
  const zips = number('zips', flags.zips, 'a share above 0, up to 1', (n) => n > 0 && n <= 1);
  const requests = number(
    'requests',
    flags.requests,
    'a share above 0, up to 1, or a whole number of requests',
    (n) => n > 0 && (n <= 1 || Number.isSafeInteger(n)),
  );
  const draws = number(
    'draws',
    flags.draws,
    'a whole number from 2 to 10000',
    (n) => Number.isInteger(n) && n >= 2 && n <= 10_000,
  );
  const workers = workersArgument(flags.workers, problems);
  const chosen = chosenBy(flags, problems);
  const memory = number('memory', flags.memory, 'a number of gigabytes above 0', (n) => n > 0 && n < 1e6);
  const amounts = [
    flags.quick && '--quick',
    flags.full && '--full',
    flags.zips !== undefined && '--zips',
  ].filter(Boolean);
  if (amounts.length > 1) problems.push(`${amounts.join(', ')}: exclude each other; allowed: one of them`);
  if (flags.resume && flags.force)
    problems.push('--resume, --force: exclude each other; allowed: one of them');
  if (flags.resume) {
    const fixed = [
      reference !== undefined && 'a scenario',
      ...(['seed', 'requests', 'zips', 'quick', 'full', 'draws', 'matchers', 'places'] as const).map(
        (flag) => flags[flag] !== undefined && `--${flag}`,
      ),
    ].filter(Boolean);
    if (flags.out !== undefined && fixed.length > 0) {
      problems.push(`--resume --out: goes on with the run as it was begun; allowed: no ${fixed.join(', ')}`);
    }
  }
  let scenario: Scenario | undefined;
  try {
    const named = loadScenario(reference ?? DEFAULT_SCENARIO);
    scenario = withChosen(named, chosen, problems);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
  }
  if (scenario !== undefined && requests !== undefined && requests > scenario.requests.count.value) {
    problems.push(
      `--requests: more than there are; allowed: up to ${scenario.requests.count.value}; found: ${requests}`,
    );
  }
  if (problems.length > 0 || scenario === undefined) throw new InputError(problems);
  const threadsFor =
    memory === undefined
      ? () => workers
      : (run: Scenario, { zipShare }: Sampling) =>
          threadsWithin(memory, run, workers ?? availableParallelism(), zipShare);

  if (flags.resume) {
    const path = flags.out ?? directories.unfinishedRunPath(scenario.id);
    if (path === undefined) {
      throw new InputError([
        `--resume: no interrupted run of ${scenario.id} under runs/; allowed: --out <dir> of one`,
      ]);
    }
    const { tool, ...begun } = directories.readManifest(path);
    const current = (await import('../../execution/tool.ts')).tool;
    if (tool !== current)
      throw new InputError([`${path}: begun by ${tool}; allowed: the same version; found: ${current}`]);
    if (scenarioHash(begun.scenario) !== begun.scenarioSha256) {
      throw new InputError([
        `${path}: the scenario in its manifest was changed; allowed: the manifest as it was written`,
      ]);
    }
    return {
      ...begun,
      draws: begun.draws?.count,
      chosen: begun.chosen ?? {},
      workers: threadsFor(begun.scenario, begun.sampling),
      directory: directories.runDirectory(path),
    };
  }
  const { sampling: amount } = scenario;
  const share =
    requests === undefined ? undefined : requests <= 1 ? requests : requests / scenario.requests.count.value;
  const chosenSampling: Sampling = {
    zipShare: flags.full ? 1 : (zips ?? (flags.quick ? amount.quickZipShare : amount.zipShare)),
    requestShare: share ?? (flags.full ? 1 : amount.requestShare),
  };
  const threads = threadsFor(scenario, chosenSampling);
  return {
    scenario,
    seed: seed ?? 1,
    sampling: chosenSampling,
    directory: directories.createRunDirectory(
      flags.out ?? directories.freeRunPath(scenario.id),
      flags.force === true,
    ),
    draws,
    chosen,
    workers: threads,
  };
}
