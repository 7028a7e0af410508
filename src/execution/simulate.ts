/**
 * A run from beginning to end: plan, link every shard, estimate. Shards that are done already are taken from
 * the run directory; what stands there is enough to go on after any interruption, and to render again later
 * without simulating anything. The manifest stands before anything else is done.
 */

import { availableParallelism } from 'node:os';
import type { EstimationInput } from '../estimation/estimate.ts';
import { sampleZipAreas, type ZipSample } from '../estimation/sample.ts';
import { type RealisedRate, summarise } from '../estimation/summarise.ts';
import type { Summary } from '../estimation/summary.ts';
import { matchersByNumber } from '../linkage/procedures.ts';
import type { Shard } from '../linkage/shard.ts';
import { addTally, decodeTally, emptyTally, type Tally } from '../linkage/tally.ts';
import { comparators } from '../matching/comparators/index.ts';
import type { CorruptionCount } from '../requests/realised-rates.ts';
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
import { countPlan, planRun, type Sampling, sampledZipAreas } from './run-plan.ts';
import { readTallies } from './stored-tallies.ts';
import { registeredBy } from './tasks.ts';
import { tool } from './tool.ts';
import { leastWork, registerWork, surveyWork, threadsThatPay, workOf } from './work.ts';

export interface SimulateOptions {
  /** An integer in [0, 2^53); 1 unless given. */
  readonly seed?: number;
  /** How much to simulate; what the scenario says unless given. */
  readonly sampling?: Partial<Sampling>;
  /** Threads at most, this one counted; as many as there are processors unless given. Few where there is little to do. */
  readonly workers?: number;
  /** Where tallies and manifest go, and where those of an interrupted run are found; nowhere unless given. */
  readonly directory?: RunDirectory;
  /** What of the scenario was put there instead of its own, for the manifest and the command that makes it again. */
  readonly chosen?: RunIdentity['chosen'];
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
    ...(Object.keys(options.chosen ?? {}).length === 0 ? {} : { chosen: options.chosen! }),
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

  const { zipShare, requestShare } = sampling;
  const people = resolved.population.people.value;
  const listed = resolved.requests.count.value;
  const least = surveyWork(listed) + leastWork(people * zipShare, listed * zipShare * requestShare);
  const isNew = directory === undefined || !directory.hasTallies();
  const threads = isNew ? threadsThatPay(least, workers) : 1;
  const engine = openEngine({ scenario: resolved, seed, threads, signal });
  try {
    const { layout } = engine.world.population;
    const sample = options.zipSample ?? sampleZipAreas(layout, resolved, zipShare, seed);
    const isSampled = sampledZipAreas(layout, sample);
    const { rates, ...asked } = await engine.survey({ isSampled, requestShare });
    const plan = planRun(engine.world, resolved, seed, sampling, sample, asked);
    const { counts, shards, recorded, unplacedInFile } = plan;
    const manifest = {
      ...begun,
      shards: shards.map(({ id, stratum, zipAreas }) => ({ id, stratum, zipAreas })),
      zipAreasByStratum: sample.map(({ zipAreas }) => zipAreas),
      unplacedInFile,
    };
    directory?.writeManifest({ ...manifest, ...unfinished });

    const tallies = sample.map(() => emptyTally(counts));
    const done = { people: 0, work: 0 };
    const add = (shard: Shard, tally: Tally) => {
      addTally(tallies[shard.stratum]!, tally);
      done.people += shard.taxpayers;
      done.work += workOf(shard, recorded);
    };
    const left = directory === undefined ? shards : readTallies(directory, key, counts, shards, add);
    const workOfAll = (those: readonly Shard[]) =>
      those.reduce((sum, shard) => sum + workOf(shard, recorded), 0);
    const total = {
      people: shards.reduce((sum, { taxpayers }) => sum + taxpayers, 0),
      work: workOfAll(shards) + (left.length === 0 ? 0 : registerWork(registeredBy(resolved))),
    };
    const report = () =>
      options.onProgress?.({ people: done.people, totalPeople: total.people, share: done.work / total.work });
    report();

    engine.prepare(threadsThatPay(total.work - done.work, Math.min(workers, left.length)));
    await engine.run(
      left,
      { recorded, key },
      {
        onTally(shard, bytes) {
          directory?.writeTally(shard.id, bytes);
          add(shard, decodeTally(bytes, tallyKey(key, shard.id), counts));
          report();
        },
        onRegistered(requests) {
          done.work += registerWork(requests);
          report();
        },
      },
    );
    const finished = { ...manifest, realised: realised(rates.counts), warnings: rates.warnings };
    const input = estimationInput(finished, tallies);
    return {
      summary: summarise(finished, finished.realised, input),
      manifest: finished,
      effort: effortOf(layout, listed, shards, recorded, input),
    };
  } finally {
    await engine.close();
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
  // Realised rates are written with the estimates: a run stopped before its end may have every tally and no rates.
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
    matchersByNumber: matchersByNumber(scenario.matching.procedures),
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
