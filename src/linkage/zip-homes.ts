/** Where the people of one ZIP area live, looked up only for those who are asked about, and remembered. */

import type { Address } from '../matching/place.ts';
import type { Neighbourhood } from '../population/addresses.ts';
import { cellOf, type ZipArea } from '../population/layout.ts';
import type { PeopleColumns } from '../population/people-columns.ts';
import type { Population } from '../population/population.ts';
import { digitCounts } from './digit-counts.ts';

export interface ZipHomes {
  readonly area: ZipArea;
  readonly people: PeopleColumns;
  readonly neighbourhood: Neighbourhood;
  dwellingOf(household: number): number;
  /** The address on the returns of a household; what is beyond the ZIP code is made when it is first read. */
  addressOf(household: number): Address;
  /** The digits (`digitCounts`) of the number of the house or box on the returns of a household, errors or not. */
  numberDigits(household: number): number;
  /** By person: place in `origins`. */
  readonly origins: Uint8Array;
}

export function zipHomes(
  population: Pick<Population, 'neighbourhood' | 'filing'>,
  area: ZipArea,
  people: PeopleColumns,
): ZipHomes {
  const neighbourhood = population.neighbourhood(area);
  const dwellings = new Int32Array(area.households).fill(-1);
  const addresses: (Address | undefined)[] = [];
  const digits = new Float64Array(area.households);
  const origins = new Uint8Array(area.people);
  for (const { origin, firstPerson, people: count } of area.cells) {
    origins.fill(origin, firstPerson, firstPerson + count);
  }
  const dwellingOf = (household: number) => {
    if (dwellings[household] === -1) dwellings[household] = neighbourhood.dwellingOf(household);
    return dwellings[household]!;
  };
  return {
    area,
    people,
    neighbourhood,
    origins,
    dwellingOf,
    addressOf(household) {
      addresses[household] ??= new FiledAddress(area, () =>
        population.filing.filedAddress(
          area,
          cellOf(area, household),
          household,
          neighbourhood.addressText(neighbourhood.filedCode(dwellingOf(household))),
        ),
      );
      return addresses[household];
    },
    numberDigits(household) {
      // No number is without digits, so 0 is one that has not been asked for.
      if (digits[household] === 0) {
        digits[household] = digitCounts(neighbourhood.filedCode(dwellingOf(household)).houseNumber);
      }
      return digits[household]!;
    },
  };
}

/** What of an address is within a ZIP area. */
type Street = Omit<Address, 'state' | 'zip'>;

/** An address whose street is written out when somebody reads it: most are turned down by the ZIP code or never met. */
class FiledAddress implements Address {
  readonly zip: string;
  readonly state: string;
  private readonly write: () => Street;
  private written: Street | undefined;

  constructor({ code, state }: Pick<ZipArea, 'code' | 'state'>, write: () => Street) {
    this.zip = code;
    this.state = state;
    this.write = write;
  }

  get houseNumber(): string {
    return this.text().houseNumber;
  }

  get street(): string {
    return this.text().street;
  }

  get unit(): string {
    return this.text().unit;
  }

  private text(): Street {
    this.written ??= this.write();
    return this.written;
  }
}
