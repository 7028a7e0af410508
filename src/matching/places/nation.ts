/** Place scope `nation`: no place must agree; two records without any address may match. */

import type { PlaceScope } from '../place.ts';

export const nation: PlaceScope = {
  id: 'nation',
  label: 'anywhere in the country',
  describe: 'addresses are not compared',
  agrees: () => true,
};
