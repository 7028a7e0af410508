/**
 * Which people of a ZIP area have two names whose numbers add up to enough, found without adding up everybody's.
 *
 * Let t be any number. Whoever is wanted has a surname at t or above, or else a given name at the number wanted less t,
 * or above. So the bearers of the one and of the other are gone through, and nobody else. Any t is right; the one taken
 * leaves the fewest people to go through, judged by some of them.
 */

import type { LocalNames } from './local-names.ts';
import type { NumberedNames } from './name-numbers.ts';
import type { ZipNames } from './zip-names.ts';

/** People to judge by. */
const JUDGED = 256;
/** Numbers are judged in steps, from the lowest that tells them apart on. */
const STEP = 64;
const LOWEST = -2048;
const STEPS = 128;

type Visit = (person: number, givenName: number, surname: number) => void;

interface NamePairs {
  /** Visits everybody whose two numbers, by the places of the names, add up to `wanted` or more. */
  reach(ofSurnames: Int16Array, ofGivenNames: Int16Array, wanted: number, visit: Visit): void;
}

export function namePairs(
  { surnames, givenNames, people }: Pick<ZipNames, 'surnames' | 'givenNames' | 'people'>,
  numberedSurnames: NumberedNames,
  numberedGivenNames: NumberedNames,
): NamePairs {
  const placesInRow = (inRow: LocalNames, { codes }: LocalNames, { placeOf }: NumberedNames) =>
    inRow.people.map((person) => placeOf[codes[person]!]!);
  const surnamesOfBearers = placesInRow(givenNames, surnames, numberedSurnames);
  const givenNamesOfBearers = placesInRow(surnames, givenNames, numberedGivenNames);
  const stride = Math.max(1, Math.floor(people / JUDGED));
  const judged = Array.from({ length: Math.ceil(people / stride) }, (_, i) => i * stride);
  const judgedSurnames = Int32Array.from(judged, (row) => numberedSurnames.placeOf[surnames.codes[row]!]!);
  const judgedGivenNames = Int32Array.from(
    judged,
    (row) => numberedGivenNames.placeOf[givenNames.codes[row]!]!,
  );
  const surnamesFrom = new Int32Array(STEPS + 1);
  const givenNamesFrom = new Int32Array(STEPS + 1);
  const stepOf = (number: number) => Math.min(Math.max(((number - LOWEST) / STEP) | 0, 0), STEPS - 1);

  /** By step: how many of those judged by have a number of this step or above. */
  const countFrom = (counts: Int32Array, places: Int32Array, numbers: Int16Array) => {
    counts.fill(0);
    for (let i = 0; i < places.length; i++) counts[stepOf(numbers[places[i]!]!)]! += 1;
    for (let step = STEPS - 1; step >= 0; step--) counts[step]! += counts[step + 1]!;
  };
  const bestDivision = (ofSurnames: Int16Array, ofGivenNames: Int16Array, wanted: number): number => {
    countFrom(surnamesFrom, judgedSurnames, ofSurnames);
    countFrom(givenNamesFrom, judgedGivenNames, ofGivenNames);
    let fewest = Number.POSITIVE_INFINITY;
    let best = 0;
    for (let step = 0; step < STEPS; step++) {
      const division = LOWEST + STEP * step;
      const visited = surnamesFrom[step]! + givenNamesFrom[stepOf(wanted - division)]!;
      if (visited >= fewest) continue;
      fewest = visited;
      best = division;
    }
    return best;
  };

  return {
    reach(ofSurnames, ofGivenNames, wanted, visit) {
      const division = bestDivision(ofSurnames, ofGivenNames, wanted);
      for (let place = 0; place < ofSurnames.length; place++) {
        if (ofSurnames[place]! < division) continue;
        const surname = numberedSurnames.codes[place]!;
        if (surname < 0) continue;
        const least = wanted - ofSurnames[place]!;
        const end = surnames.starts[surname + 1]!;
        for (let at = surnames.starts[surname]!; at < end; at++) {
          const given = givenNamesOfBearers[at]!;
          if (ofGivenNames[given]! >= least) {
            visit(surnames.people[at]!, numberedGivenNames.codes[given]!, surname);
          }
        }
      }
      for (let place = 0; place < ofGivenNames.length; place++) {
        const least = wanted - ofGivenNames[place]!;
        if (least >= division) continue;
        const given = numberedGivenNames.codes[place]!;
        if (given < 0) continue;
        const end = givenNames.starts[given + 1]!;
        for (let at = givenNames.starts[given]!; at < end; at++) {
          const surname = surnamesOfBearers[at]!;
          const number = ofSurnames[surname]!;
          if (number >= least && number < division) {
            visit(givenNames.people[at]!, given, numberedSurnames.codes[surname]!);
          }
        }
      }
    },
  };
}
