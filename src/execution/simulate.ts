/**
 * A run from beginning to end: plan, link every shard, estimate. Shards that are done already are taken from
 * the run directory; what stands there is enough to go on after any interruption, and to render again later
 * without simulating anything. The manifest stands before anything else is done.
 */

import { availableParallelism } from 'node:os';
import type { EstimationInput } from '../estimation/estimate.ts';
import type { ZipSample } from '../estimation/sample.ts';
import { type RealisedRate, summarise } from '../estimation/summarise.ts';
import type { Summary } from '../estimation/summary.ts';
import type { Shard } from '../linkage/shard.ts';
import { addTally, decodeTally, emptyTally, type Tally } from '../linkage/tally.ts';
import { comparators } from '../matching/comparators/index.ts';
import {
  type CorruptionCount,
  type RealisedRates,
  realisedRatesByRequest,
} from '../requests/realised-rates.ts';
import type { RequestList } from '../requests/request-list.ts';
import { InputError } from '../scenario/input-error.ts';
import { scenarioHash } from '../scenario/load.ts';
import type { Scenario } from '../scenario/schema.ts';
import { type Effort, effortOf } from './effort.ts';
import { openEngine } from './engine.ts';
import type { Progress } from './progress.ts';
import {
  type Manifest,
  type RunDirectory,
  type RunIdentity,
  runDirectory,
  runKey,
  tallyKey,
} from './run-directory.ts';
import { countPlan, openWorld, planRun, type Sampling } from './run-plan.ts';
import { readTallies } from './stored-tallies.ts';
import { tool } from './tool.ts';
import { leastWork, threadsThatPay, workOf } from './work.ts';

export interface SimulateOptions {
  /** An integer in [0, 2^53); 1 unless given. */
  readonly seed?: number;
  /** How much to simulate; what the scenario says unless given. */
  readonly sampling?: Partial<Sampling>;
  /** Threads at most, this one counted; as many as there are processors unless given. Few where there is little to do. */
  readonly workers?: number;
  /** Where tallies and manifest go, and where those of an interrupted run are found; nowhere unless given. */
  readonly directory?: RunDirectory;
  /** Draws that are to follow (`simulate-draws.ts`), for the manifest. */
  readonly draws?: NonNullable<Manifest['draws']>;
  /** The ZIP areas to simulate; drawn by the scenario and the sampling unless given. */
  readonly zipSample?: ZipSample;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Run {
  readonly summary: Summary;
  /** What the manifest says when the run is complete, but for the files and the time, which are the caller's. */
  readonly manifest: Omit<Manifest, 'complete' | 'files' | 'wallSeconds' | 'peakRssBytes'>;
  readonly effort: Effort;
}

/** Requests looked at for the realised rates of errors. */
const REQUESTS_FOR_RATES = 2_000;
/** Of these, as many at a time as take some hundredths of a second. */
const REQUESTS_AT_A_TIME = 20;

/** Runs a scenario at its central values. Rejects with the signal's reason when aborted. */
export async function simulateOnce(resolved: Scenario, options: SimulateOptions): Promise<Run> {
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
  const begun = {
    ...identity,
    schemaVersion: 1 as const,
    kernels: Object.fromEntries(comparators.map(({ id, describe }) => [id, describe])),
    node: process.version,
    workers,
    ...(options.draws === undefined ? {} : { draws: options.draws }),
  };
  const unfinished = {
    realised: [],
    warnings: [],
    complete: false,
    files: {},
    wallSeconds: 0,
    peakRssBytes: 0,
  };
  directory?.writeManifest({ ...begun, ...unfinished, shards: [], zipAreasByStratum: [], unplacedInFile: 0 });

  const world = openWorld(resolved, seed);
  const engine = openEngine({ scenario: resolved, seed, world, signal });
  try {
    if (directory === undefined || !directory.hasTallies()) {
      const { zipShare, requestShare } = sampling;
      const requests = world.requests.size * zipShare * requestShare;
      engine.prepare(threadsThatPay(leastWork(world.population.size * zipShare, requests), workers));
    }
    const plan = planRun(world, resolved, seed, sampling, options.zipSample);
    const { counts, recorded, unplacedInFile } = plan;
    const manifest = {
      ...begun,
      shards: plan.shards.map(({ id, stratum, zipAreas }) => ({ id, stratum, zipAreas })),
      zipAreasByStratum: plan.sample.map(({ zipAreas }) => zipAreas),
      unplacedInFile,
    };
    directory?.writeManifest({ ...manifest, ...unfinished });

    const tallies = plan.sample.map(() => emptyTally(counts));
    const done = { people: 0, work: 0 };
    const add = (shard: Shard, tally: Tally) => {
      addTally(tallies[shard.stratum]!, tally);
      done.people += shard.taxpayers;
      done.work += workOf(shard, recorded);
    };
    const left =
      directory === undefined ? plan.shards : readTallies(directory, key, counts, plan.shards, add);
    const workOfAll = (shards: readonly Shard[]) =>
      shards.reduce((sum, shard) => sum + workOf(shard, recorded), 0);
    const total = {
      people: plan.shards.reduce((sum, { taxpayers }) => sum + taxpayers, 0),
      work: workOfAll(plan.shards),
    };
    const report = () =>
      options.onProgress?.({ people: done.people, totalPeople: total.people, share: done.work / total.work });
    report();

    engine.prepare(threadsThatPay(workOfAll(left), Math.min(workers, left.length)));
    // This thread counts them before it links as well; the others link meanwhile.
    const counting = countedGently(world.requests, signal);
    const linking = engine.run(
      left,
      { recorded, key },
      (shard, bytes) => {
        directory?.writeTally(shard.id, bytes);
        add(shard, decodeTally(bytes, tallyKey(key, shard.id), counts));
        report();
      },
      counting,
    );
    const [rates] = await Promise.all([counting, linking]);
    const finished = { ...manifest, realised: realised(rates.counts), warnings: rates.warnings };
    const input = estimationInput(finished, tallies);
    return {
      summary: summarise(finished, finished.realised, input),
      manifest: finished,
      effort: effortOf(world.population.layout, world.requests.size, plan.shards, recorded, input),
    };
  } finally {
    await engine.close();
  }
}

/** The realised rates, letting other work of the thread through now and then, until the signal. */
async function countedGently(requests: RequestList, signal: AbortSignal): Promise<RealisedRates> {
  const steps = realisedRatesByRequest(requests, REQUESTS_FOR_RATES);
  for (let step = 1; ; step++) {
    const { done, value } = steps.next();
    if (done) return value;
    if (step % REQUESTS_AT_A_TIME > 0) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  }
}

/** What the estimates of a finished run are made from. An InputError where a shard of it is missing or damaged. */
export function mergedRun(path: string, manifest: Manifest): EstimationInput {
  const directory = runDirectory(path);
  const counts = countPlan(manifest.scenario);
  const tallies = manifest.zipAreasByStratum.map(() => emptyTally(counts));
  const missing = readTallies(directory, runKey(manifest), counts, manifest.shards, ({ stratum }, tally) =>
    addTally(tallies[stratum]!, tally),
  );
  // Realised rates are counted beside the linking: a run stopped before its end may have every tally and no rates.
  if (missing.length > 0 || manifest.realised.length === 0) {
    const { length } = manifest.shards;
    const state = length === 0 ? 'it has no shards yet' : `${missing.length} of ${length} shards are missing`;
    throw new InputError([
      `${path}: the run is not finished; ${state}: go on with mismatch simulate --resume --out ${path}`,
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
    peopleShare: scenario.sampling.peopleShare,
    unplacedInFile,
    level: scenario.reporting.level,
  };
}

function realised(counts: readonly CorruptionCount[]): readonly RealisedRate[] {
  return counts.map(({ id, asked, records, applied }) => ({
    id,
    asked,
    realised: records === 0 ? 0 : Number((applied / records).toPrecision(6)),
    records,
  }));
}
