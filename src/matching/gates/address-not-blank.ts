/** Gate `address-not-blank`: something stands in the address, whatever it is. */

import type { RequestGate } from '../gate.ts';
import { sentAddress } from '../sent-address.ts';

export const addressNotBlank: RequestGate = {
  id: 'address-not-blank',
  label: 'address not blank',
  describe: 'something is written in the address',
  about: 'request',
  holds: (request) => sentAddress(request) !== '',
};
