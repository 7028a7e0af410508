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
  const elsewhere = ({ zip, origin }: Dealt, near: number, word: number) =>
    former(layout, requests.formerAddress, zip, origin, uniform(near), word);

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
        block(sharedStream, rank, 0, words);
        return { kind: 'shared', zip: layout.zipOf(below(words[0]!, size)), request: -1, rank };
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

/** The ZIP area of another home: in this one, in its state, or in the country, where the origin lives. */
function former(
  layout: Layout,
  { sameZip, sameState }: Scenario['requests']['formerAddress'],
  zip: number,
  origin: number,
  chance: number,
  word: number,
): number {
  if (chance < sameZip.value) return zip;
  const isInState = chance < sameZip.value + sameState.value;
  const [start, end] = isInState ? layout.stateRange(zip) : [0, layout.zipAreas];
  const before = layout.originPeopleBefore(origin, start);
  const people = layout.originPeopleBefore(origin, end) - before;
  return layout.zipOfOriginPerson(origin, before + below(word, people));
}
