/**
 * Which ZIP areas a run simulates. Whole ZIP areas are drawn, everybody in them, because a wrong match needs
 * its namesakes next door. They are drawn by strata of how many wrong matches to expect: of those with
 * the most, most or all are taken; those with few are represented by some, so that a small run is still about the right places.
 *
 * Size measure: sum over communities of requests times taxpayers of that community in the ZIP area, to which
 * coincidences of names are proportional. Strata hold equal shares of the sum of its square roots (the rule of
 * Dalenius & Hodges applied to a size measure). A stratum's sample is in proportion to the square root of its
 * total (the power allocation of Bankier, The American Statistician 42, 1988, which serves the whole and the
 * strata both) and in inverse proportion to the square root of what one of its areas costs to simulate, its
 * people (Cochran, Sampling Techniques, 3rd ed., section 5.5).
 */

import { communities } from '../population/communities.ts';
import type { Layout } from '../population/layout.ts';
import { origins } from '../population/origins.ts';
import { permutationOf } from '../random/permutation.ts';
import { stream } from '../random/stream.ts';
import type { Scenario } from '../scenario/schema.ts';

export interface SampledStratum {
  /** ZIP areas of the stratum, simulated or not. */
  readonly zipAreas: number;
  /** The ZIP areas simulated, ascending. */
  readonly sampled: readonly number[];
}

/** The ZIP areas to simulate, by stratum; strata are not empty and none is left without a sampled area. */
export type ZipSample = readonly SampledStratum[];

/**
 * Share of the people of a stratum's sampled ZIP areas who are looked up, so that everybody in the country has the same
 * chance: then no few people stand for many. In (0, 1].
 * @param share of the people of the country
 */
export function peopleShareOf(share: number, zipAreas: number, sampled: number): number {
  return Math.min(1, (share * zipAreas) / sampled);
}

const MOST_STRATA = 12;
const FEWEST_PER_STRATUM = 5;

/** Draws a share of the ZIP areas in (0, 1]; a smaller share under the same seed tends to be part of a larger. */
export function sampleZipAreas(layout: Layout, scenario: Scenario, share: number, seed: number): ZipSample {
  const expected = expectedCoincidences(layout, scenario);
  const inhabited: number[] = [];
  for (let zip = 0; zip < layout.zipAreas; zip++) if (layout.peopleIn(zip) > 0) inhabited.push(zip);
  const ranked = inhabited.sort((a, b) => expected[b]! - expected[a]! || a - b);
  const wanted = Math.max(1, Math.round(share * ranked.length));
  const strata = cut(
    ranked,
    expected,
    Math.min(MOST_STRATA, Math.max(1, Math.floor(wanted / FEWEST_PER_STRATUM))),
  );
  const sum = (members: readonly number[], of: (zip: number) => number) =>
    members.reduce((total, zip) => total + of(zip), 0);
  const sizes = allocate(
    strata.map((members) => members.length),
    strata.map((members) => {
      const total = sum(members, (zip) => expected[zip]!);
      const cost = sum(members, layout.peopleIn) / members.length;
      return Math.sqrt(total / cost);
    }),
    wanted,
  );
  const lots = stream(seed, 'estimation/zip-sample');
  return strata.map((members, h) => {
    const order = permutationOf(lots, h, members.length);
    const sampled = Array.from({ length: sizes[h]! }, (_, i) => members[order.at(i)]!);
    return { zipAreas: members.length, sampled: sampled.sort((a, b) => a - b) };
  });
}

function expectedCoincidences(layout: Layout, scenario: Scenario): Float64Array {
  const requestsPerPerson = origins.map(({ id }, o) => {
    const people = layout.originPeopleBefore(o, layout.zipAreas);
    return people === 0 ? 0 : (scenario.requests.count.value * scenario.requests.origins[id].value) / people;
  });
  const expected = new Float64Array(layout.zipAreas);
  for (const community of communities) {
    const members = [...origins.keys()].filter((o) => origins[o]!.community === community);
    for (let zip = 0; zip < layout.zipAreas; zip++) {
      let requests = 0;
      let people = 0;
      for (const o of members) {
        const here = layout.originPeopleBefore(o, zip + 1) - layout.originPeopleBefore(o, zip);
        people += here;
        requests += requestsPerPerson[o]! * here;
      }
      expected[zip]! += requests * people;
    }
  }
  return expected;
}

/** Cuts ZIP areas in falling order of size into runs that hold about equal sums of square roots. */
function cut(ranked: readonly number[], size: Float64Array, count: number): number[][] {
  const total = ranked.reduce((sum, zip) => sum + Math.sqrt(size[zip]!), 0);
  const strata: number[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const zip of ranked) {
    strata[Math.min(count - 1, Math.floor((before / total) * count))]!.push(zip);
    before += Math.sqrt(size[zip]!);
  }
  return strata.filter((members) => members.length > 0);
}

/**
 * Deals `wanted` out in proportion to `claims`, never more to a stratum than it has (the rest goes to the
 * others), and never fewer than the fewest from which a spread can be told.
 */
function allocate(available: readonly number[], claims: readonly number[], wanted: number): number[] {
  const least = available.map((members) => Math.min(FEWEST_PER_STRATUM, members));
  const dealt = (scale: number) =>
    available.map((members, h) => Math.min(members, Math.max(least[h]!, Math.round(scale * claims[h]!))));
  const count = (scale: number) => dealt(scale).reduce((a, b) => a + b, 0);
  let low = 0;
  let high = 1;
  while (count(high) < wanted && count(high) < available.reduce((a, b) => a + b, 0)) high *= 2;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (count(middle) <= wanted) low = middle;
    else high = middle;
  }
  return dealt(wanted >= available.reduce((a, b) => a + b, 0) ? high : low);
}
