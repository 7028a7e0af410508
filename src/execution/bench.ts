/**
 * Speed and accuracy of every matcher and comparator on this machine, in one document. All but the speeds follows from
 * the base scenario and a fixed seed, and is the same on every machine.
 */

import { cpus } from 'node:os';
import {
  accuracy,
  type CategoryAccuracy,
  inPlace,
  labelledPairs,
  matchedBy,
  type RecordPair,
} from '../linkage/benchmark/labelled-pairs.ts';
import { nameCategories } from '../linkage/benchmark/name-categories.ts';
import { type PeoplePool, peoplePool } from '../linkage/benchmark/people-pool.ts';
import { comparators } from '../matching/comparators/index.ts';
import { dictionary } from '../matching/dictionary.ts';
import { matchers } from '../matching/matchers/index.ts';
import { places } from '../matching/places/index.ts';
import { population } from '../population/population.ts';
import { loadTables } from '../population/tables.ts';
import { loadScenario } from '../scenario/load.ts';
import { type ComparatorPeer, comparatorPeers } from './comparator-peers.ts';
import {
  linkageSpeed,
  type MatcherSpeed,
  matcherSpeed,
  oneToManySpeed,
  pairwiseSpeed,
} from './time-matchers.ts';
import { tool } from './tool.ts';

const SCENARIO = 'irs-ice-2025';
const SEED = 1;
const SURNAMES = 400;
/** Surnames of which phonetic keys are held against another program's. */
const KEYED_SURNAMES = 10_000;

export interface BenchOptions {
  /** Pairs that score at or above it are matched. */
  readonly threshold: number;
  /** Seconds spent on each figure of speed. */
  readonly seconds: number;
  /** People from whom the pairs are drawn, at least. */
  readonly people: number;
  /** Pairs of either kind for each category, at most. */
  readonly pairs: number;
  /** Told what is being done. */
  readonly say?: (line: string) => void;
}

export interface MatcherResult extends MatcherSpeed {
  readonly id: string;
  /** Pairs of records a second where `match` compares each pair of different names once; null where it cannot. */
  readonly linkedPairsPerSecond: number;
  readonly accuracy: readonly CategoryAccuracy[];
}

export interface ComparatorResult {
  readonly id: string;
  /** Pairs of surnames a second: two strings at a time, and one against a dictionary. */
  readonly pairsPerSecond: number;
  readonly oneToManyPairsPerSecond: number;
}

export interface BenchReport {
  readonly schemaVersion: 1;
  readonly tool: string;
  readonly machine: { readonly processor: string; readonly cores: number; readonly node: string };
  readonly threshold: number;
  readonly set: {
    readonly scenario: string;
    readonly seed: number;
    readonly people: number;
    readonly surnames: number;
    readonly categories: readonly {
      readonly id: string;
      readonly label: string;
      readonly describe: string;
    }[];
  };
  readonly matchers: readonly MatcherResult[];
  /** Pairs about one person in the same place, and about two people in different places. */
  readonly places: readonly { readonly id: string; readonly accuracy: readonly CategoryAccuracy[] }[];
  readonly comparators: readonly ComparatorResult[];
  readonly peers: readonly ComparatorPeer[];
}

/** Measures everything; takes the time to make the pairs, and some 40 times `seconds`. */
export async function bench(options: BenchOptions): Promise<BenchReport> {
  const { threshold, people, pairs, say = () => {} } = options;
  say(`drawing pairs from ${people} invented people`);
  const tables = loadTables();
  const pool = peoplePool(population(loadScenario(SCENARIO), SEED, tables), people);
  const labelled = labelledPairs(pool, SEED, pairs);
  const all = labelled.flatMap(({ same, different }) => [...same, ...different]);

  const surnames = tables.surnames.names.slice(0, SURNAMES);
  return {
    schemaVersion: 1,
    tool,
    machine: { processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version },
    threshold,
    set: {
      scenario: SCENARIO,
      seed: SEED,
      people: pool.people.length,
      surnames: surnames.length,
      categories: nameCategories.map(({ id, label, describe }) => ({ id, label, describe })),
    },
    matchers: matchers.map((matcher): MatcherResult => {
      say(`matcher ${matcher.id}`);
      const score = ({ request, taxpayer }: RecordPair) => matcher.score(request, taxpayer);
      return {
        id: matcher.id,
        ...matcherSpeed(all, score, options),
        linkedPairsPerSecond: linkageSpeed(...sidesOf(pool), matcher, threshold, options),
        accuracy: accuracy(labelled, matchedBy(matcher, threshold)),
      };
    }),
    places: places.map((place) => ({ id: place.id, accuracy: accuracy(labelled, inPlace(place)) })),
    comparators: comparators.map((comparator): ComparatorResult => {
      say(`comparator ${comparator.id}`);
      return {
        id: comparator.id,
        pairsPerSecond: pairwiseSpeed(surnames, comparator.compare, options),
        oneToManyPairsPerSecond: oneToManySpeed(dictionary(surnames), comparator, options),
      };
    }),
    peers: await comparatorPeers(surnames, tables.surnames.names.slice(0, KEYED_SURNAMES), options),
  };
}

const MOST_REQUESTS = 2000;
const MOST_TAXPAYERS = 20_000;

/** Requests and taxpayers for the linkage: evenly from the pool. */
function sidesOf({ people }: PeoplePool) {
  const evenly = (count: number) => {
    const step = Math.max(1, people.length / count);
    const length = Math.floor(people.length / step);
    return Array.from({ length }, (_, nth) => people[Math.floor(nth * step)]!.record);
  };
  return [evenly(MOST_REQUESTS), evenly(MOST_TAXPAYERS)] as const;
}
