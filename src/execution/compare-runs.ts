/**
 * Reads two finished runs from their directories and sets them side by side. Shard by shard, so that memory does
 * not grow with the runs.
 */

import {
  type ComparedRun,
  type ComparedSummary,
  type Comparison,
  compareRuns,
  headlineCurve,
  type PairedShard,
} from '../estimation/compare.ts';
import { summarise } from '../estimation/summarise.ts';
import { decodeTally } from '../linkage/tally.ts';
import { InputError } from '../scenario/input-error.ts';
import { type Manifest, readManifest, runDirectory, runKey, tallyKey } from './run-directory.ts';
import { countPlan } from './run-plan.ts';
import { mergedRun } from './simulate.ts';

/** The comparison, and why its intervals are not paired where they are not. */
export interface ComparedDirectories {
  readonly comparison: Comparison;
  readonly notes: readonly string[];
}

/**
 * Compares the run in directory `second` with that in `first`. An InputError where one is not finished, or where
 * they differ in seed, sample or version and `unpaired` is not set.
 */
export function compareDirectories(first: string, second: string, unpaired: boolean): ComparedDirectories {
  const sides = [first, second].map((path) => ({ path, manifest: readManifest(path) })) as [Side, Side];
  const differing = differences(sides[0], sides[1]);
  if (differing.length > 0 && !unpaired) throw new InputError(differing);
  const inputs = sides.map(({ path, manifest }) => mergedRun(path, manifest));
  const summaries = sides.map(({ manifest }, i) => summarise(manifest, manifest.realised, inputs[i]!));
  const [a, b] = summaries.map(
    ({ headline }, i): ComparedRun => ({ input: inputs[i]!, headline: headline.estimate }),
  ) as [ComparedRun, ComparedRun];
  const same = !unpaired && isSameSample(sides[0], sides[1]);
  const compared = compareRuns(
    a,
    b,
    same
      ? { shards: shardsOf(sides[0], sides[1]), sameMatches: makeSameMatches(sides[0], sides[1]) }
      : undefined,
  );
  const notes =
    same || unpaired
      ? []
      : [
          'The scenarios differ in who lives where, so the runs are of other ZIP areas: they cannot be paired, ' +
            'and the intervals are those of two independent runs.',
        ];
  const [ofFirst, ofSecond] = summaries.map(
    ({ scenario, seed, command, headline, estimates }): ComparedSummary => {
      const { matcher, place, rule, threshold, group } = headline.estimate;
      const shown = { matcher, place, rule, threshold, group };
      return {
        scenario,
        seed,
        command,
        headline: shown,
        statedRule: headline.rule,
        curve: headlineCurve(estimates, shown),
      };
    },
  ) as [ComparedSummary, ComparedSummary];
  return {
    comparison: {
      schemaVersion: 1,
      tool: summaries[0]!.tool,
      first: ofFirst,
      second: ofSecond,
      paired: same,
      ...compared,
    },
    notes,
  };
}

interface Side {
  readonly path: string;
  readonly manifest: Manifest;
}

/** One line for each reason why two runs cannot share their chance. */
function differences(a: Side, b: Side): readonly string[] {
  const line = (what: string, of: (manifest: Manifest) => string | number) => {
    const [x, y] = [of(a.manifest), of(b.manifest)];
    const allowed = 'the same in both, or --unpaired for the wider intervals of independent runs';
    return x === y
      ? []
      : [`${a.path}, ${b.path}: differ in ${what}; allowed: ${allowed}; found: ${x} and ${y}`];
  };
  return [
    ...line('seed', ({ seed }) => seed),
    ...line('share of ZIP areas', ({ sampling }) => sampling.zipShare),
    ...line('share of requests', ({ sampling }) => sampling.requestShare),
    ...line('version', ({ tool }) => tool),
  ];
}

/** Whether both runs linked the same ZIP areas: the same shards, of as many people each. */
function isSameSample({ manifest: a }: Side, { manifest: b }: Side): boolean {
  const frame = ({ seed, sampling, shards, zipAreasByStratum, tool }: Manifest) =>
    JSON.stringify([tool, seed, sampling, shards, zipAreasByStratum]);
  return frame(a) === frame(b);
}

/** Whether nothing that decides about a match at a given setting differs between the scenarios. */
function makeSameMatches({ manifest: a }: Side, { manifest: b }: Side): boolean {
  const decisive = ({ scenario: { population, requests, corruption, matching } }: Manifest) => {
    const { gates, review, procedures } = matching;
    return JSON.stringify([population, requests, corruption, gates, review, procedures]);
  };
  return decisive(a) === decisive(b);
}

/** The tallies of both runs, shard by shard. */
function* shardsOf(a: Side, b: Side): Generator<PairedShard> {
  const [ofA, ofB] = [a, b].map(({ path, manifest }) => {
    const directory = runDirectory(path);
    const [key, plan] = [runKey(manifest), countPlan(manifest.scenario)];
    return (shard: string) => {
      const bytes = directory.readTally(shard);
      if (bytes === undefined) throw new InputError([`${path}: the run is not finished; missing: ${shard}`]);
      return decodeTally(bytes, tallyKey(key, shard), plan);
    };
  }) as [(shard: string) => PairedShard['first'], (shard: string) => PairedShard['second']];
  for (const { id, stratum } of a.manifest.shards) yield { stratum, first: ofA(id), second: ofB(id) };
}
