/**
 * Which households of an origin live in a ZIP area, as arithmetic. Household kinds follow one repeating,
 * shuffled pattern that holds each kind in its share, so that "the household of person n" and "the first
 * person of household h" are a division and a look-up, and nobody's neighbours have to be generated first.
 */

import { permutation } from '../random/permutation.ts';

/** What a member is to the household; the primary filer comes first. */
export type Role = 'primary' | 'spouse' | 'child' | 'housemate';

/** Households that file, by who files: the ids are the keys of `population.households` in a scenario. */
export const householdKinds = [
  { id: 'single', members: ['primary'] },
  { id: 'couple', members: ['primary', 'spouse'] },
  { id: 'couple-and-child', members: ['primary', 'spouse', 'child'] },
  { id: 'parent-and-child', members: ['primary', 'child'] },
  { id: 'housemates', members: ['primary', 'housemate'] },
  { id: 'couple-and-two-children', members: ['primary', 'spouse', 'child', 'child'] },
] as const satisfies readonly { id: string; members: readonly Role[] }[];
export type HouseholdKindId = (typeof householdKinds)[number]['id'];

export const largestHousehold = Math.max(...householdKinds.map((kind) => kind.members.length));

/** How many households the pattern has before it repeats. */
export const patternLength = 500;

/**
 * The pattern, seen from a cell that begins at its household `start`: cells begin at different places,
 * so that what is left over from whole patterns averages out.
 */
export interface HouseholdPattern {
  /** Index into `householdKinds` of household h of the cell. */
  kindOf(household: number, start?: number): number;
  /** How many people live in the first `households` households. */
  peopleIn(households: number, start?: number): number;
  /** The household of person number `person`, counted from the first person of the cell. */
  householdOf(person: number, start?: number): number;
  /** The fewest households that hold `people` people; the last of them may be cut short. */
  householdsFor(people: number, start?: number): number;
}

/** Builds the pattern from the share of each kind; shares are honoured to 1 in 500, largest remainder first. */
export function householdPattern(
  shares: Readonly<Record<HouseholdKindId, number>>,
  seed: number,
): HouseholdPattern {
  const counts = apportion(
    householdKinds.map((kind) => shares[kind.id]),
    patternLength,
  );
  const shuffled = permutation(seed, 'population/household-pattern', patternLength);
  const kinds = new Uint8Array(patternLength);
  let place = 0;
  counts.forEach((count, kind) => {
    for (let i = 0; i < count; i++) kinds[shuffled.at(place++)] = kind;
  });

  const peopleBefore = new Int32Array(patternLength + 1);
  for (let h = 0; h < patternLength; h++) {
    peopleBefore[h + 1] = peopleBefore[h]! + householdKinds[kinds[h]!]!.members.length;
  }
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
    kindOf: (household, start = 0) => kinds[(start + household) % patternLength]!,
    peopleIn: (households, start = 0) => peopleUpTo(start + households) - peopleUpTo(start),
    householdOf,
    householdsFor: (people, start = 0) => (people === 0 ? 0 : householdOf(people - 1, start) + 1),
  };
}

/** Whole numbers that sum to `total` and are as near as can be to `shares` of it (largest remainder method). */
export function apportion(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((share) => (share / sum) * total);
  const counts = exact.map(Math.floor);
  const short = total - counts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, i) => ({ i, rest: value - counts[i]! }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder.slice(0, short)) counts[i]! += 1;
  return counts;
}
