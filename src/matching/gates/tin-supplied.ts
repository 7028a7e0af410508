/** Gate `tin-supplied`: the request has a taxpayer number, nine digits that are not all the same. */

import type { RequestGate } from '../gate.ts';
import { digitsOf } from '../identifiers.ts';

export const tinSupplied: RequestGate = {
  id: 'tin-supplied',
  label: 'number supplied',
  describe: 'the request has a taxpayer number of nine digits',
  about: 'request',
  holds: ({ tin }) => digitsOf('tin', tin) !== '',
};
