/**
 * Who is requested, as arithmetic: requests are dealt to origins as in the docket, to situations as assumed, and to ZIP
 * areas as people of their kind live. People of one situation live in different households, so nobody is dealt twice.
 *
 * A share of the records are second records of a person: they stand after all first ones and are spread evenly
 * over them.
 */

import { type Cell, placeOf, shareOut } from '../population/layout.ts';
import { origins } from '../population/origins.ts';
import type { Population } from '../population/population.ts';
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

/** Who a request is about, as counts: the n-th of so many of an origin and situation in a ZIP area. */
export interface Dealt {
  /** Number of the person on the list, from 0; two requests of one number are about one person. */
  readonly person: number;
  readonly origin: number;
  readonly situation: Situation;
  readonly zip: number;
  readonly nth: number;
  readonly count: number;
}

/** Where the people of a situation are found: households of a cell that have the status in the pattern. */
export function homesOf(
  { id, status }: Situation,
  { householdsOf }: Pick<Population, 'householdsOf'>,
  cell: Cell,
) {
  const of = householdsOf[cell.origin]!;
  const filing = { households: cell.households, first: cell.firstHousehold };
  switch (id) {
    case 'files':
      return { pattern: of.statuses, status, ...filing };
    case 'lives-with-filers':
      return { pattern: of.residents, status: 1, ...filing };
    case 'lives-elsewhere':
      return {
        pattern: of.nonFilingStatuses,
        status,
        households: cell.nonFiling,
        first: cell.firstNonFiling,
      };
  }
}

/** The dealing of a request list: by number of the request, in random order. */
export function dealing(scenario: Scenario, population: Population): (request: number) => Dealt {
  const { requests } = scenario;
  const size = requests.count.value;
  const people = Math.max(1, Math.round(size * (1 - requests.duplicates.value)));
  const { first, firstInZip } = settled(shareOut(people, groupShares(scenario)), population);
  const shuffled = permutation(population.seed, 'requests/order', size);
  return (request) => {
    const order = shuffled.at(request);
    const person = order < people ? order : Math.floor(((order - people + 0.5) * people) / (size - people));
    const group = placeOf(first, person);
    const inGroup = person - first[group]!;
    const zip = placeOf(firstInZip[group]!, inGroup);
    const before = firstInZip[group]![zip]!;
    return {
      person,
      origin: Math.floor(group / situations.length),
      situation: situations[group % situations.length]!,
      zip,
      nth: inGroup - before,
      count: firstInZip[group]![zip + 1]! - before,
    };
  };
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
  const askedCounts = Array.from(asked.subarray(1), (end, group) => end - asked[group]!);
  const nowhere = new Int32Array(layout.zipAreas + 1);
  const homes = askedCounts.map((people) => (people === 0 ? nowhere : new Int32Array(layout.zipAreas + 1)));
  for (let zip = 0; zip < layout.zipAreas; zip++) {
    for (const cell of layout.area(zip).cells) {
      situations.forEach((situation, s) => {
        const column = homes[cell.origin * situations.length + s]!;
        if (column === nowhere) return;
        const { pattern, status, households } = homesOf(situation, population, cell);
        column[zip + 1] = column[zip]! + pattern.countOf(status, households, cell.statusStart);
      });
    }
  }
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
