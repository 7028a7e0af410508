/**
 * Settles a run before any record is made: which ZIP areas are simulated, which requests are recorded in them,
 * and into which shards the work is cut. The plan follows from the scenario, the seed and how much to sample.
 */

import { peopleShareOf, sampleZipAreas, type ZipSample } from '../estimation/sample.ts';
import { type CountPlan, isWide } from '../linkage/counts.ts';
import type { LinkOptions } from '../linkage/link-zip-area.ts';
import { nationalFrequency } from '../linkage/national-frequency.ts';
import { procedureMatcherId } from '../linkage/procedures.ts';
import type { RecordedRequests, Shard } from '../linkage/shard.ts';
import { informedMatcher } from '../matching/choose-matcher.ts';
import type { Frequency } from '../matching/fellegi-sunter/weighing.ts';
import type { Layout } from '../population/layout.ts';
import { type Population, population } from '../population/population.ts';
import { loadTables } from '../population/tables.ts';
import { permutationOf } from '../random/permutation.ts';
import { type Stream, stream } from '../random/stream.ts';
import { type RequestList, requestList } from '../requests/request-list.ts';
import type { Scenario } from '../scenario/schema.ts';
import { thresholdsOf } from '../scenario/thresholds.ts';
import { joinedRequests, recordedPart } from './recorded-requests.ts';

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

/** @param people made already: the world of another thread has the counts to make them at a fraction of the cost */
export function openWorld(
  scenario: Scenario,
  seed: number,
  people: Population = population(scenario, seed, loadTables()),
): World {
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

/**
 * What a scenario asks of its links beyond the counts.
 * @param names those of the population, if it has been made in this process: then they need not be read again
 */
export function linkOptions(scenario: Scenario, names?: SharedArrayBuffer): LinkOptions {
  const { gates, procedures, review } = scenario.matching;
  let frequency: Frequency | undefined;
  const frequencyOfNames = () => {
    frequency ??= nationalFrequency(scenario, loadTables(names));
    return frequency;
  };
  return {
    gates,
    procedures,
    review: { sensitivity: review.sensitivity.value, specificity: review.specificity.value },
    matcherOf: (id) => informedMatcher(id, frequencyOfNames),
  };
}

/**
 * @param zipSample the ZIP areas to simulate; drawn unless given
 * @param asked what the request list answered; it is asked unless given
 */
export function planRun(
  world: World,
  scenario: Scenario,
  seed: number,
  sampling: Sampling,
  zipSample?: ZipSample,
  asked?: Pick<RunPlan, 'recorded' | 'unplacedInFile'>,
): RunPlan {
  const { layout } = world.population;
  const sample = zipSample ?? sampleZipAreas(layout, scenario, sampling.zipShare, seed);
  const wholeList = () => ({
    seed,
    isSampled: sampledZipAreas(layout, sample),
    requestShare: sampling.requestShare,
    first: 0,
    end: world.requests.size,
  });
  const { recorded, unplacedInFile } =
    asked ?? joinedRequests(layout.zipAreas, [recordedPart(world.requests, wholeList())]);
  return {
    counts: countPlan(scenario),
    sample,
    shards: cutIntoShards(layout, scenario, seed, sample),
    recorded,
    unplacedInFile,
  };
}

/** By ZIP area, whether it is in the sample; memory that threads can share. */
export function sampledZipAreas({ zipAreas }: Pick<Layout, 'zipAreas'>, sample: ZipSample): Uint8Array {
  const isSampled = new Uint8Array(new SharedArrayBuffer(zipAreas));
  for (const { sampled } of sample) for (const zip of sampled) isSampled[zip] = 1;
  return isSampled;
}

/** The shards of all strata. */
function cutIntoShards(
  layout: Pick<Layout, 'peopleIn'>,
  scenario: Scenario,
  seed: number,
  sample: ZipSample,
): readonly Shard[] {
  const lots = stream(seed, 'execution/shards');
  const requestsHeld = requestsHeldIn(scenario, sample);
  return sample.flatMap(({ zipAreas, sampled }, stratum) => {
    const peopleShare = peopleShareOf(scenario.sampling.peopleShare, zipAreas, sampled.length);
    return cutShards(stratum, sampled, layout.peopleIn, lots).map((shard) => ({
      ...shard,
      peopleShare,
      requestsHeld,
    }));
  });
}

/** How many requests are held against everybody under wide place scopes: none unless everybody is there. */
function requestsHeldIn({ matching, sampling }: Scenario, sample: ZipSample): number {
  const isWhole = sample.every(({ zipAreas, sampled }) => sampled.length === zipAreas);
  return isWhole && matching.places.some(isWide) ? (sampling.requestsHeldAgainstAll ?? 0) : 0;
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
