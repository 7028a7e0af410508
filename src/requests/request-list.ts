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
import { housematesOf } from './housemates.ts';
import { KnownTruth, type TruthSources } from './known-truth.ts';
import { type ContextSources, PersonContext } from './person-context.ts';
import { recordedAddresses } from './recorded-address.ts';
import { requestedHouseholds } from './requested-person.ts';
import type { RequestedMember, RequestTruth } from './truth.ts';

export interface RequestList {
  readonly size: number;
  /** ZIP area that the record of request j names, right or wrong; -1 where it names none. As in `record`, cheaper. */
  recordedZip(j: number): number;
  /** The same for whoever wants the requests of marked ZIP areas only: `elsewhere` for any other. Cheaper where they are few. */
  recordedZipIn(isMarked: Uint8Array): (j: number) => number;
  truth(j: number): RequestTruth;
  /** The record as the agency holds it, errors in it. */
  record(j: number, truth: RequestTruth): CorruptedRecord;
  /** What of that record is neither its street address nor its number. As in `record`, cheaper. */
  recordedNames(j: number, truth: RequestTruth): RecordedNames;
  /** Index of the person of the file whose number the record shows, errors in it; -1 if it is nobody's, or blank. */
  numberOwner(j: number, truth: RequestTruth, record: PersonRecord): number;
  /** The day on which the information was taken, YYYY-MM-DD. */
  informationDate(j: number): string;
  /** Whether the requested person is in the taxpayer file. */
  isInFile(j: number): boolean;
}

export type RecordedNames = Omit<PersonRecord, 'houseNumber' | 'street' | 'unit' | 'tin'>;

/** Of a request whose record names a ZIP area that is not asked for. */
export const elsewhere = -2;

/** The day on which the list was sent, from which the age of information counts back. */
const REFERENCE_DATE = Date.UTC(2025, 5, 30);
const DAYS_PER_YEAR = 365.2425;
const MILLISECONDS_PER_DAY = 86_400_000;

/** The request list that a scenario describes, against its taxpayer file. */
export function requestList(scenario: Scenario, population: Population): RequestList {
  const { layout, seed } = population;
  const size = scenario.requests.count.value;
  const dealt = dealing(scenario, population);
  const householdOf = requestedHouseholds(scenario, population, dealt);
  const addresses = recordedAddresses(scenario, population, dealt.of);
  const housemates = housematesOf(population);
  const numbers = heldNumbers(scenario, population, housemates);
  const dwellingStream = stream(seed, 'requests/dwelling');
  const errors = corruptor(agencyErrors(scenario), 'agency', seed);
  const zipOfCode = new Map(Array.from({ length: layout.zipAreas }, (_, zip) => [layout.code(zip), zip]));
  const words = new Uint32Array(4);
  const columns = peopleColumns(1);

  const areaOf = remembered(layout.area);
  const memberOf = (person: Dealt): RequestedMember => {
    const area = areaOf(person.zip);
    const cell = area.cells[person.origin]!;
    const member = person.situation.id === 'lives-with-filers' ? residentMember : 0;
    return { area, cell, household: householdOf(person, area, cell), member };
  };
  const dwellingOf = (area: ZipArea, household: number) =>
    population.neighbourhood(area).dwellingOf(household);
  const sources: TruthSources = {
    place: addresses.place,
    areaOf,
    dwellingOf,
    dwellingIn(j, { kind, request, rank }, area) {
      if (kind === 'shared') return addresses.sharedDwelling(rank, area.dwellings);
      if (kind === 'other-person') {
        const other = memberOf(dealt.of(request));
        return dwellingOf(other.area, other.household);
      }
      block(dwellingStream, j, 0, words);
      return below(words[1]!, area.dwellings);
    },
    numberOf: (request, { person, situation: { status } }, taxpayer, { area, cell, household, member }) =>
      numbers.of({ area, cell, household, member, request, person, taxpayer, status }),
  };
  /**
   * Another home of the person, for the error that takes it for the present one. Its street is spelt when it is asked for:
   * all the streets before it have to be drawn, and mostly it is enough that there is such a home.
   */
  const otherHome = (j: number): Address => {
    const area = areaOf(addresses.formerZip(j, dealt.of(j)));
    const text = once(() => {
      const { addressText, addressCode } = population.neighbourhood(area);
      block(dwellingStream, j, 0, words);
      return addressText(addressCode(below(words[2]!, area.dwellings)));
    });
    return {
      get houseNumber() {
        return text().houseNumber;
      },
      get street() {
        return text().street;
      },
      get unit() {
        return text().unit;
      },
      city: area.city,
      state: area.state,
      zip: area.code,
    };
  };
  const contextSources: ContextSources = {
    otherSurnames: population.otherSurnames,
    housemates,
    formerAddress: otherHome,
    othersTin: (j) => numbers.ofOther(j).digits,
  };
  const townsOnly: ContextSources = {
    ...contextSources,
    formerAddress: (j) => townOf(areaOf(addresses.formerZip(j, dealt.of(j)))),
  };
  const contextOf = (j: number, truth: RequestTruth, from: ContextSources) =>
    new PersonContext(j, truth, addresses.informationAgeYears(j), from);
  /** Writes to the one row of `columns` when the requested person was born, all that is read of it; their entity. */
  const fill = ({ area, cell, household, member }: RequestTruth) => {
    const inCell = householdInCell(area, cell, household);
    const who = member === residentMember ? 'resident' : 'householder';
    population.maker.fillSexAndYear(who, area, cell, inCell, columns, 0);
    return memberEntity(area, cell, household, member);
  };
  const record = (j: number, truth: RequestTruth) => {
    const { area, cell, household, member, recordedArea, recordedDwelling } = truth;
    const entity = fill(truth);
    const before = population.record({
      recordId: String(j),
      name: population.writtenName(area, cell, household, member),
      columns,
      row: 0,
      entity,
      area: recordedArea,
      address: population.neighbourhood(recordedArea).addressCode(recordedDwelling),
      tin: truth.number.digits,
    });
    return errors.corrupt(before, contextOf(j, truth, contextSources), j);
  };

  const recordedZip = (j: number, person: Dealt, mayChange: boolean) => {
    const { zip } = addresses.place(j, person);
    if (!mayChange) return zip;
    const code = errors.corruptZip(
      layout.code(zip),
      {
        origin: origins[person.origin]!.id,
        recordAgeYears: addresses.informationAgeYears(j),
        get formerAddress() {
          return otherHome(j);
        },
      },
      j,
    );
    return code === layout.code(zip) ? zip : (zipOfCode.get(code) ?? -1);
  };

  return {
    size,
    isInFile: (j) => dealt.of(j).situation.id === 'files',
    informationDate(j) {
      const days = Math.round(addresses.informationAgeYears(j) * DAYS_PER_YEAR);
      return new Date(REFERENCE_DATE - days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
    },
    truth(j) {
      const person = dealt.of(j);
      const requested = memberOf(person);
      const { area, cell, household } = requested;
      const files = person.situation.id === 'files';
      const taxpayer = files ? population.filers(area, cell, household).first : -1;
      return new KnownTruth(j, person, requested, taxpayer, sources);
    },
    recordedZip: (j) => recordedZip(j, dealt.of(j), errors.mayChangeZip(j)),
    recordedZipIn(isMarked) {
      const mayBeIn = addresses.mayBeIn(isMarked);
      const dealtTo = dealt.inTurn();
      return (j) => {
        const person = dealtTo(j);
        const mayChange = errors.mayChangeZip(j);
        if (!mayChange && !mayBeIn(j, person)) return elsewhere;
        const zip = recordedZip(j, person, mayChange);
        return zip < 0 || isMarked[zip] === 1 ? zip : elsewhere;
      };
    },
    record,
    recordedNames(j, truth) {
      const { area, cell, household, member, recordedArea } = truth;
      const entity = fill(truth);
      const { givenName, middleName, surname, suffix } = population.writtenName(
        area,
        cell,
        household,
        member,
      );
      const before: PersonRecord = {
        recordId: String(j),
        givenName,
        middleName,
        surname,
        suffix,
        ...townOf(recordedArea),
        dateOfBirth: population.dateOfBirth(columns, 0, entity),
        tin: '',
      };
      return errors.corruptNames(before, contextOf(j, truth, townsOnly), j) ?? record(j, truth).record;
    },
    numberOwner(j, truth, { tin }) {
      if (tin === '') return -1;
      if (tin === truth.number.digits) return truth.number.owner;
      const other = numbers.ofOther(j);
      if (tin === other.digits) return other.owner;
      return housemates(truth).find((housemate) => housemate.tin === tin)?.person ?? -1;
    },
  };
}

/** The last lines of an address alone. */
function townOf({ city, state, code }: ZipArea): Address {
  return { houseNumber: '', street: '', unit: '', city, state, zip: code };
}

/** What `make` gives, made when first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** ZIP areas remembered, and as many again that were before: requests are made ZIP area by ZIP area. */
const AREAS_REMEMBERED = 2048;

function remembered(areaOf: (zip: number) => ZipArea): (zip: number) => ZipArea {
  let recent = new Map<number, ZipArea>();
  let before = recent;
  return (zip) => {
    let area = recent.get(zip);
    if (area === undefined) {
      if (recent.size >= AREAS_REMEMBERED) {
        before = recent;
        recent = new Map();
      }
      area = before.get(zip) ?? areaOf(zip);
      recent.set(zip, area);
    }
    return area;
  };
}
