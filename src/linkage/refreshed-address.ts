/**
 * An address taken from a second file: the request is first matched to that file by name in the ZIP area, and whoever
 * is found there gives the address that the next step acts upon. If that is somebody else, the next step looks
 * for a like name at the address of somebody else: errors compound.
 *
 * The second file holds a share of the taxpayers of the ZIP area, each drawn alone; a share of its addresses is out of
 * date. An outdated address is another dwelling of the same ZIP area, so that all that follows stays within it.
 */

import type { Address } from '../matching/place.ts';
import type { Population } from '../population/population.ts';
import { below, block, stream, uniform } from '../random/stream.ts';
import type { Leaders } from './leaders.ts';
import { FoundPeople, type Search, type SearchedPeople, type SearchedRequest } from './search.ts';
import { SCORE_TOLERANCE } from './thresholds-reached.ts';
import type { ZipHomes } from './zip-homes.ts';

export interface SecondFile {
  readonly file: string;
  /** Share of taxpayers who are in it. */
  readonly coverage: number;
  /** Share of its addresses that are not the person's home any more. */
  readonly staleness: number;
  readonly threshold: number;
  readonly rule: 'best' | 'unique';
}

/** The address that a request has after a look into the second file; its own where nobody is found. */
export type Refresh = (request: SearchedRequest, number: number, address: Address) => Address;

/** @param search of the file's matcher, with the file's threshold as floor */
export function refreshFrom(
  { file, coverage, staleness, threshold, rule }: SecondFile,
  search: Search,
  {
    population,
    leadersOf,
  }: {
    readonly population: Pick<Population, 'seed'>;
    readonly leadersOf: (found: FoundPeople, firstPerson: number, request: number) => Leaders;
  },
): (homes: ZipHomes, people: SearchedPeople) => Refresh {
  const entries = stream(population.seed, `linkage/second-file/${file}`);
  const words = new Uint32Array(4);
  const found = new FoundPeople();
  const covered = new FoundPeople();
  return (homes, people) => {
    const searchHere = search(people);
    const { area, neighbourhood } = homes;
    return (request, number, address) => {
      if (address.zip !== area.code) return address;
      found.count = 0;
      covered.count = 0;
      searchHere(request, found);
      for (let place = 0; place < found.count; place++) {
        block(entries, area.firstPerson + found.people[place]!, 0, words);
        if (uniform(words[0]!) < coverage) covered.add(found.people[place]!, found.scores[place]!);
      }
      const { best, runnerUp } = leadersOf(covered, area.firstPerson, number);
      if (best < 0 || (rule === 'unique' && runnerUp + SCORE_TOLERANCE >= threshold)) return address;
      const person = covered.people[best]!;
      block(entries, area.firstPerson + person, 0, words);
      if (uniform(words[1]!) >= staleness) return homes.addressOf(homes.people.household[person]!);
      const dwelling = below(words[2]!, area.dwellings);
      return {
        ...neighbourhood.addressText(neighbourhood.addressCode(dwelling)),
        state: area.state,
        zip: area.code,
      };
    };
  };
}
