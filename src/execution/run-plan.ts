/**
 * Settles a run before any record is made: which ZIP areas are simulated, which requests are recorded in them,
 * and into which shards the work is cut. The plan follows from the scenario, the seed and how much to sample.
 */

import { peopleShareOf, sampleZipAreas, type ZipSample } from '../estimation/sample.ts';
import type { CountPlan } from '../linkage/counts.ts';
import type { LinkOptions } from '../linkage/link-zip-area.ts';
import { procedureMatcherId } from '../linkage/procedures.ts';
import type { RecordedRequests, Shard } from '../linkage/shard.ts';
import { type Population, population, type SharedPopulation } from '../population/population.ts';
import { loadTables } from '../population/tables.ts';
import { permutationOf } from '../random/permutation.ts';
import { block, type Stream, stream, uniform } from '../random/stream.ts';
import { elsewhere, type RequestList, requestList } from '../requests/request-list.ts';
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
/** Fewer would not tell how the ZIP areas of a stratum differ. */
const FEWEST_SHARDS_PER_STRATUM = 8;

/** @param shared of the same world in another thread: then this one costs a fraction */
export function openWorld(scenario: Scenario, seed: number, shared?: SharedPopulation): World {
  const people = population(scenario, seed, loadTables(shared?.names), shared?.counts);
  return { population: people, requests: requestList(scenario, people) };
}

export function countPlan(scenario: Scenario): CountPlan {
  const { matchers, procedures, places, rules, thresholds } = scenario.matching;
  return {
    matchers: [...matchers, ...procedures.map(procedureMatcherId)],
    places,
    rules,
    thresholds: thresholdsOf(thresholds),
  };
}

/** What a scenario asks of its links beyond the counts. */
export function linkOptions({ matching }: Scenario): LinkOptions {
  const { gates, procedures, review } = matching;
  return {
    gates,
    procedures,
    review: { sensitivity: review.sensitivity.value, specificity: review.specificity.value },
  };
}

/** @param zipSample the ZIP areas to simulate; drawn unless given */
export function planRun(
  world: World,
  scenario: Scenario,
  seed: number,
  sampling: Sampling,
  zipSample?: ZipSample,
): RunPlan {
  const { layout } = world.population;
  const sample = zipSample ?? sampleZipAreas(layout, scenario, sampling.zipShare, seed);
  const lots = stream(seed, 'execution/shards');
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
    shards: sample.flatMap(({ zipAreas, sampled }, stratum) => {
      const peopleShare = peopleShareOf(scenario.sampling.peopleShare, zipAreas, sampled.length);
      return cutShards(stratum, sampled, (zip) => layout.area(zip).people, lots).map((shard) => ({
        ...shard,
        peopleShare,
      }));
    }),
    recorded,
    unplacedInFile,
  };
}

/**
 * Deals the sampled ZIP areas of a stratum to shards of about equally many, in an order drawn by lot: random groups,
 * from which the spread between ZIP areas can be told where only the tallies of shards are left.
 */
function cutShards(
  stratum: number,
  zipAreas: readonly number[],
  peopleOf: (zip: number) => number,
  lots: Stream,
): Shard[] {
  const people = zipAreas.reduce((sum, zip) => sum + peopleOf(zip), 0);
  const count = Math.min(
    zipAreas.length,
    Math.max(FEWEST_SHARDS_PER_STRATUM, Math.ceil(people / PEOPLE_PER_SHARD)),
  );
  const order = permutationOf(lots, stratum, zipAreas.length);
  const members = Array.from({ length: count }, (): number[] => []);
  zipAreas.forEach((zip, i) => {
    members[order.at(i) % count]!.push(zip);
  });
  return members.map((dealt, part) => ({
    id: `stratum-${stratum}-part-${part}`,
    stratum,
    zipAreas: dealt,
    taxpayers: dealt.reduce((sum, zip) => sum + peopleOf(zip), 0),
  }));
}

/** Sorts the sampled requests by the ZIP area of their record; memory that workers can share. */
function recordedRequests(requests: RequestList, isSampled: Uint8Array, seed: number, share: number) {
  const lots = stream(seed, 'execution/request-sample');
  const recordedZip = requests.recordedZipIn(isSampled);
  const words = new Uint32Array(4);
  const found: number[] = [];
  const zips: number[] = [];
  const starts = new Int32Array(new SharedArrayBuffer(4 * (isSampled.length + 1)));
  let unplacedInFile = 0;
  for (let j = 0; j < requests.size; j++) {
    const zip = recordedZip(j);
    if (zip === elsewhere) continue;
    if (zip < 0) {
      if (requests.isInFile(j)) unplacedInFile++;
      continue;
    }
    if (share < 1) {
      block(lots, j, 0, words);
      if (uniform(words[0]!) >= share) continue;
    }
    found.push(j);
    zips.push(zip);
    starts[zip + 1]! += 1;
  }
  for (let zip = 0; zip < isSampled.length; zip++) starts[zip + 1]! += starts[zip]!;
  const numbers = new Int32Array(new SharedArrayBuffer(4 * found.length));
  const next = starts.slice();
  for (let i = 0; i < found.length; i++) numbers[next[zips[i]!]!++] = found[i]!;
  return { recorded: { numbers, starts }, unplacedInFile };
}
