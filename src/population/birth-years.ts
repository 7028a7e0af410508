/**
 * When the members of a household were born. The householder's year comes first, bounded by the relatives who
 * live there: a parent of minors is of an age to have them. Householders without such relatives have the ages
 * that are left, so that all together have those of the scenario. Relatives follow from the householder: spouses
 * within eight years, mothers 16 to 45 years older than their children, grandparents 20 to 40 years older than
 * the parents.
 */

import { type AliasTable, aliasTable, pick } from '../random/alias.ts';
import { below, uniform } from '../random/stream.ts';
import type { Weighted } from './household-catalogue.ts';
import { ageBounds, ageClasses } from './household-members.ts';

/** Adults were 17 or older at the end of the year for which the returns of 2024 were received; minors younger. */
const LAST_ADULT = 2007;
const FIRST_MINOR = 2008;
const LAST_MINOR = 2024;
const FIRST_DEPENDANT = 2000;
const FIRST_PARENT = 1925;
/** The last year of birth of a grown child's parent. */
const LAST_PARENT_OF_GROWN = 1989;
/** The last year of birth of people old enough for a pension. */
const LAST_PENSIONER = 1961;
/** Least share of the householders of any age who live without such relatives. */
const LEAST_LEFT = 0.05;

/** Weight of each decade of birth (1930, 1940 ...). */
export type BirthDecades = readonly { readonly decade: number; readonly weight: number }[];

export interface BirthYears {
  /** A householder of an age class, from two words. */
  householder(ageClass: number, word0: number, word1: number): number;
  /** A householder where nobody files, from two words. */
  nonFiler(ageClass: number, isUnauthorized: boolean, word0: number, word1: number): number;
  /** Any adult, from two words. */
  adult(word0: number, word1: number): number;
}

/**
 * Years of birth of the householders of a catalogue: those of `decades` over all its households.
 * @param pensioners share of those old enough for a pension among householders without children where nobody files
 */
export function birthYears(
  decades: BirthDecades,
  pensioners: number,
  catalogue: readonly Weighted[],
): BirthYears {
  const first = decades[0]!.decade;
  const all = byYear(decades);
  const shareOfClass = new Float64Array(ageClasses);
  for (const { weight, composition } of catalogue) shareOfClass[composition.ageClass]! += weight;
  const everybody = shareOfClass.reduce((a, b) => a + b, 0);

  const left = Float64Array.from(all);
  const ofClass = Array.from(shareOfClass, (share, ageClass) => {
    const bounded = all.map((weight, i) => weight * likelihood(ageClass, first + i));
    const sum = bounded.reduce((a, b) => a + b, 0);
    if (ageClass > 0 && share > 0) {
      bounded.forEach((weight, i) => {
        left[i]! -= (weight / sum) * (share / everybody);
      });
    }
    return bounded;
  });
  const remaining = left.map((weight, i) => Math.max(weight, LEAST_LEFT * all[i]!));
  const tables: readonly AliasTable[] = ofClass.map((weights, ageClass) =>
    aliasTable(ageClass === 0 ? remaining : weights),
  );
  const anybody = aliasTable(all);
  const old = all.map((weight, i) => (first + i <= LAST_PENSIONER ? weight : 0));
  const young = all.map((weight, i) => (first + i > LAST_PENSIONER ? weight : 0));
  const [oldSum, youngSum] = [old, young].map((weights) => weights.reduce((a, b) => a + b, 0));
  const retired = aliasTable(
    old.map((weight, i) => (pensioners * weight) / oldSum! + ((1 - pensioners) * young[i]!) / youngSum!),
  );
  const working = aliasTable(young);
  return {
    nonFiler: (ageClass, isUnauthorized, word0, word1) =>
      first + pick(ageClass > 0 ? tables[ageClass]! : isUnauthorized ? working : retired, word0, word1),
    householder: (ageClass, word0, word1) => first + pick(tables[ageClass]!, word0, word1),
    adult: (word0, word1) => first + pick(anybody, word0, word1),
  };
}

/** Weights by year, even within a decade, summing to 1; the last decade ends with the last adults. */
function byYear(decades: BirthDecades): Float64Array {
  const first = decades[0]!.decade;
  const weights = new Float64Array(LAST_ADULT - first + 1);
  const sum = decades.reduce((total, { weight }) => total + weight, 0);
  for (const { decade, weight } of decades) {
    const end = Math.min(decade + 9, LAST_ADULT);
    for (let year = decade; year <= end; year++) weights[year - first] = weight / sum / (end - decade + 1);
  }
  return weights;
}

/** How likely somebody born in `year` lives with relatives of the class: the share of possible years of theirs. */
function likelihood(ageClass: number, year: number): number {
  const within = (least: number, most: number, first: number, last: number) =>
    Math.max(0, Math.min(year + most, last) - Math.max(year + least, first) + 1) /
    Math.min(most - least + 1, last - first + 1);
  return (
    (ageClass & ageBounds.minor ? within(20, 37, FIRST_MINOR, LAST_MINOR) : 1) *
    (ageClass & ageBounds.child ? within(18, 37, 1985, LAST_ADULT) : 1) *
    (ageClass & ageBounds.dependant ? within(18, 37, FIRST_DEPENDANT, LAST_ADULT) : 1) *
    (ageClass & ageBounds.parent ? within(-40, -20, FIRST_PARENT, 1985) : 1)
  );
}

/** A spouse or partner is up to 8 years apart, near ages likelier: triangular, from the two halves of a word. */
export function spouseYear(householderYear: number, ageClass: number, word: number): number {
  const apart = Math.floor((((word >>> 16) + (word & 0xffff)) / 65_536) * 8) - 8;
  // One who would be too young to be in the file, or to have the grown child, is as much older instead.
  const last = ageClass & ageBounds.child ? LAST_PARENT_OF_GROWN : LAST_ADULT;
  return householderYear + apart > last ? householderYear - apart : householderYear + apart;
}

/**
 * A child of a mother born in `motherYear` (or, where she is not known, the father); `youngest` is the later year
 * of birth of the two parents.
 */
export function childYear(
  kind: 'minor' | 'grown' | 'dependant',
  motherYear: number,
  youngest: number,
  word: number,
): number {
  const [first, last] =
    kind === 'minor' ? [FIRST_MINOR, LAST_MINOR] : [kind === 'dependant' ? FIRST_DEPENDANT : 0, LAST_ADULT];
  const latest = Math.min(last, motherYear + 45);
  const earliest = Math.min(latest, Math.max(first, youngest + 16));
  if (kind !== 'grown') return Math.max(first, earliest) + below(word, Math.max(1, latest - earliest + 1));
  // Grown children at home are mostly young: triangular.
  const back = Math.floor((1 - Math.sqrt(1 - uniform(word))) * Math.min(18, latest - earliest + 1));
  return latest - back;
}

/** Parents at home are 20 to 40 years older than their child, none born before 1925 unless they have to be. */
export function parentYear(childBorn: number, word: number): number {
  const latest = childBorn - 20;
  return latest - below(word, Math.max(1, Math.min(21, latest - FIRST_PARENT + 1)));
}

/** Brothers and sisters are up to 8 years apart, evenly. */
export function siblingYear(year: number, word: number): number {
  const other = year - 8 + below(word, 17);
  return other > LAST_ADULT ? 2 * LAST_ADULT - other : other;
}
