/** Fixed: always the central value. A range beside it is told and never drawn from. */

import type { Distribution } from '../distribution.ts';

export const fixed: Distribution = {
  id: 'fixed',
  describe: 'always the mode',
  needsRange: false,
  quantile: ({ mode }) => mode,
};
