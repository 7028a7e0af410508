/** `mismatch compare <run|scenario> <run|scenario>`: two runs side by side on common random numbers. */

import { join } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { Interrupted } from '../interrupted.ts';
import type { PlannedRun } from '../settle-comparison.ts';

export function register(program: Command): void {
  program
    .command('compare')
    .description(
      'set two runs or scenarios side by side: people spared, correct matches lost, with intervals',
    )
    .argument('<first>', 'a run directory, a built-in scenario or a YAML file')
    .argument('<second>', 'what to compare with it')
    .option('--seed <n>', 'seed of the scenarios to run (default: that of a run given, else 1)')
    .option(
      '--zips <share>',
      'simulate this share of ZIP areas (default: that of a run given, else of the first)',
    )
    .option('--quick', 'a small sample of ZIP areas: rough numbers in seconds')
    .option('--workers <n>', 'threads (default: one for each processor)')
    .option('--unpaired', 'compare runs of different seeds or samples, as independent ones')
    .option(
      '--out <dir>',
      'where to write (default: runs/<first>-and-<second>-<n>, if a scenario has to be run)',
    )
    .option('--json', 'print the comparison as one JSON document')
    .option('--quiet', 'say nothing but errors')
    .action(async (first, second, flags) => {
      const [{ settleComparison }, { compareDirectories }, { plainComparison }, files] = await Promise.all([
        import('../settle-comparison.ts'),
        import('../../execution/compare-runs.ts'),
        import('../../report/comparison.ts'),
        import('../../report/comparison-files.ts'),
      ]);
      const { sides, directory, workers } = await settleComparison([first, second], flags);
      const say = (line: string) => {
        if (!flags.quiet) console.error(line);
      };
      const paths: string[] = [];
      for (const side of sides) {
        if (side.kind === 'scenario') await simulateInto(side, workers, flags.quiet === true, say);
        paths.push(side.path);
      }
      const { comparison, notes } = compareDirectories(paths[0]!, paths[1]!, flags.unpaired === true);
      for (const note of notes) say(note);
      if (directory !== undefined) {
        const rendered = await files.renderComparison(comparison);
        directory.writeFiles(rendered.files);
        for (const note of rendered.notes) say(note);
      }
      if (flags.json) process.stdout.write(files.comparisonJson(comparison));
      else if (!flags.quiet) {
        process.stdout.write(plainComparison(comparison));
        if (directory !== undefined)
          process.stdout.write(`\nChart: ${join(directory.path, 'charts/two-runs.svg')}\n`);
      }
    });
}

/** Runs a scenario into the directory planned for it, as `simulate` does. */
async function simulateInto(
  { scenario, seed, sampling, directory, path }: PlannedRun,
  workers: number | undefined,
  quiet: boolean,
  say: (line: string) => void,
): Promise<void> {
  const [{ simulate }, { progressLine }, { finishRun }] = await Promise.all([
    import('../../execution/simulate-draws.ts'),
    import('../progress.ts'),
    import('../finish-run.ts'),
  ]);
  const started = performance.now();
  const stop = new AbortController();
  const onSignal = () => stop.abort(new Interrupted('interrupted'));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  say(`${scenario.title}: seed ${seed}, ${path}`);
  const progress = progressLine(quiet);
  try {
    const run = await simulate(scenario, {
      seed,
      sampling,
      directory,
      signal: stop.signal,
      onProgress: progress.show,
      ...(workers === undefined ? {} : { workers }),
    });
    progress.end();
    const { notes } = await finishRun(directory, run, started);
    for (const note of [...run.summary.warnings, ...notes]) say(note);
  } catch (error) {
    progress.end();
    if (!stop.signal.aborted) throw error;
    throw new Interrupted(
      `interrupted; the run in ${path} can be finished: mismatch simulate --resume --out ${path}`,
    );
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}
