/**
 * Place scope `address`: the same ZIP code, street and house number, and units that do not contradict each
 * other. A unit that is missing on one side contradicts nothing: APT 4 may match a record without a unit, but
 * not one that says APT 5. Missing streets or numbers agree with nothing. Case, accents and spacing do not matter.
 */

import { normaliseStreet } from '../../text/normalise.ts';
import type { PlaceScope } from '../place.ts';
import { zip } from './zip.ts';

export const address: PlaceScope = {
  id: 'address',
  label: 'at the same address',
  describe: 'ZIP code, street and house number are the same; units are the same or one is missing',
  agrees(request, taxpayer) {
    if (!zip.agrees(request, taxpayer)) return false;
    for (const field of ['houseNumber', 'street'] as const) {
      const value = normaliseStreet(request[field]);
      if (value === '' || value !== normaliseStreet(taxpayer[field])) return false;
    }
    const units = [normaliseStreet(request.unit), normaliseStreet(taxpayer.unit)];
    return units[0] === units[1] || units.includes('');
  },
};
