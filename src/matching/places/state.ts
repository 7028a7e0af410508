/** Place scope `state`: both records name the same state, in capitals or not. A missing one agrees with nothing. */

import { normaliseName } from '../../text/normalise.ts';
import type { PlaceScope } from '../place.ts';

export const state: PlaceScope = {
  id: 'state',
  label: 'in the same state',
  describe: 'the states are the same',
  agrees(request, taxpayer) {
    const asked = normaliseName(request.state);
    return asked !== '' && asked === normaliseName(taxpayer.state);
  },
};
