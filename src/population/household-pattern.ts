/**
 * Which households of an origin live in a ZIP area, as arithmetic. Compositions follow one repeating, shuffled
 * pattern that holds each in its share, so that "the household of person n" and "the first person of household h"
 * are a division and a look-up, and nobody's neighbours have to be generated first. People are those who file.
 *
 * Counts are the catalogue's cumulative weights, rounded: compositions far rarer than one in the pattern have their
 * turn, and any run of neighbours in the catalogue (a kind, say) is right to one household.
 */

import { permutation } from '../random/permutation.ts';
import type { Weighted } from './household-catalogue.ts';
import { type Composition, composition, type Member } from './household-members.ts';

/** How many households the pattern has before it repeats. */
export const patternLength = 8000;

/**
 * The pattern, seen from a cell that begins at its household `start`: cells begin at different places,
 * so that what is left over from whole patterns averages out.
 */
export interface HouseholdPattern {
  /** Who is in household h of the cell. */
  compositionOf(household: number, start?: number): Composition;
  /** How many people file in the first `households` households. */
  peopleIn(households: number, start?: number): number;
  /** The household of filing person number `person`, counted from the first of the cell. */
  householdOf(person: number, start?: number): number;
  /** The fewest households in which `people` people file; the last of them may be cut short. */
  householdsFor(people: number, start?: number): number;
}

/** Builds the pattern of a catalogue, in the order that (seed, name) shuffles. */
export function householdPattern(
  catalogue: readonly Weighted[],
  seed: number,
  name: string,
): HouseholdPattern {
  const shuffled = permutation(seed, `population/household-pattern/${name}`, patternLength);
  const places = new Uint16Array(patternLength);
  let place = 0;
  roundedInOrder(
    catalogue.map(({ weight }) => weight),
    patternLength,
  ).forEach((count, entry) => {
    for (let i = 0; i < count; i++) places[shuffled.at(place++)] = entry;
  });
  const compositions = Array.from(places, (entry) => catalogue[entry]!.composition);

  const peopleBefore = new Int32Array(patternLength + 1);
  for (let h = 0; h < patternLength; h++) peopleBefore[h + 1] = peopleBefore[h]! + compositions[h]!.filers;
  const peopleInPattern = peopleBefore[patternLength]!;
  const householdOfPerson = new Uint16Array(peopleInPattern);
  for (let h = 0; h < patternLength; h++) householdOfPerson.fill(h, peopleBefore[h], peopleBefore[h + 1]);

  const peopleUpTo = (households: number) =>
    Math.floor(households / patternLength) * peopleInPattern + peopleBefore[households % patternLength]!;
  const householdOf = (person: number, start = 0) => {
    const fromTheBeginning = person + peopleUpTo(start);
    const household =
      Math.floor(fromTheBeginning / peopleInPattern) * patternLength +
      householdOfPerson[fromTheBeginning % peopleInPattern]!;
    return household - start;
  };
  return {
    compositionOf: (household, start = 0) => compositions[(start + household) % patternLength]!,
    peopleIn: (households, start = 0) => peopleUpTo(start + households) - peopleUpTo(start),
    householdOf,
    householdsFor: (people, start = 0) => (people === 0 ? 0 : householdOf(people - 1, start) + 1),
  };
}

/**
 * A household of so many filers, for the end of a cell, where the pattern's own has more: one person alone, a couple
 * on a joint return, or a couple and grown children.
 */
export function householdOfFilers(filers: number): Composition {
  const member = (role: Member['role'], filing: Member['filing']): Member => ({ role, filing });
  if (filers === 1) return composition([member('householder', 'single')]);
  const children = Array.from({ length: filers - 2 }, () => member('child', 'single'));
  return composition([member('householder', 'joint-primary'), member('spouse', 'joint-spouse'), ...children]);
}

/** Whole numbers that sum to `total`: differences of the rounded cumulative sums of `shares`. */
function roundedInOrder(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  let cumulative = 0;
  let dealt = 0;
  return shares.map((share) => {
    cumulative += share;
    const upTo = Math.min(total, Math.round((cumulative / sum) * total));
    const count = upTo - dealt;
    dealt = upTo;
    return count;
  });
}
