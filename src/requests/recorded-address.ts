/**
 * Which dwelling the agency has on record for a requested person, before errors.
 *
 * Information ages, and so does a return. The address of the return is that of the filing date; the agency's is that of
 * its information. They are the same if the person did not move between the two dates, whichever came first. After a
 * move the agency has another dwelling, in the same ZIP area, the same state or the country, where people of
 * the origin live. Two other things happen to some records: they name an address that many give (a shelter, a facility,
 * an office), or, where two people were merged into one record, the home of another requested person.
 */

import type { Layout } from '../population/layout.ts';
import { origins } from '../population/origins.ts';
import type { Population } from '../population/population.ts';
import { aliasTable, pick } from '../random/alias.ts';
import { exponential } from '../random/distributions.ts';
import { below, block, stream, uniform } from '../random/stream.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Dealt } from './dealing.ts';
import type { AddressKind } from './truth.ts';

export interface RecordedPlace {
  readonly kind: AddressKind;
  readonly zip: number;
  /** Of another requested person: the number of a request about them; else -1. */
  readonly request: number;
  /** Of an address that many give: its rank among them, from 0; else -1. */
  readonly rank: number;
}

export interface RecordedAddresses {
  /** Years from the information to the reference date. */
  informationAgeYears(request: number): number;
  place(request: number, dealt: Dealt): RecordedPlace;
  /**
   * Tells whether that place may be in a marked ZIP area; where not, it certainly is not. For whoever asks about all
   * requests and wants those of a few areas: when the person moved need not be worked out.
   */
  mayBeIn(isMarked: Uint8Array): (request: number, dealt: Dealt) => boolean;
  /** Another place where the person may have lived. */
  formerZip(request: number, dealt: Dealt): number;
  /** The dwelling in a ZIP area of `dwellings` that a shared address stands for. */
  sharedDwelling(rank: number, dwellings: number): number;
}

/** No return of the file is older than this, in years. */
const OLDEST_RETURN = 2;

export function recordedAddresses(
  { requests, population: { irs } }: Scenario,
  { seed, layout, size }: Pick<Population, 'seed' | 'layout' | 'size'>,
  dealtOf: (request: number) => Dealt,
): RecordedAddresses {
  const addressStream = stream(seed, 'requests/address');
  const kindStream = stream(seed, 'requests/address-kind');
  const filingStream = stream(seed, 'requests/filing-age');
  const sharedStream = stream(seed, 'requests/shared-address');
  const words = new Uint32Array(4);
  const { share, addresses, concentration } = requests.sharedAddresses;
  const ranks = aliasTable(
    Array.from({ length: addresses.value }, (_, rank) => (rank + 1) ** -concentration.value),
  );
  // Mean of 2 u^p for u uniform is 2 / (1 + p).
  const filingExponent = Math.max(0, OLDEST_RETURN / irs.filingAgeYears.value - 1);

  const ageOf = (word: number) => exponential(word, requests.informationAgeYears.value);
  const filingAge = ({ person, situation }: Dealt) => {
    if (situation.id !== 'files') return 0;
    block(filingStream, person, 0, words);
    return OLDEST_RETURN * uniform(words[0]!) ** filingExponent;
  };
  const yearlyStay = 1 - requests.yearlyMoverRate.value;
  const elsewhere = (dealt: Dealt, near: number, word: number) => {
    const person = personOfFormerHome(layout, requests.formerAddress, dealt, uniform(near), word);
    return person < 0 ? dealt.zip : layout.zipOfOriginPerson(dealt.origin, person);
  };

  const zipOfShared = (rank: number) => {
    block(sharedStream, rank, 0, words);
    return layout.zipOf(below(words[0]!, size));
  };

  return {
    informationAgeYears(request) {
      block(addressStream, request, 0, words);
      return ageOf(words[0]!);
    },
    place(request, dealt) {
      block(kindStream, request, 0, words);
      const kind = uniform(words[0]!);
      if (kind < share.value) {
        const rank = pick(ranks, words[1]!, words[2]!);
        return { kind: 'shared', zip: zipOfShared(rank), request: -1, rank };
      }
      if (kind < share.value + requests.merged.value) {
        const other = below(words[1]!, requests.count.value);
        return { kind: 'other-person', zip: dealtOf(other).zip, request: other, rank: -1 };
      }
      block(addressStream, request, 0, words);
      const informationAge = ageOf(words[0]!);
      const [moving, near, word] = [words[1]!, words[2]!, words[3]!];
      const years = Math.abs(informationAge - filingAge(dealt));
      const moved = uniform(moving) < 1 - yearlyStay ** years;
      const zip = moved ? elsewhere(dealt, near, word) : dealt.zip;
      return { kind: moved ? 'former' : 'home', zip, request: -1, rank: -1 };
    },
    mayBeIn(isMarked) {
      const livesThere = livesInMarked(layout, isMarked);
      const sharedThere = Array.from(
        { length: addresses.value },
        (_, rank) => isMarked[zipOfShared(rank)] === 1,
      );
      return (request, dealt) => {
        if (isMarked[dealt.zip] === 1) return true;
        block(kindStream, request, 0, words);
        const kind = uniform(words[0]!);
        if (kind < share.value) return sharedThere[pick(ranks, words[1]!, words[2]!)]!;
        if (kind < share.value + requests.merged.value) return true;
        block(addressStream, request, 0, words);
        const near = uniform(words[2]!);
        const person = personOfFormerHome(layout, requests.formerAddress, dealt, near, words[3]!);
        return person >= 0 && livesThere(dealt.origin, person);
      };
    },
    formerZip(request, dealt) {
      block(addressStream, request, 0, words);
      return elsewhere(dealt, words[2]!, words[3]!);
    },
    sharedDwelling(rank, dwellings) {
      block(sharedStream, rank, 0, words);
      return below(words[1]!, dwellings);
    },
  };
}

/**
 * Another home: in the same ZIP area, in its state, or in the country, where the origin lives. Whose it is, as a number
 * among the people of the origin, counted over the country; -1 for one in the same ZIP area.
 */
function personOfFormerHome(
  layout: Layout,
  { sameZip, sameState }: Scenario['requests']['formerAddress'],
  { zip, origin }: Dealt,
  chance: number,
  word: number,
): number {
  if (chance < sameZip.value) return -1;
  const isInState = chance < sameZip.value + sameState.value;
  const [start, end] = isInState ? layout.stateRange(zip) : [0, layout.zipAreas];
  const before = layout.originPeopleBefore(origin, start);
  const people = layout.originPeopleBefore(origin, end) - before;
  return before + below(word, people);
}

/** Whether a person, numbered among those of the origin over the country, lives in a marked ZIP area. */
function livesInMarked(
  { zipAreas, originPeopleBefore }: Layout,
  isMarked: Uint8Array,
): (origin: number, person: number) => boolean {
  const marked: number[] = [];
  for (let zip = 0; zip < zipAreas; zip++) if (isMarked[zip] === 1) marked.push(zip);
  const column = (step: number) =>
    origins.map((_, origin) => Float64Array.from(marked, (zip) => originPeopleBefore(origin, zip + step)));
  const firstOf = column(0);
  const endOf = column(1);
  return (origin, person) => {
    const ends = endOf[origin]!;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (person < ends[middle]!) high = middle;
      else low = middle + 1;
    }
    return low < ends.length && person >= firstOf[origin]![low]!;
  };
}
