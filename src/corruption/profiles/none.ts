/** None: every record is as it should be. */

import type { CorruptionProfile } from '../profile.ts';

export const none: CorruptionProfile = {
  id: 'none',
  describe: 'no errors at all',
  rates: {},
};
