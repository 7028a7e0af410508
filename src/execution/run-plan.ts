/**
 * Settles a run before any record is made: which ZIP areas are simulated, which requests are recorded in them,
 * and into which shards the work is cut. The plan follows from the scenario, the seed and how much to sample.
 */

import { sampleZipAreas, type ZipSample } from '../estimation/sample.ts';
import type { CountPlan } from '../linkage/counts.ts';
import type { RecordedRequests, Shard } from '../linkage/shard.ts';
import { type Population, population } from '../population/population.ts';
import { loadTables } from '../population/tables.ts';
import { block, stream, uniform } from '../random/stream.ts';
import { type RequestList, requestList } from '../requests/request-list.ts';
import type { Scenario } from '../scenario/schema.ts';
import { thresholdsOf } from '../scenario/thresholds.ts';

/** How much of the whole a run simulates; both in (0, 1]. */
export interface Sampling {
  readonly zipShare: number;
  readonly requestShare: number;
}

/** The taxpayer file and the request list of a scenario under a seed. */
export interface World {
  readonly population: Population;
  readonly requests: RequestList;
}

export interface RunPlan {
  readonly counts: CountPlan;
  readonly sample: ZipSample;
  readonly shards: readonly Shard[];
  readonly recorded: RecordedRequests;
  /** Requests whose record names no ZIP area and whose person is in the file: they are missed by every rule. */
  readonly unplacedInFile: number;
}

/** Small enough that progress moves and an interruption costs little; large enough that nothing else does. */
const PEOPLE_PER_SHARD = 250_000;

export function openWorld(scenario: Scenario, seed: number): World {
  const people = population(scenario, seed, loadTables());
  return { population: people, requests: requestList(scenario, people) };
}

export function countPlan(scenario: Scenario): CountPlan {
  const { matchers, places, rules, thresholds } = scenario.matching;
  return { matchers, places, rules, thresholds: thresholdsOf(thresholds) };
}

export function planRun(world: World, scenario: Scenario, seed: number, sampling: Sampling): RunPlan {
  const { layout } = world.population;
  const sample = sampleZipAreas(layout, scenario, sampling.zipShare, seed);
  const isSampled = new Uint8Array(layout.zipAreas);
  for (const { sampled } of sample) for (const zip of sampled) isSampled[zip] = 1;
  const { recorded, unplacedInFile } = recordedRequests(
    world.requests,
    isSampled,
    seed,
    sampling.requestShare,
  );
  return {
    counts: countPlan(scenario),
    sample,
    shards: sample.flatMap(({ sampled }, stratum) =>
      cutShards(stratum, sampled, (zip) => layout.area(zip).people),
    ),
    recorded,
    unplacedInFile,
  };
}

function cutShards(stratum: number, zipAreas: readonly number[], peopleOf: (zip: number) => number): Shard[] {
  const shards: Shard[] = [];
  let members: number[] = [];
  let taxpayers = 0;
  zipAreas.forEach((zip, i) => {
    members.push(zip);
    taxpayers += peopleOf(zip);
    if (taxpayers < PEOPLE_PER_SHARD && i < zipAreas.length - 1) return;
    shards.push({ id: `stratum-${stratum}-part-${shards.length}`, stratum, zipAreas: members, taxpayers });
    members = [];
    taxpayers = 0;
  });
  return shards;
}

/** Sorts the sampled requests by the ZIP area of their record; memory that workers can share. */
function recordedRequests(requests: RequestList, isSampled: Uint8Array, seed: number, share: number) {
  const lots = stream(seed, 'execution/request-sample');
  const words = new Uint32Array(4);
  const zipOf = new Int32Array(requests.size).fill(-1);
  const starts = new Int32Array(new SharedArrayBuffer(4 * (isSampled.length + 1)));
  let unplacedInFile = 0;
  for (let j = 0; j < requests.size; j++) {
    const zip = requests.recordedZip(j);
    if (zip === -1) {
      if (requests.isInFile(j)) unplacedInFile++;
      continue;
    }
    if (isSampled[zip] === 0) continue;
    if (share < 1) {
      block(lots, j, 0, words);
      if (uniform(words[0]!) >= share) continue;
    }
    zipOf[j] = zip;
    starts[zip + 1]! += 1;
  }
  for (let zip = 0; zip < isSampled.length; zip++) starts[zip + 1]! += starts[zip]!;
  const numbers = new Int32Array(new SharedArrayBuffer(4 * starts[isSampled.length]!));
  const next = starts.slice();
  zipOf.forEach((zip, j) => {
    if (zip >= 0) numbers[next[zip]!++] = j;
  });
  return { recorded: { numbers, starts }, unplacedInFile };
}
