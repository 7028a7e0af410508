/**
 * Gate `address-holds-zip`: five or nine digits in a row stand anywhere in the address as it was sent, nine also as
 * 12345-6789. Whether they are a ZIP code, and whether anything else is an address, is not asked: UNKNOWN 12345 passes,
 * and so does 00000. A house number of five digits passes too.
 *
 * Facts: `match-rule-zip-proxy` describes the only test of the address in the 2025 matching by number.
 */

import type { RequestGate } from '../gate.ts';
import { sentAddress } from '../sent-address.ts';

const ZIP_SHAPED = /(?<!\d)(?:\d{5}(?:-?\d{4})?)(?!\d)/;

export const addressHoldsZip: RequestGate = {
  id: 'address-holds-zip',
  label: 'digits like a ZIP code',
  describe: 'five or nine digits in a row stand somewhere in the address',
  about: 'request',
  holds: (request) => ZIP_SHAPED.test(sentAddress(request)),
};
