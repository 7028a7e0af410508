/**
 * Gate `name-and-tin-agree`: the same taxpayer number, and names that agree as the matcher `tin-name` has it, by the
 * name control at least (the first four letters of the surname). Whether the 2025 comparison asked for more of the
 * name is not public.
 */

import type { PairGate } from '../gate.ts';
import { tinName } from '../matchers/tin-name.ts';

export const nameAndTinAgree: PairGate = {
  id: 'name-and-tin-agree',
  label: 'name and number agree',
  describe: 'the taxpayer numbers are the same, and so are the first four letters of the surnames',
  about: 'pair',
  holds: (request, taxpayer) => tinName.score(request, taxpayer) > 0,
};
