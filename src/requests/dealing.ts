/**
 * Who is requested, as arithmetic: requests are dealt to origins as in the docket, to situations as assumed, and to ZIP
 * areas as people of their kind live. People of one situation live in different households, so nobody is dealt twice.
 *
 * A share of the records are second records of a person: they stand after all first ones and are spread evenly
 * over them.
 */

import type { HouseholdsOfOrigin } from '../population/cell-households.ts';
import { shareOut } from '../population/cumulative.ts';
import { origins } from '../population/origins.ts';
import type { Population } from '../population/population.ts';
import type { StatusPattern } from '../population/status-pattern.ts';
import { otherLawful, unauthorized } from '../population/statuses.ts';
import { permutation } from '../random/permutation.ts';
import { InputError } from '../scenario/input-error.ts';
import type { Scenario } from '../scenario/schema.ts';

/**
 * How a requested person stands to the taxpayer file: in it, living with people who are, or neither. The second are
 * all without lawful status, since the residents of households are.
 */
const situations = [
  { id: 'files', status: unauthorized },
  { id: 'files', status: otherLawful },
  { id: 'lives-with-filers', status: unauthorized },
  { id: 'lives-elsewhere', status: unauthorized },
  { id: 'lives-elsewhere', status: otherLawful },
] as const;
export type Situation = (typeof situations)[number];
/** A group of the list is an origin and a situation: number `origin * situations.length + situation`. */
const groups = origins.length * situations.length;

/** Who a request is about: the kind of person, and where. */
export interface Dealt {
  /** Number of the person on the list, from 0; two requests of one number are about one person. */
  readonly person: number;
  readonly origin: number;
  readonly situation: Situation;
  readonly zip: number;
}

export interface Dealing {
  /** Where the people of an origin and situation are found. */
  homesOf(dealt: Dealt): Homes;
  /** Who request number `request` is about; requests are in random order. */
  of(request: number): Dealt;
  /** The same, for whoever asks about one request after the other. */
  inTurn(): (request: number) => Dealt;
  /** Which of the people of one origin and situation who are dealt to a ZIP area this is, and of how many. */
  turnOf(dealt: Dealt): { readonly nth: number; readonly count: number };
}

/**
 * Requests dealt ahead by `inTurn`. Where a person stands in the list is anywhere in memory, and one look waits for it;
 * in a loop of their own many looks wait together.
 */
const AHEAD = 256;

/**
 * Where the people of a situation are found: households of a cell, from the first of them on, that have the status in the
 * pattern.
 */
interface Homes {
  readonly pattern: StatusPattern;
  readonly status: number;
  /** Whether they are households in which nobody files. */
  readonly nonFiling: boolean;
}

function homesOf({ id, status }: Situation, of: HouseholdsOfOrigin): Homes {
  switch (id) {
    case 'files':
      return { pattern: of.statuses, status, nonFiling: false };
    case 'lives-with-filers':
      return { pattern: of.residents, status: 1, nonFiling: false };
    case 'lives-elsewhere':
      return { pattern: of.nonFilingStatuses, status, nonFiling: true };
  }
}

/** The dealing of a request list. */
export function dealing(scenario: Scenario, population: Population): Dealing {
  const { requests } = scenario;
  const size = requests.count.value;
  const people = Math.max(1, Math.round(size * (1 - requests.duplicates.value)));
  const { first, firstInZip } = settled(shareOut(people, groupShares(scenario)), population);
  const placeOfPerson = written(first, firstInZip);
  const homes = population.householdsOf.map((of) => situations.map((situation) => homesOf(situation, of)));
  const shuffled = permutation(population.seed, 'requests/order', size);
  const personOf = (request: number) => {
    const order = shuffled.at(request);
    return order < people ? order : Math.floor(((order - people + 0.5) * people) / (size - people));
  };
  const dealt = (person: number, place: number): Dealt => {
    const zip = Math.floor(place / groups);
    const group = place - zip * groups;
    return {
      person,
      origin: Math.floor(group / situations.length),
      situation: situations[group % situations.length]!,
      zip,
    };
  };
  return {
    of(request) {
      const person = personOf(request);
      return dealt(person, placeOfPerson[person]!);
    },
    inTurn() {
      const persons = new Int32Array(AHEAD);
      const places = new Int32Array(AHEAD);
      let first = 0;
      let end = 0;
      return (request) => {
        if (request < first || request >= end) {
          const count = Math.max(1, Math.min(AHEAD, size - request));
          for (let i = 0; i < count; i++) persons[i] = personOf(request + i);
          for (let i = 0; i < count; i++) places[i] = placeOfPerson[persons[i]!]!;
          first = request;
          end = request + count;
        }
        return dealt(persons[request - first]!, places[request - first]!);
      };
    },
    homesOf: ({ origin, situation }) => homes[origin]![situations.indexOf(situation)]!,
    turnOf({ person, origin, situation, zip }) {
      const group = origin * situations.length + situations.indexOf(situation);
      const before = firstInZip[group]![zip]!;
      return { nth: person - first[group]! - before, count: firstInZip[group]![zip + 1]! - before };
    },
  };
}

/**
 * By person of the list: ZIP area times the number of groups, and the group. Written out, since every request asks for
 * both and to search the counts for them is dear.
 */
function written(first: Float64Array, firstInZip: readonly Int32Array[]): Int32Array {
  const placeOfPerson = new Int32Array(first[groups]!);
  firstInZip.forEach((before, group) => {
    for (let zip = 0; zip + 1 < before.length; zip++) {
      const start = before[zip]!;
      const end = before[zip + 1]!;
      if (end > start) placeOfPerson.fill(zip * groups + group, first[group]! + start, first[group]! + end);
    }
  });
  return placeOfPerson;
}

/** Shares of the groups: origins, and in each the situations, in order. */
function groupShares({ requests }: Scenario): readonly number[] {
  const files = requests.inTaxpayerFile.value;
  const withFilers = (1 - files) * requests.livesWithTaxpayers.value;
  const elsewhere = 1 - files - withFilers;
  const { unauthorized: without, 'other-lawful': lawful } = requests.requestedStatuses;
  const shares = [
    files * without.value,
    files * lawful.value,
    withFilers,
    elsewhere * without.value,
    elsewhere * lawful.value,
  ];
  return origins.flatMap(({ id }) => shares.map((share) => share * requests.origins[id].value));
}

const withFilersPlace = situations.findIndex(({ id }) => id === 'lives-with-filers');

/**
 * Of each origin, people who are to live with filers and find no household go to those who live elsewhere, and the other
 * way round: how many of each there are in the country is not known as well as how many there are in all.
 */
function balanced(wanted: readonly number[], there: (group: number) => number): readonly number[] {
  const settledCounts = [...wanted];
  for (let o = 0; o < origins.length; o++) {
    const withFilers = o * situations.length + withFilersPlace;
    const elsewhere = withFilers + 1;
    const roomWithFilers = there(withFilers) - wanted[withFilers]!;
    const roomElsewhere = there(elsewhere) - wanted[elsewhere]!;
    if (roomWithFilers < 0 === roomElsewhere < 0) continue;
    const moved =
      roomWithFilers < 0
        ? Math.min(-roomWithFilers, roomElsewhere)
        : -Math.min(-roomElsewhere, roomWithFilers);
    settledCounts[withFilers]! -= moved;
    settledCounts[elsewhere]! += moved;
  }
  return settledCounts;
}

/**
 * Where groups begin, the first asked for being `asked`, and by group how many people of it are dealt to the ZIP areas
 * before each.
 */
function settled(
  asked: Float64Array,
  population: Population,
): { readonly first: Float64Array; readonly firstInZip: readonly Int32Array[] } {
  const { layout } = population;
  const { filing, nonFiling, statusStarts } = layout.counts;
  const askedCounts = Array.from(asked.subarray(1), (end, group) => end - asked[group]!);
  const nowhere = new Int32Array(layout.zipAreas + 1);
  const homes = askedCounts.map((people, group) => {
    if (people === 0) return nowhere;
    const origin = Math.floor(group / situations.length);
    const situation = situations[group % situations.length]!;
    const homes = homesOf(situation, population.householdsOf[origin]!);
    const households = homes.nonFiling ? nonFiling : filing;
    const column = new Int32Array(layout.zipAreas + 1);
    for (let zip = 0, cell = origin; zip < layout.zipAreas; zip++, cell += origins.length) {
      column[zip + 1] =
        column[zip]! + homes.pattern.countOf(homes.status, households[cell]!, statusStarts[cell]!);
    }
    return column;
  });
  const wanted = balanced(askedCounts, (group) => homes[group]![layout.zipAreas]!);
  const problems = homes.flatMap((column, group) => {
    const there = column[layout.zipAreas]!;
    if (wanted[group]! <= there) return [];
    const { id } = origins[Math.floor(group / situations.length)]!;
    const what = homeWords(situations[group % situations.length]!);
    return [
      `requests: too many for the taxpayer file; allowed: at most one to a household; found: ${wanted[group]} ${id} requests for ${there} ${what}`,
    ];
  });
  if (problems.length > 0) throw new InputError(problems);
  homes.forEach((column, group) => {
    const there = Math.max(1, column[layout.zipAreas]!);
    for (let zip = 0; zip < column.length; zip++) {
      column[zip] = Math.round((wanted[group]! * column[zip]!) / there);
    }
  });
  const first = Float64Array.from(asked);
  wanted.forEach((people, group) => {
    first[group + 1] = first[group]! + people;
  });
  return { first, firstInZip: homes };
}

function homeWords({ id, status }: Situation): string {
  const who = status === unauthorized ? 'without lawful status' : 'lawfully present in another way';
  switch (id) {
    case 'files':
      return `households headed by somebody ${who}`;
    case 'lives-with-filers':
      return `households with somebody ${who} who does not file`;
    case 'lives-elsewhere':
      return `households without a filer headed by somebody ${who}`;
  }
}
