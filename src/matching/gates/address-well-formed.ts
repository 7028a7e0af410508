/**
 * Gate `address-well-formed`: a number, a street and a ZIP code, or a numbered box and a ZIP code, and no words that say
 * that nothing is known. It does not ask whether the address exists, or whether anybody could live there.
 */

import { addressParts } from '../../text/address.ts';
import { normaliseStreet } from '../../text/normalise.ts';
import type { RequestGate } from '../gate.ts';

/** Words of a street line that is no address. */
const PLACEHOLDER =
  /\b(?:UNKNOWN|FAILED TO PROVIDE|NOT PROVIDED|NO ADDRESS|REFUSED|HOMELESS|TRANSIENT|NONE|N ?\/ ?A|DON ?'?T CARE)\b/;

export const addressWellFormed: RequestGate = {
  id: 'address-well-formed',
  label: 'address well formed',
  describe: 'the address has a number, a street (or a box) and a ZIP code, and is no placeholder',
  about: 'request',
  holds(request) {
    if (!/^\d{5}(?:-?\d{4})?$/.test(request.zip) || /^0+(?:-?0+)?$/.test(request.zip)) return false;
    if (PLACEHOLDER.test(normaliseStreet(request.street))) return false;
    const { number, name } = addressParts(request);
    return number !== '' && name !== '';
  },
};
