/**
 * Which people of a ZIP area agree in place with a request: what the place scopes say about the addresses on their
 * returns, with few of these addresses written out.
 *
 * Three shortcuts, none of which changes an answer. A scope that reads no more of an address than its ZIP code and
 * state says the same of everybody here, so it is asked once. Addresses that are the same home have the same number of
 * house or box (text/address.ts), so a request without one agrees with nobody. And the number on a return has the
 * digits of the true one, at most in another order (population/filing-errors.ts), so where the digits differ, the text
 * is not needed. A house of an urbanization (A17) has no plain number: a request with one is compared in full, and one
 * with a plain number is not its.
 */

import type { Address, PlaceScope } from '../matching/place.ts';
import { address as sameAddress } from '../matching/places/address.ts';
import { addressParts } from '../text/address.ts';
import { digitCounts } from './digit-counts.ts';
import type { ZipHomes } from './zip-homes.ts';

/** Of one request and place scope: whether everybody of the ZIP area agrees, or nobody; or else who does, by row. */
export type PlaceAgreement = boolean | ((person: number) => boolean);

/** @returns for a request the agreement under each of `places`, until the next request is asked about */
export function placeAgreement(
  { area, people, addressOf, numberDigits }: ZipHomes,
  places: readonly PlaceScope[],
): (request: Address) => readonly PlaceAgreement[] {
  const anybody = new AddressInArea(area);
  const household = people.household;
  // By place scope and household, of the request in hand: odd where they agree, the even number before it where not.
  const stamps: Int32Array[] = [];
  let stamp = 0;
  return (request) => {
    stamp += 2;
    return places.map((place, p) => {
      anybody.isRead = false;
      const agrees = place.agrees(request, anybody);
      if (!anybody.isRead) return agrees;
      stamps[p] ??= new Int32Array(area.households);
      const [known, no, yes] = [stamps[p], stamp, stamp + 1];
      const digits = place === sameAddress ? digitsOfNumber(request) : undefined;
      if (digits === NO_NUMBER) return false;
      return (person) => {
        const home = household[person]!;
        if (digits !== undefined && digits !== numberDigits(home)) return false;
        if (known[home]! < no) known[home] = place.agrees(request, addressOf(home)) ? yes : no;
        return known[home] === yes;
      };
    });
  };
}

const PLAIN_NUMBER = /^[1-9][0-9]{0,14}$/;

/** Digits of an address without number, which is nobody's home: no number has none. */
const NO_NUMBER = 0;

/** The digits of the house or box number of an address; NO_NUMBER without, undefined where it is not a plain number. */
function digitsOfNumber(address: Address): number | undefined {
  // Most addresses need no reading: a street of letters alone has no number of its own, be it a box.
  const isSimple = PLAIN_NUMBER.test(address.houseNumber) && /^[A-Z ]+$/.test(address.street);
  const number = isSimple ? address.houseNumber : addressParts(address).number;
  if (number === '') return NO_NUMBER;
  return PLAIN_NUMBER.test(number) ? digitCounts(Number(number)) : undefined;
}

/** Stands for every address of a ZIP area, and notes when somebody reads what is not the same in all of them. */
class AddressInArea implements Address {
  readonly zip: string;
  readonly state: string;
  isRead = false;

  constructor({ code, state }: ZipHomes['area']) {
    this.zip = code;
    this.state = state;
  }

  get houseNumber(): string {
    return this.unknown();
  }

  get street(): string {
    return this.unknown();
  }

  get unit(): string {
    return this.unknown();
  }

  private unknown(): string {
    this.isRead = true;
    return '';
  }
}
