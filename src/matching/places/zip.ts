/** Place scope `zip`: both records have the same five-digit ZIP code. A missing one agrees with nothing. */

import type { PlaceScope } from '../place.ts';

export const zip: PlaceScope = {
  id: 'zip',
  label: 'in the same ZIP area',
  describe: 'the ZIP codes are the same five digits',
  agrees: (request, taxpayer) => request.zip !== '' && request.zip === taxpayer.zip,
};
