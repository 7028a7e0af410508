/**
 * The request list: a pure function from (assumptions, seed, j) to what the agency holds about the j-th
 * requested person, and to the truth about it, kept apart.
 *
 * Requested people are dealt to households: to communities as in the docket, to places as the community
 * lives, at most one to a household, so that whoever stands at an address can be told relative from stranger.
 * A requested person is in the taxpayer file as one of the household's filers, or lives there without filing,
 * or lives where nobody files.
 *
 * Information ages. Somebody who has moved since it was taken is recorded at a former dwelling, and the
 * simulation knows who lives there now: the errors of stale addresses follow and need no rate of their own.
 */

import { type CorruptedRecord, corruptor } from '../corruption/corruptor.ts';
import { communities } from '../population/communities.ts';
import { largestHousehold } from '../population/household-pattern.ts';
import { type Cell, placeOf, shareOut, type ZipArea } from '../population/layout.ts';
import { memberEntity, peopleColumns } from '../population/people.ts';
import type { Population } from '../population/population.ts';
import { statuses, unauthorized } from '../population/statuses.ts';
import { aliasTable, pick } from '../random/alias.ts';
import { exponential } from '../random/distributions.ts';
import { permutation } from '../random/permutation.ts';
import { below, block, stream, uniform } from '../random/stream.ts';
import { InputError } from '../scenario/input-error.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { RequestTruth } from './truth.ts';

export interface RequestList {
  readonly size: number;
  /** ZIP area of the recorded address of request j; -1 where the record has none. As in `record(j)`, cheaper. */
  recordedZip(j: number): number;
  truth(j: number): RequestTruth;
  /** The record as the agency holds it, errors in it. */
  record(j: number, truth: RequestTruth): CorruptedRecord;
  /** Whether the requested person is in the taxpayer file. */
  isInFile(j: number): boolean;
  /**
   * Place in `statuses` of a filer, knowing who is requested: the requested are unauthorized, and the people
   * they live with are of mixed status.
   */
  status(area: ZipArea, cell: Cell, household: number, member: number): number;
}

/** The request list that a scenario describes, against its taxpayer file. */
export function requestList(scenario: Scenario, population: Population): RequestList {
  const { requests } = scenario;
  const { layout, seed } = population;
  const size = requests.count.value;
  const zipAreas = layout.zipAreas;

  // Order numbers 0..size-1 stand in blocks by community, and within a community by ZIP area.
  const firstOfCommunity = shareOut(
    size,
    communities.map((community) => requests.origins[community].value),
  );
  const firstInZip = communities.map((_, c) => {
    const inDocket = firstOfCommunity[c + 1]! - firstOfCommunity[c]!;
    const people = Math.max(1, layout.communityPeopleBefore(c, zipAreas));
    return Float64Array.from({ length: zipAreas + 1 }, (_, zip) =>
      Math.round((inDocket * layout.communityPeopleBefore(c, zip)) / people),
    );
  });
  const shuffled = permutation(seed, 'requests/order', size);

  const personStream = stream(seed, 'requests/person');
  const addressStream = stream(seed, 'requests/address');
  const dwellingStream = stream(seed, 'requests/dwelling');
  const relativeStream = stream(seed, 'requests/relative-status');
  const relativeStatuses = aliasTable(statuses.map(({ id }) => requests.relativesStatuses[id].value));
  const errors = corruptor(
    Object.fromEntries(Object.entries(scenario.corruption.agency).map(([id, rate]) => [id, rate.value])),
    'agency',
    seed,
  );
  const inFile = requests.inTaxpayerFile.value;
  const words = new Uint32Array(4);

  /** Where order number `order` lives: community, ZIP area, and which of the requested there. */
  const dealt = (j: number) => {
    const order = shuffled.at(j);
    const community = placeOf(firstOfCommunity, order);
    const zip = placeOf(firstInZip[community]!, order - firstOfCommunity[community]!);
    return { community, zip, nth: order - firstOfCommunity[community]! - firstInZip[community]![zip]! };
  };
  const requestedIn = (community: number, zip: number) =>
    firstInZip[community]![zip + 1]! - firstInZip[community]![zip]!;
  /** The requested are spread evenly over the households of their cell. */
  const nthHousehold = (nth: number, requested: number, households: number) =>
    Math.floor(((nth + 0.5) * households) / requested);

  const refuse = (found: string): never => {
    throw new InputError([
      `requests.count: too many requests for the taxpayer file; allowed: one to a household of the same community and place; found: ${found}`,
    ]);
  };
  communities.forEach((name, c) => {
    const inDocket = firstOfCommunity[c + 1]! - firstOfCommunity[c]!;
    if (firstInZip[c]![zipAreas]! < inDocket) refuse(`${inDocket} ${name} requests for nobody in the file`);
  });
  for (let zip = 0; zip < zipAreas; zip++) {
    for (const { community, households } of layout.area(zip).cells) {
      const requested = requestedIn(community, zip);
      if (requested <= households) continue;
      refuse(
        `${requested} ${communities[community]} requests for ${households} households in ZIP area ${layout.area(zip).code}`,
      );
    }
  }

  /** The request about somebody of this household, or -1. */
  const requestAbout = (area: ZipArea, cell: Cell, household: number): number => {
    const requested = requestedIn(cell.community, area.zip);
    if (requested === 0 || household >= area.households) return -1;
    const inCell = household - cell.firstHousehold;
    const nth = Math.floor((inCell * requested) / cell.households);
    for (const candidate of [nth - 1, nth, nth + 1]) {
      if (candidate < 0 || candidate >= requested) continue;
      if (nthHousehold(candidate, requested, cell.households) !== inCell) continue;
      return shuffled.indexOf(
        firstOfCommunity[cell.community]! + firstInZip[cell.community]![area.zip]! + candidate,
      );
    }
    return -1;
  };

  const isInFile = (j: number) => {
    block(personStream, j, 0, words);
    return uniform(words[0]!) < inFile;
  };

  /** What the person's words decide, given how many of the household file. */
  const situation = (j: number, filers: number) => {
    block(personStream, j, 0, words);
    const files = uniform(words[0]!) < inFile;
    return {
      member: files ? below(words[1]!, filers) : -1,
      livesWithFilers: files || uniform(words[2]!) < requests.livesWithTaxpayers.value,
      bearsFamilyName: uniform(words[3]!) < requests.sharesHouseholdSurname.value,
    };
  };

  /** ZIP area of the recorded dwelling, and whether it is one that the person has left. */
  const recordedPlace = (j: number, homeZip: number, community: number) => {
    block(addressStream, j, 0, words);
    const age = exponential(words[0]!, requests.informationAgeYears.value);
    const moved = uniform(words[1]!) < 1 - (1 - requests.yearlyMoverRate.value) ** age;
    if (!moved) return { zip: homeZip, moved };
    const kind = uniform(words[2]!);
    const { sameZip, sameState } = requests.formerAddress;
    if (kind < sameZip.value) return { zip: homeZip, moved };
    const [first, end] =
      kind < sameZip.value + sameState.value ? layout.stateRange(homeZip) : ([0, zipAreas] as const);
    const before = layout.communityPeopleBefore(community, first);
    const people = layout.communityPeopleBefore(community, end) - before;
    return { zip: layout.zipOfCommunityPerson(community, before + below(words[3]!, people)), moved };
  };

  const truth = (j: number): RequestTruth => {
    const { community, zip, nth } = dealt(j);
    const area = layout.area(zip);
    const cell = area.cells[community]!;
    const household = cell.firstHousehold + nthHousehold(nth, requestedIn(community, zip), cell.households);
    const filers = population.filers(area, cell, household);
    const { member, livesWithFilers } = situation(j, filers.count);
    block(dwellingStream, j, 0, words);
    const [elsewhere, former] = [words[0]!, words[1]!];
    const home = population.neighbourhood(area);
    const homeDwelling = home.dwellingOf(
      livesWithFilers ? household : area.households + below(elsewhere, area.dwellings - area.households),
    );
    const recorded = recordedPlace(j, zip, community);
    const recordedArea = layout.area(recorded.zip);
    const recordedDwelling = recorded.moved ? below(former, recordedArea.dwellings) : homeDwelling;
    return {
      taxpayer: member < 0 ? -1 : filers.first + member,
      area,
      cell,
      household,
      homeDwelling,
      recordedArea,
      recordedDwelling,
      isFormerAddress: recorded.moved && !(recorded.zip === zip && recordedDwelling === homeDwelling),
    };
  };

  return {
    size,
    isInFile,
    truth,
    recordedZip(j) {
      if (errors.occurs('address-blank', j)) return -1;
      const { community, zip } = dealt(j);
      return recordedPlace(j, zip, community).zip;
    },
    record(j, { area, cell, household, recordedArea, recordedDwelling }) {
      const householdInCell = household - cell.firstHousehold;
      const filers = population.filers(area, cell, household);
      const { member, livesWithFilers, bearsFamilyName } = situation(j, filers.count);
      const columns = peopleColumns(filers.count);
      if (member >= 0) population.maker.fillHousehold(area, cell, householdInCell, filers.count, columns, 0);
      else
        population.maker.fillResident(
          area,
          cell,
          householdInCell,
          !(livesWithFilers && bearsFamilyName),
          columns,
          0,
        );
      const record = population.record({
        recordId: String(j),
        columns,
        row: Math.max(member, 0),
        entity: memberEntity(area, cell, household, member >= 0 ? member : largestHousehold),
        area: recordedArea,
        dwelling: recordedDwelling,
      });
      return errors.corrupt(record, j);
    },
    status(area, cell, household, member) {
      const j = requestAbout(area, cell, household);
      if (j < 0) return population.status(area, cell, household, member);
      const about = situation(j, population.filers(area, cell, household).count);
      if (!about.livesWithFilers) return population.status(area, cell, household, member);
      if (about.member === member) return unauthorized;
      block(relativeStream, memberEntity(area, cell, household, member), 0, words);
      return pick(relativeStatuses, words[0]!, words[1]!);
    },
  };
}
