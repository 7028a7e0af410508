/**
 * A run from beginning to end: plan, link every shard, estimate. Shards that are done already are taken from
 * the run directory; what stands there is enough to go on after any interruption, and to render again later
 * without simulating anything.
 */

import { availableParallelism } from 'node:os';
import type { EstimationInput } from '../estimation/estimate.ts';
import { type RealisedRate, summarise } from '../estimation/summarise.ts';
import type { Summary } from '../estimation/summary.ts';
import type { Shard } from '../linkage/shard.ts';
import { addTally, decodeTally, emptyTally, type Tally } from '../linkage/tally.ts';
import { comparators } from '../matching/comparators/index.ts';
import { type CorruptionCount, realisedRates } from '../requests/realised-rates.ts';
import { InputError } from '../scenario/input-error.ts';
import { loadScenario, scenarioHash } from '../scenario/load.ts';
import type { Scenario } from '../scenario/schema.ts';
import { runShards } from './engine.ts';
import {
  type Manifest,
  type RunDirectory,
  type RunIdentity,
  readManifest,
  runDirectory,
  runKey,
} from './run-directory.ts';
import { countPlan, openWorld, planRun, type Sampling } from './run-plan.ts';
import { tool } from './tool.ts';

export interface SimulateOptions {
  /** An integer in [0, 2^53); 1 unless given. */
  readonly seed?: number;
  /** How much to simulate; what the scenario says unless given. */
  readonly sampling?: Partial<Sampling>;
  /** Worker threads; as many as there are processors unless given. */
  readonly workers?: number;
  /** Where tallies and manifest go, and where those of an interrupted run are found; nowhere unless given. */
  readonly directory?: RunDirectory;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** People of the taxpayer file linked, out of those to link. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface Run {
  readonly summary: Summary;
  /** What the manifest says when the run is complete, but for the files and the time, which are the caller's. */
  readonly manifest: Omit<Manifest, 'complete' | 'files' | 'wallSeconds' | 'peakRssBytes'>;
  /** Sentences about what was asked for and could not be done. */
  readonly warnings: readonly string[];
}

/** Requests looked at for the realised rates of errors. */
const REQUESTS_FOR_RATES = 2_000;

/** Runs a scenario, given whole or by its id or path. Rejects with the signal's reason when aborted. */
export async function simulate(scenario: Scenario | string, options: SimulateOptions = {}): Promise<Run> {
  const resolved = typeof scenario === 'string' ? loadScenario(scenario) : scenario;
  const {
    seed = 1,
    workers = availableParallelism(),
    directory,
    signal = new AbortController().signal,
  } = options;
  signal.throwIfAborted();
  const sampling: Sampling = {
    zipShare: options.sampling?.zipShare ?? resolved.sampling.zipShare,
    requestShare: options.sampling?.requestShare ?? resolved.sampling.requestShare,
  };
  const identity: RunIdentity = {
    tool,
    scenario: resolved,
    scenarioSha256: scenarioHash(resolved),
    seed,
    sampling,
  };
  const key = runKey(identity);
  const world = openWorld(resolved, seed);
  const plan = planRun(world, resolved, seed, sampling);
  const frame = {
    shards: plan.shards.map(({ id, stratum, zipAreas }) => ({ id, stratum, zipAreas })),
    zipAreasByStratum: plan.sample.map(({ zipAreas }) => zipAreas),
    unplacedInFile: plan.unplacedInFile,
  };
  const manifest = {
    ...identity,
    schemaVersion: 1 as const,
    ...frame,
    kernels: Object.fromEntries(comparators.map(({ id, describe }) => [id, describe])),
    node: process.version,
    workers,
  };
  directory?.writeManifest({
    ...manifest,
    realised: [],
    complete: false,
    files: {},
    wallSeconds: 0,
    peakRssBytes: 0,
  });

  const tallies = plan.sample.map(() => emptyTally(plan.counts));
  const total = plan.shards.reduce((sum, { taxpayers }) => sum + taxpayers, 0);
  let done = 0;
  const add = (shard: Shard, bytes: Uint8Array) => {
    addTally(tallies[shard.stratum]!, decodeTally(bytes, key, plan.counts));
    done += shard.taxpayers;
    options.onProgress?.({ done, total });
  };
  const left = plan.shards.filter((shard) => {
    const bytes = directory?.readTally(shard.id);
    if (bytes === undefined) return true;
    named(directory!.tallyPath(shard.id), () => add(shard, bytes));
    return false;
  });
  const assignment = { scenario: resolved, seed, counts: plan.counts, recorded: plan.recorded, key };
  const linking = runShards(assignment, left, world, {
    workers,
    signal,
    onTally(shard, bytes) {
      directory?.writeTally(shard.id, bytes);
      add(shard, bytes);
    },
  });
  // Counted while the threads make their worlds.
  const { counts, warnings } = realisedRates(world.requests, REQUESTS_FOR_RATES);
  await linking;
  const finished = { ...manifest, realised: rates(counts) };
  const summary = summarise(finished, finished.realised, estimationInput(finished, tallies));
  return { summary, manifest: finished, warnings };
}

/** The summary of a finished run, from its manifest and tallies alone. */
export function summaryOfRun(path: string): Summary {
  const manifest = readManifest(path);
  return summarise(manifest, manifest.realised, mergedRun(path, manifest));
}

/** What the estimates of a finished run are made from. An InputError where a shard of it is missing or damaged. */
export function mergedRun(path: string, manifest: Manifest): EstimationInput {
  const directory = runDirectory(path);
  const counts = countPlan(manifest.scenario);
  const key = runKey(manifest);
  const tallies = manifest.zipAreasByStratum.map(() => emptyTally(counts));
  const missing: string[] = [];
  for (const { id, stratum } of manifest.shards) {
    const bytes = directory.readTally(id);
    if (bytes === undefined) missing.push(id);
    else named(directory.tallyPath(id), () => addTally(tallies[stratum]!, decodeTally(bytes, key, counts)));
  }
  // Realised rates are counted beside the linking: a run stopped before its end may have every tally and no rates.
  if (missing.length > 0 || manifest.realised.length === 0) {
    throw new InputError([
      `${path}: the run is not finished; ${missing.length} of ${manifest.shards.length} shards are missing: go on with mismatch simulate --resume --out ${path}`,
    ]);
  }
  return estimationInput(manifest, tallies);
}

function estimationInput(manifest: Run['manifest'], tallies: readonly Tally[]): EstimationInput {
  const { scenario, sampling, zipAreasByStratum, unplacedInFile } = manifest;
  return {
    plan: countPlan(scenario),
    strata: zipAreasByStratum.map((zipAreas, h) => ({ zipAreas, tally: tallies[h]! })),
    requestShare: sampling.requestShare,
    unplacedInFile,
    level: scenario.reporting.level,
  };
}

function rates(counts: readonly CorruptionCount[]): readonly RealisedRate[] {
  return counts.map(({ id, asked, records, applied }) => ({
    id,
    asked,
    realised: records === 0 ? 0 : Number((applied / records).toPrecision(6)),
    records,
  }));
}

/** Names the file in an error about a tally. */
function named(file: string, read: () => void): void {
  try {
    read();
  } catch (error) {
    throw new InputError([`${file}: ${(error as Error).message}; delete it to have it made again`]);
  }
}
