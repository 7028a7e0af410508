/**
 * How far two runs move together: moments of their counts over shards of the same ZIP areas, added up shard by
 * shard, and the variance of the difference of two estimates that follows from them.
 *
 * The variance of a difference has two parts. That of other ZIP areas is estimated from the differences of the
 * shards. That of another roll of the dice in the same ZIP areas is not known, since tallies do not hold which requests
 * two runs agree on, but it has two upper bounds, of which each stratum takes the lesser: the dice of both runs as if
 * they were independent (counts are never negative), and the whole spread between ZIP areas, of which it is a part.
 *
 * Within a stratum a shard of k ZIP areas is a random group: with residuals e of its total from k times the mean, the
 * sum of e^2 / k over m shards, divided by m - 1, estimates the variance between ZIP areas without bias (Wolter,
 * Introduction to Variance Estimation, 2nd ed., chapter 2, for groups of unequal size). Convention: where a stratum has
 * one shard of several ZIP areas, nothing tells its spread, and there are no degrees of freedom.
 */

import { type CountPlan, cellIndex, cells } from '../linkage/counts.ts';
import type { Tally } from '../linkage/tally.ts';

/** The counts that are followed, by name, each at its place in a combination. */
const followedCells = {
  people: cellIndex('people-wrongly-matched', 'all'),
  citizens: cellIndex('people-wrongly-matched', 'citizens'),
  correct: cellIndex('requests-correctly-matched', 'all'),
  wrongPairs: cellIndex('pairs-wrongly-matched', 'all'),
} as const;
const followed = Object.values(followedCells);

/** A weighted sum of the followed counts of a run: weights by their order. */
type Combination = readonly number[];

/** The weighted sum with these weights, and 0 for what is not named. */
export function followedAs(weights: Partial<Record<keyof typeof followedCells, number>>): Combination {
  return (Object.keys(followedCells) as (keyof typeof followedCells)[]).map((name) => weights[name] ?? 0);
}

/** An estimate of one run: the counts whose total it is, to first order, and the variance of its dice by stratum. */
export interface Estimated {
  readonly counts: Combination;
  readonly dice: readonly number[];
}

/** How far a difference spreads. */
export interface DifferenceSpread {
  readonly variance: number;
  /** Of the variance, after Satterthwaite; 0 where nothing tells it. */
  readonly degrees: number;
  /** Of the two estimates, in [-1, 1]. */
  readonly correlation: number;
  /** By how much one more event, weighing what those of the two runs do in the mean, would move the difference. */
  readonly eventWeight: number;
}

/** A setting of the first run and one of the second, by place in their plans. */
export interface SettingPair {
  readonly first: number;
  readonly second: number;
}

export interface PairedMoments {
  /** Adds a shard of a stratum: its tally in both runs, of the same ZIP areas. */
  add(stratum: number, first: Tally, second: Tally): void;
  /** Of the second's estimate less the first's, at the settings of pair number `pair`. */
  difference(pair: number, first: Estimated, second: Estimated): DifferenceSpread;
}

/** Counts of both runs side by side. */
const wide = 2 * followed.length;

/** Empty moments. @param zipAreas of each stratum, simulated or not */
export function pairedMoments(pairs: readonly SettingPair[], zipAreas: readonly number[]): PairedMoments {
  const strata = zipAreas.map((all) => ({
    all,
    sampled: 0,
    shards: 0,
    sums: new Float64Array(pairs.length * wide),
    products: new Float64Array(pairs.length * wide * wide),
  }));
  const counts = new Float64Array(wide);

  /** By stratum: the covariance of two combinations between ZIP areas. */
  const spreads = (pair: number, a: Combination, b: Combination) =>
    strata.map(({ sampled, shards, sums, products }) => {
      if (shards < 2) return 0;
      const sumOf = (weights: Combination) =>
        weights.reduce((sum, weight, i) => sum + weight * sums[pair * wide + i]!, 0);
      return (quadratic(products, pair, a, b) - (sumOf(a) * sumOf(b)) / sampled) / (shards - 1);
    });
  /** By stratum: of the estimated total, from the spread between ZIP areas. */
  const samplings = (parts: readonly number[]) =>
    parts.map((part, h) => {
      const { all, sampled } = strata[h]!;
      return sampled === 0 ? 0 : ((all * (all - sampled)) / sampled) * part;
    });

  /** Mean weight of the events counted; the largest there is where none was seen. */
  const meanWeight = (pair: number, of: Combination) => {
    const weights = strata.map(({ all, sampled }) => all / sampled);
    const events = strata.map(({ sums }) =>
      total(of.map((weight, i) => (weight === 0 ? 0 : sums[pair * wide + i]!))),
    );
    const seen = total(events);
    return seen === 0 ? Math.max(...weights) : total(events.map((count, h) => count * weights[h]!)) / seen;
  };

  return {
    add(stratum, first, second) {
      const into = strata[stratum]!;
      const size = first.zipAreas;
      into.sampled += size;
      into.shards += 1;
      pairs.forEach((pair, p) => {
        followed.forEach((cell, i) => {
          counts[i] = first.sum[pair.first * cells.length + cell]!;
          counts[followed.length + i] = second.sum[pair.second * cells.length + cell]!;
        });
        for (let i = 0; i < wide; i++) {
          if (counts[i] === 0) continue;
          into.sums[p * wide + i]! += counts[i]!;
          for (let j = 0; j < wide; j++)
            into.products[(p * wide + i) * wide + j]! += (counts[i]! * counts[j]!) / size;
        }
      });
    },

    difference(pair, first, second) {
      const none = followed.map(() => 0);
      const a = [...first.counts, ...none];
      const b = [...none, ...second.counts];
      const change = a.map((weight, i) => b[i]! - weight);
      const between = spreads(pair, change, change);
      const parts = samplings(between).map((sampling, h) => {
        const { all, shards } = strata[h]!;
        const apart = first.dice[h]! + second.dice[h]!;
        return sampling + (shards < 2 ? apart : Math.min(apart, all * between[h]!));
      });
      const variance = total(parts);
      const alone = (weights: Combination, dice: readonly number[]) =>
        total(samplings(spreads(pair, weights, weights))) + total(dice);
      const [ofFirst, ofSecond] = [alone(a, first.dice), alone(b, second.dice)];
      const scale = 2 * Math.sqrt(ofFirst * ofSecond);
      const correlation = scale > 0 ? (ofFirst + ofSecond - variance) / scale : 0;
      return {
        variance,
        degrees: degreesOfFreedom(parts, strata),
        correlation: Math.min(1, Math.max(-1, correlation)),
        eventWeight: Math.max(...change.map(Math.abs)) * meanWeight(pair, change),
      };
    },
  };
}

const total = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);

/** Sum over the shards of a times b, per ZIP area of the shard. */
function quadratic(products: Float64Array, pair: number, a: Combination, b: Combination): number {
  let sum = 0;
  for (let i = 0; i < wide; i++)
    for (let j = 0; j < wide; j++) sum += a[i]! * b[j]! * products[(pair * wide + i) * wide + j]!;
  return sum;
}

/** Of a variance that is a sum over strata (Satterthwaite, Biometrics Bulletin 2, 1946). */
function degreesOfFreedom(
  parts: readonly number[],
  strata: readonly { readonly all: number; readonly shards: number }[],
): number {
  if (strata.some(({ all, shards }) => shards < 2 && all > 1)) return 0;
  const squares = total(parts.map((part, h) => part ** 2 / Math.max(1, strata[h]!.shards - 1)));
  return squares === 0 ? 0 : total(parts) ** 2 / squares;
}

/** The settings that both plans have, in the order of the first. */
export function sharedSettings(first: CountPlan, second: CountPlan): readonly SettingPair[] {
  const places = new Map(coordinates(second).map((name, at) => [name, at]));
  return coordinates(first).flatMap((name, at) => {
    const there = places.get(name);
    return there === undefined ? [] : [{ first: at, second: there }];
  });
}

/** Every setting of a plan by name, in the order of its places. */
function coordinates({ matchers, places, rules, thresholds }: CountPlan): readonly string[] {
  return matchers.flatMap((matcher) =>
    places.flatMap((place) =>
      rules.flatMap((rule) =>
        thresholds.map((threshold) => `${matcher} ${place} ${rule} ${threshold.toFixed(6)}`),
      ),
    ),
  );
}
