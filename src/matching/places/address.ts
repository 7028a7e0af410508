/**
 * Place scope `address`: the same ZIP code, and addresses that can be the same home by their parts (text/address.ts):
 * the same house number and street however abbreviated, or the same box; and units that do not contradict each other.
 * A unit that is missing on one side contradicts nothing: APT 4 may match a record without a unit, but not one that
 * says APT 5. Missing streets or numbers agree with nothing.
 */

import { addressParts, sameHome } from '../../text/address.ts';
import { normaliseStreet } from '../../text/normalise.ts';
import type { PlaceScope } from '../place.ts';
import { zip } from './zip.ts';

export const address: PlaceScope = {
  id: 'address',
  label: 'at the same address',
  describe:
    'ZIP code, street and house number are the same, in any spelling of their words; units do not differ',
  agrees(request, taxpayer) {
    if (!zip.agrees(request, taxpayer) || request.street === '' || taxpayer.street === '') return false;
    // Nearly all pairs of a ZIP area differ in house number, which is quick to see; the street takes reading.
    const numbered = request.houseNumber !== '' && taxpayer.houseNumber !== '';
    if (numbered && normaliseStreet(request.houseNumber) !== normaliseStreet(taxpayer.houseNumber))
      return false;
    return sameHome(addressParts(request), addressParts(taxpayer));
  },
};
