/**
 * A run, and beside it runs of the same scenario with other values for its uncertain parameters: draws. A draw is a run
 * like any other, in a directory of its own under `draws/`, with the scenario that was drawn in its manifest; so it
 * can be interrupted, gone on with and looked into by itself.
 *
 * To be affordable, draws are simulated in fewer ZIP areas than the run (`sampling.drawZipShare`), all of them in the
 * same ones and under the same seed. Draw 0, the central values in those ZIP areas, is what they are compared with.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withRates } from '../corruption/rates.ts';
import { doubtOf, mainEstimates } from '../estimation/draws.ts';
import type { ZipSample } from '../estimation/sample.ts';
import { summarise } from '../estimation/summarise.ts';
import type { Draws, Estimate, Summary } from '../estimation/summary.ts';
import { drawScenario, valuesOf } from '../scenario/draw.ts';
import { InputError } from '../scenario/input-error.ts';
import { loadScenario, scenarioHash } from '../scenario/load.ts';
import type { Scenario } from '../scenario/schema.ts';
import { type Manifest, type RunDirectory, readManifest, runDirectory } from './run-directory.ts';
import { mergedRun, type Run, type SimulateOptions, simulateOnce } from './simulate.ts';

export interface SimulateAndDrawOptions extends Omit<SimulateOptions, 'draws' | 'zipSample'> {
  /** How many sets of values of the uncertain parameters are drawn and simulated; none unless given. */
  readonly draws?: number;
  /** Called after each draw, those of an interrupted run included. */
  readonly onDraw?: (done: number, total: number) => void;
}

/** Runs a scenario, given whole or by its id or path. Rejects with the signal's reason when aborted. */
export async function simulate(
  scenario: Scenario | string,
  { draws: count = 0, onDraw, ...options }: SimulateAndDrawOptions = {},
): Promise<Run> {
  const resolved = typeof scenario === 'string' ? loadScenario(scenario) : scenario;
  if (count === 0) return simulateOnce(resolved, options);
  const zipShare = Math.min(
    resolved.sampling.drawZipShare,
    options.sampling?.zipShare ?? resolved.sampling.zipShare,
  );
  const run = await simulateOnce(resolved, { ...options, draws: { count, zipShare } });
  const { onProgress: _, directory, ...forDraws } = options;
  const { seed } = run.manifest;
  const sampling = { ...run.manifest.sampling, zipShare };
  const one = (drawn: Scenario, draw: number, zipSample?: ZipSample) =>
    simulateDraw(drawn, directory && runDirectory(drawPath(directory.path, draw)), {
      ...forDraws,
      sampling,
      ...(zipSample === undefined ? {} : { zipSample }),
    });
  const isSameSample = run.manifest.sampling.zipShare === zipShare;
  const central = isSameSample ? run : await one(resolved, 0);
  const sample = sampleOf(central.manifest);
  const compared = comparison(run.summary, central.summary);
  const whole = withRates(resolved);
  const scenarios = Array.from({ length: count }, (_item, i) => drawScenario(whole, seed, i + 1));
  const impossible: InputError[] = [];
  const leftOut: number[] = [];
  for (const [i, drawn] of scenarios.entries()) {
    try {
      compared.add((await one(drawn, i + 1, sample)).summary);
    } catch (error) {
      if (!isImpossible(error)) throw error;
      impossible.push(named(i + 1, error));
      leftOut.push(i + 1);
    }
    onDraw?.(i + 1, count);
  }
  if (leftOut.length === count) throw impossible[0]!;
  const values = drawnValues(whole, scenarios);
  const draws = { count, zipShare, parameters: Object.keys(values).length, estimates: compared.doubts() };
  const warnings = [...run.summary.warnings, ...impossible.map(({ message }) => `left out: ${message}`)];
  return {
    ...run,
    summary: { ...run.summary, warnings, draws },
    manifest: { ...run.manifest, warnings, draws: { count, zipShare, values, leftOut } },
  };
}

type Simulated = Pick<Run, 'summary' | 'manifest'>;

/** A draw, taken from its directory where it is done. */
async function simulateDraw(
  scenario: Scenario,
  directory: RunDirectory | undefined,
  options: SimulateOptions,
): Promise<Simulated> {
  const stored = directory === undefined ? undefined : finishedManifest(directory.path);
  if (directory !== undefined && stored?.scenarioSha256 === scenarioHash(scenario)) {
    return { summary: storedSummary(directory.path, stored), manifest: stored };
  }
  const started = performance.now();
  const run = await simulateOnce(scenario, directory === undefined ? options : { ...options, directory });
  directory?.writeManifest({
    ...run.manifest,
    complete: true,
    files: {},
    wallSeconds: Math.round((performance.now() - started) / 100) / 10,
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
  });
  return run;
}

/** Whether a list cannot be made from what was drawn; a disk that cannot be written to is another matter. */
const isImpossible = (error: unknown): error is InputError =>
  error instanceof InputError && error.problems.every((problem) => problem.startsWith('requests:'));

/** Why the numbers of a draw cannot be had together: the list asks for more people than the taxpayer file drawn has. */
function named(draw: number, { problems: [problem, ...others] }: InputError): InputError {
  const more = others.length === 0 ? '' : ` (and ${others.length} more such)`;
  const hint = 'narrow the range of what it concerns, or say distribution: fixed';
  return new InputError([`draw ${draw}: ${problem}${more}; ${hint}`]);
}

/** The summary of a finished run, from its manifests and tallies alone. */
export function summaryOfRun(path: string): Summary {
  const manifest = readManifest(path);
  const summary = storedSummary(path, manifest);
  if (manifest.draws === undefined) return summary;
  const { count, zipShare, values = {}, leftOut = [] } = manifest.draws;
  const drawn = (draw: number) => {
    const at = drawPath(path, draw);
    const stored = finishedManifest(at);
    if (stored !== undefined) return storedSummary(at, stored);
    throw new InputError([
      `${path}: the run is not finished; draw ${draw} of ${count} is missing: go on with mismatch simulate --resume --out ${path}`,
    ]);
  };
  const compared = comparison(summary, manifest.sampling.zipShare === zipShare ? summary : drawn(0));
  for (let draw = 1; draw <= count; draw++) if (!leftOut.includes(draw)) compared.add(drawn(draw));
  const parameters = Object.keys(values).length;
  return { ...summary, draws: { count, zipShare, parameters, estimates: compared.doubts() } };
}

const drawPath = (path: string, draw: number) => join(path, 'draws', String(draw));

function finishedManifest(path: string): Manifest | undefined {
  if (!existsSync(join(path, 'manifest.json'))) return undefined;
  const manifest = readManifest(path);
  return manifest.complete ? manifest : undefined;
}

function storedSummary(path: string, manifest: Manifest): Summary {
  return summarise(manifest, manifest.realised, mergedRun(path, manifest));
}

/** The ZIP areas that a run simulated. */
function sampleOf({ shards, zipAreasByStratum }: Run['manifest']): ZipSample {
  return zipAreasByStratum.map((zipAreas, h) => ({
    zipAreas,
    sampled: shards
      .filter(({ stratum }) => stratum === h)
      .flatMap((shard) => shard.zipAreas)
      .sort((a, b) => a - b),
  }));
}

/** Collects what draws say of the main estimates, and of nothing else: a summary is large. */
function comparison(run: Summary, central: Summary) {
  const told = mainEstimates(run);
  const same = (a: Estimate, b: Estimate) =>
    a.matcher === b.matcher && a.measure === b.measure && a.group === b.group;
  const ofTold = (summary: Summary) => {
    const main = mainEstimates(summary);
    return told.map((each) => main.find((other) => same(each, other))!);
  };
  const references = ofTold(central);
  const drawn = told.map((): Estimate[] => []);
  return {
    add(summary: Summary): void {
      for (const [i, each] of ofTold(summary).entries()) drawn[i]!.push(each);
    },
    doubts: (): Draws['estimates'] => told.map((each, i) => doubtOf(each, references[i]!, drawn[i]!)),
  };
}

/** The numbers drawn for each parameter that is not fixed, by its path. */
function drawnValues(central: Scenario, drawn: readonly Scenario[]) {
  const values = drawn.map(valuesOf);
  return Object.fromEntries(
    Object.entries(valuesOf(central))
      .map(([path, value]) => ({ path, value, numbers: values.map((of) => of[path]!) }))
      .filter(({ value, numbers }) => numbers.some((number) => number !== value))
      .map(({ path, numbers }) => [path, numbers]),
  ) as Readonly<Record<string, readonly number[]>>;
}
