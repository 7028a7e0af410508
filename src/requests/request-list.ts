/**
 * The request list: a pure function from (assumptions, seed, j) to what the agency holds about the j-th
 * requested person, and to the truth about it, kept apart.
 *
 * Requested people are dealt to origins as in the docket and to ZIP areas as the origin lives. One in so many
 * files taxes: they are primary filers without lawful status, each of another household. The others live with
 * people who file, at most one to a household, or where nobody files. So whoever stands at an address can be told
 * relative from stranger.
 *
 * Information ages. Somebody who has moved since it was taken is recorded at a former dwelling, and the
 * simulation knows who lives there now: the errors of stale addresses follow and need no rate of their own.
 */

import { type CorruptedRecord, corruptor } from '../corruption/corruptor.ts';
import { largestHousehold } from '../population/household-pattern.ts';
import { placeOf, shareOut } from '../population/layout.ts';
import { origins } from '../population/origins.ts';
import { memberEntity, peopleColumns } from '../population/people.ts';
import type { Population } from '../population/population.ts';
import { unauthorized } from '../population/statuses.ts';
import { exponential } from '../random/distributions.ts';
import { permutation } from '../random/permutation.ts';
import { below, block, stream, uniform } from '../random/stream.ts';
import { InputError } from '../scenario/input-error.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { RequestTruth } from './truth.ts';

export interface RequestList {
  readonly size: number;
  /** ZIP area of the recorded address of request j; -1 where the record has none. As in `record`, cheaper. */
  recordedZip(j: number): number;
  truth(j: number): RequestTruth;
  /** The record as the agency holds it, errors in it. */
  record(j: number, truth: RequestTruth): CorruptedRecord;
  /** Whether the requested person is in the taxpayer file. */
  isInFile(j: number): boolean;
}

/** How a requested person stands to the taxpayer file: in it, living with people who are, or neither. */
const situations = ['files', 'lives-with-filers', 'lives-elsewhere'] as const;
type Situation = (typeof situations)[number];

/** The request list that a scenario describes, against its taxpayer file. */
export function requestList(scenario: Scenario, population: Population): RequestList {
  const { requests } = scenario;
  const { layout, seed } = population;
  const size = requests.count.value;
  const { first, firstInZip } = dealing(scenario, population);
  const shuffled = permutation(seed, 'requests/order', size);
  const nameStream = stream(seed, 'requests/family-name');
  const addressStream = stream(seed, 'requests/address');
  const dwellingStream = stream(seed, 'requests/dwelling');
  const errors = corruptor(
    Object.fromEntries(Object.entries(scenario.corruption.agency).map(([id, rate]) => [id, rate.value])),
    'agency',
    seed,
  );
  const words = new Uint32Array(4);

  /** Who request j is about, as counts: the n-th of so many of an origin and situation in a ZIP area. */
  const dealt = (j: number) => {
    const order = shuffled.at(j);
    const group = placeOf(first, order);
    const inGroup = order - first[group]!;
    const zip = placeOf(firstInZip[group]!, inGroup);
    const before = firstInZip[group]![zip]!;
    return {
      origin: Math.floor(group / situations.length),
      situation: situations[group % situations.length]!,
      zip,
      nth: inGroup - before,
      count: firstInZip[group]![zip + 1]! - before,
    };
  };

  /** ZIP area of the recorded dwelling, and whether it is one that the person has left. */
  const recordedPlace = (j: number, homeZip: number, origin: number) => {
    block(addressStream, j, 0, words);
    const age = exponential(words[0]!, requests.informationAgeYears.value);
    const moved = uniform(words[1]!) < 1 - (1 - requests.yearlyMoverRate.value) ** age;
    if (!moved) return { zip: homeZip, moved };
    const kind = uniform(words[2]!);
    const { sameZip, sameState } = requests.formerAddress;
    if (kind < sameZip.value) return { zip: homeZip, moved };
    const [start, end] =
      kind < sameZip.value + sameState.value ? layout.stateRange(homeZip) : ([0, layout.zipAreas] as const);
    const before = layout.originPeopleBefore(origin, start);
    const people = layout.originPeopleBefore(origin, end) - before;
    return { zip: layout.zipOfOriginPerson(origin, before + below(words[3]!, people)), moved };
  };

  /** The household, counted within its origin: of a filer, or the one lived with; else a number no household has. */
  const householdOf = (
    { situation, nth, count }: { situation: Situation; nth: number; count: number },
    origin: number,
    households: number,
    statusStart: number,
  ) => {
    const spreadOver = (places: number) => Math.floor(((nth + 0.5) * places) / count);
    if (situation === 'lives-elsewhere') return households + nth;
    if (situation === 'lives-with-filers') return spreadOver(households);
    const pattern = population.statusPatterns[origin]!;
    const headed = pattern.countOf(unauthorized, households, statusStart);
    return pattern.nthOf(unauthorized, spreadOver(headed), statusStart);
  };

  return {
    size,
    isInFile: (j) => dealt(j).situation === 'files',
    truth(j) {
      const person = dealt(j);
      const { origin, situation, zip } = person;
      const area = layout.area(zip);
      const cell = area.cells[origin]!;
      const household = cell.firstHousehold + householdOf(person, origin, cell.households, cell.statusStart);
      block(dwellingStream, j, 0, words);
      const [elsewhere, former] = [words[0]!, words[1]!];
      const homeDwelling = population
        .neighbourhood(area)
        .dwellingOf(
          situation === 'lives-elsewhere'
            ? area.households + below(elsewhere, area.dwellings - area.households)
            : household,
        );
      const recorded = recordedPlace(j, zip, origin);
      const recordedArea = layout.area(recorded.zip);
      const recordedDwelling = recorded.moved ? below(former, recordedArea.dwellings) : homeDwelling;
      return {
        taxpayer: situation === 'files' ? population.filers(area, cell, household).first : -1,
        area,
        cell,
        household,
        homeDwelling,
        recordedArea,
        recordedDwelling,
        isFormerAddress: recorded.moved && !(recorded.zip === zip && recordedDwelling === homeDwelling),
      };
    },
    recordedZip(j) {
      if (errors.occurs('address-blank', j)) return -1;
      const { origin, zip } = dealt(j);
      return recordedPlace(j, zip, origin).zip;
    },
    record(j, { taxpayer, area, cell, household, recordedArea, recordedDwelling }) {
      const inCell = household - cell.firstHousehold;
      const columns = peopleColumns(largestHousehold);
      if (taxpayer >= 0) {
        population.maker.fillHousehold(area, cell, inCell, 1, columns, 0);
      } else {
        block(nameStream, j, 0, words);
        const livesWithFilers = inCell < cell.households;
        const bearsFamilyName = livesWithFilers && uniform(words[0]!) < requests.sharesHouseholdSurname.value;
        population.maker.fillResident(area, cell, inCell, !bearsFamilyName, columns, 0);
      }
      const record = population.record({
        recordId: String(j),
        columns,
        row: 0,
        entity: memberEntity(area, cell, household, taxpayer >= 0 ? 0 : largestHousehold),
        area: recordedArea,
        dwelling: recordedDwelling,
      });
      return errors.corrupt(record, j);
    },
  };
}

/**
 * Deals the requests out: order numbers 0..size-1 stand in groups by origin and situation, and within a group by
 * ZIP area. Groups begin at `first`; the order numbers of group g in the ZIP areas before z are `firstInZip[g][z]`.
 */
function dealing(scenario: Scenario, { layout, statusPatterns }: Population) {
  const { requests } = scenario;
  const files = requests.inTaxpayerFile.value;
  const withFilers = (1 - files) * requests.livesWithTaxpayers.value;
  const first = shareOut(
    requests.count.value,
    origins.flatMap(({ id }) =>
      [files, withFilers, 1 - files - withFilers].map((share) => share * requests.origins[id].value),
    ),
  );

  // Where somebody of the group may live, by ZIP area: households headed by somebody without lawful status,
  // households, people.
  const places = Array.from(first.subarray(1), () => new Float64Array(layout.zipAreas + 1));
  for (let zip = 0; zip < layout.zipAreas; zip++) {
    for (const { origin, people, households, statusStart } of layout.area(zip).cells) {
      const headed = statusPatterns[origin]!.countOf(unauthorized, households, statusStart);
      [headed, households, people].forEach((count, situation) => {
        const column = places[origin * situations.length + situation]!;
        column[zip + 1] = column[zip]! + count;
      });
    }
  }
  const problems = places.flatMap((column, group) => {
    const wanted = first[group + 1]! - first[group]!;
    const there = column[layout.zipAreas]!;
    const isElsewhere = group % situations.length === situations.indexOf('lives-elsewhere');
    if (wanted === 0 || (isElsewhere ? there > 0 : wanted <= there)) return [];
    const { id } = origins[Math.floor(group / situations.length)]!;
    const what = ['households headed by somebody without lawful status', 'households', 'people'][
      group % situations.length
    ];
    return [
      `requests: too many for the taxpayer file; allowed: at most one to a household; found: ${wanted} ${id} requests for ${there} ${what}`,
    ];
  });
  if (problems.length > 0) throw new InputError(problems);
  const firstInZip = places.map((column, group) => {
    const wanted = first[group + 1]! - first[group]!;
    const there = Math.max(1, column[layout.zipAreas]!);
    return column.map((before) => Math.round((wanted * before) / there));
  });
  return { first, firstInZip };
}
