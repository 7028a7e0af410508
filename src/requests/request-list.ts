/**
 * The request list: a pure function from (assumptions, seed, j) to what the agency holds about the j-th
 * requested person, and to the truth about it, kept apart.
 *
 * Requested people are dealt to origins as in the docket and to ZIP areas as people of their kind live (dealing.ts). All
 * are people of the population, one of each situation to a household. Some file: they are householders. The others live with
 * people who file, or are householders where nobody files. So whoever stands at an address can be told relative
 * from stranger.
 *
 * Information ages. Somebody who moved between the agency's information and the return is recorded at another dwelling
 * (recorded-address.ts), and the simulation knows who lives there: the errors of stale addresses follow and need no
 * rate of their own. The base of a record is the name as the person writes it; what the agency makes of it, and of the
 * rest, is left to the corruptions.
 */

import type { Address } from '../corruption/context.ts';
import { type CorruptedRecord, corruptor } from '../corruption/corruptor.ts';
import { agencyErrors } from '../corruption/rates.ts';
import { householdInCell } from '../population/cell-households.ts';
import type { ZipArea } from '../population/layout.ts';
import { memberEntity, residentMember } from '../population/member-entity.ts';
import { origins } from '../population/origins.ts';
import { peopleColumns } from '../population/people-columns.ts';
import type { Population } from '../population/population.ts';
import type { PersonRecord } from '../population/record.ts';
import { below, block, stream } from '../random/stream.ts';
import type { Scenario } from '../scenario/schema.ts';
import { type Dealt, dealing } from './dealing.ts';
import { heldNumbers } from './held-number.ts';
import { type Housemate, housematesOf, personContext } from './person-context.ts';
import { type RecordedPlace, recordedAddresses } from './recorded-address.ts';
import { requestedHouseholds } from './requested-person.ts';
import type { RequestTruth } from './truth.ts';

export interface RequestList {
  readonly size: number;
  /** ZIP area that the record of request j names, right or wrong; -1 where it names none. As in `record`, cheaper. */
  recordedZip(j: number): number;
  truth(j: number): RequestTruth;
  /** The record as the agency holds it, errors in it. */
  record(j: number, truth: RequestTruth): CorruptedRecord;
  /** Index of the person of the file whose number the record shows, errors in it; -1 if it is nobody's, or blank. */
  numberOwner(j: number, truth: RequestTruth, record: PersonRecord): number;
  /** The day on which the information was taken, YYYY-MM-DD. */
  informationDate(j: number): string;
  /** Whether the requested person is in the taxpayer file. */
  isInFile(j: number): boolean;
}

/** The day on which the list was sent, from which the age of information counts back. */
const REFERENCE_DATE = Date.UTC(2025, 5, 30);
const DAYS_PER_YEAR = 365.2425;
const MILLISECONDS_PER_DAY = 86_400_000;

/** The request list that a scenario describes, against its taxpayer file. */
export function requestList(scenario: Scenario, population: Population): RequestList {
  const { layout, seed } = population;
  const size = scenario.requests.count.value;
  const dealt = dealing(scenario, population);
  const householdOf = requestedHouseholds(scenario, population);
  const addresses = recordedAddresses(scenario, population, dealt);
  const numbers = heldNumbers(scenario, population);
  const dwellingStream = stream(seed, 'requests/dwelling');
  const errors = corruptor(agencyErrors(scenario), 'agency', seed);
  const zipCodes = Array.from({ length: layout.zipAreas }, (_, zip) => layout.area(zip).code);
  const zipOfCode = new Map(zipCodes.map((code, zip) => [code, zip]));
  const words = new Uint32Array(4);

  const areaOf = remembered(layout.area);
  const homeOf = (person: Dealt) => {
    const area = areaOf(person.zip);
    const cell = area.cells[person.origin]!;
    return { area, cell, household: householdOf(person, area, cell) };
  };
  const dwellingOf = ({ area, household }: { readonly area: ZipArea; readonly household: number }) =>
    population.neighbourhood(area).dwellingOf(household);
  /** The recorded dwelling of a place that is not the person's home. */
  const dwellingIn = (j: number, { kind, request, rank }: RecordedPlace, area: ZipArea) => {
    if (kind === 'shared') return addresses.sharedDwelling(rank, area.dwellings);
    if (kind === 'other-person') return dwellingOf(homeOf(dealt(request)));
    block(dwellingStream, j, 0, words);
    return below(words[1]!, area.dwellings);
  };
  const addressAt = (area: ZipArea, dwelling: number): Address => {
    const { addressText, addressCode } = population.neighbourhood(area);
    return { ...addressText(addressCode(dwelling)), city: area.city, state: area.state, zip: area.code };
  };
  /** Another home of the person, for the error that takes it for the present one. */
  const otherHome = (j: number, person: Dealt) => {
    const area = areaOf(addresses.formerZip(j, person));
    block(dwellingStream, j, 0, words);
    return addressAt(area, below(words[2]!, area.dwellings));
  };
  const inFile = (housemates: readonly Housemate[]) =>
    housemates.flatMap(({ person }) => (person < 0 ? [] : [person]));

  return {
    size,
    isInFile: (j) => dealt(j).situation.id === 'files',
    informationDate(j) {
      const days = Math.round(addresses.informationAgeYears(j) * DAYS_PER_YEAR);
      return new Date(REFERENCE_DATE - days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
    },
    truth(j) {
      const person = dealt(j);
      const home = homeOf(person);
      const { area, cell, household } = home;
      const { id, status } = person.situation;
      const member = id === 'lives-with-filers' ? residentMember : 0;
      const taxpayer = id === 'files' ? population.filers(area, cell, household).first : -1;
      const place = addresses.place(j, person);
      const recordedArea = areaOf(place.zip);
      const recordedDwelling = place.kind === 'home' ? dwellingOf(home) : dwellingIn(j, place, recordedArea);
      const isHome = place.zip === area.zip && recordedDwelling === dwellingOf(home);
      const number = numbers.of({
        request: j,
        person: person.person,
        taxpayer,
        status,
        entity: memberEntity(area, cell, household, member),
        housemates: () => inFile(housematesOf(population, { area, cell, household, member })),
      });
      return {
        taxpayer,
        area,
        cell,
        household,
        member,
        get homeDwelling() {
          return dwellingOf(home);
        },
        recordedArea,
        recordedDwelling,
        addressKind: isHome ? 'home' : place.kind,
        isFormerAddress: !isHome,
        number,
        numberOwner: number.owner,
      };
    },
    recordedZip(j) {
      const person = dealt(j);
      const recorded = addresses.place(j, person).zip;
      const context = {
        origin: origins[person.origin]!.id,
        recordAgeYears: addresses.informationAgeYears(j),
        get formerAddress() {
          return otherHome(j, person);
        },
      };
      const code = errors.corruptZip(zipCodes[recorded]!, context, j);
      return code === zipCodes[recorded] ? recorded : (zipOfCode.get(code) ?? -1);
    },
    record(j, truth) {
      const { area, cell, household, member, recordedArea, recordedDwelling } = truth;
      const inCell = householdInCell(area, cell, household);
      const columns = peopleColumns(1);
      if (member === residentMember) population.maker.fillResident(area, cell, inCell, columns, 0);
      else population.maker.fillHousehold(area, cell, inCell, 1, columns, 0);
      const record = population.record({
        recordId: String(j),
        name: population.nameOf(area, cell, household, member).written,
        columns,
        row: 0,
        entity: memberEntity(area, cell, household, member),
        area: recordedArea,
        address: population.neighbourhood(recordedArea).addressCode(recordedDwelling),
        tin: truth.number.digits,
      });
      const context = personContext(population, truth, {
        recordAgeYears: addresses.informationAgeYears(j),
        formerAddress: () => otherHome(j, dealt(j)),
        othersTin: () => numbers.ofOther(j).digits,
        housemates: () => housematesOf(population, truth),
      });
      return errors.corrupt(record, context, j);
    },
    numberOwner(j, truth, { tin }) {
      if (tin === '') return -1;
      if (tin === truth.number.digits) return truth.number.owner;
      const other = numbers.ofOther(j);
      if (tin === other.digits) return other.owner;
      return housematesOf(population, truth).find((housemate) => housemate.tin === tin)?.person ?? -1;
    },
  };
}

/** ZIP areas remembered: requests are made ZIP area by ZIP area, and many live where they are recorded. */
const AREAS_REMEMBERED = 512;

function remembered(areaOf: (zip: number) => ZipArea): (zip: number) => ZipArea {
  const areas = new Map<number, ZipArea>();
  return (zip) => {
    let area = areas.get(zip);
    if (area === undefined) {
      if (areas.size >= AREAS_REMEMBERED) areas.clear();
      area = areaOf(zip);
      areas.set(zip, area);
    }
    return area;
  };
}
