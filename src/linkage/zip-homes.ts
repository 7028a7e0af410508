/** Where the people of one ZIP area live, looked up only for those who are asked about, and remembered. */

import type { Address } from '../matching/place.ts';
import type { Neighbourhood } from '../population/addresses.ts';
import type { ZipArea } from '../population/layout.ts';
import type { PeopleColumns } from '../population/people-columns.ts';
import { cellOf, type Population } from '../population/population.ts';

export interface ZipHomes {
  readonly area: ZipArea;
  readonly people: PeopleColumns;
  readonly neighbourhood: Neighbourhood;
  dwellingOf(household: number): number;
  /** The address on the returns of a household; what is beyond the ZIP code is made when it is first read. */
  addressOf(household: number): Address;
  /** By person: place in `origins`. */
  readonly origins: Uint8Array;
}

export function zipHomes(population: Population, area: ZipArea, people: PeopleColumns): ZipHomes {
  const neighbourhood = population.neighbourhood(area);
  const dwellings = new Int32Array(area.households).fill(-1);
  const addresses: (Address | undefined)[] = [];
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
      addresses[household] ??= new FiledAddress(area.code, () =>
        population.filing.filedAddress(
          area,
          cellOf(area, household),
          household,
          neighbourhood.addressText(neighbourhood.filedCode(dwellingOf(household))),
        ),
      );
      return addresses[household];
    },
  };
}

/** An address whose street is written out when somebody reads it: most are turned down by the ZIP code or never met. */
class FiledAddress implements Address {
  readonly zip: string;
  private readonly write: () => Omit<Address, 'zip'>;
  private written: Omit<Address, 'zip'> | undefined;

  constructor(zip: string, write: () => Omit<Address, 'zip'>) {
    this.zip = zip;
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

  private text(): Omit<Address, 'zip'> {
    this.written ??= this.write();
    return this.written;
  }
}
