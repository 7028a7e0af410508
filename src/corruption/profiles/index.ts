/** The profiles: whose errors a source may make. */

import type { CorruptionProfile } from '../profile.ts';
import { agency } from './agency.ts';
import { irs } from './irs.ts';
import { none } from './none.ts';
import { pseudopeople } from './pseudopeople.ts';

export const profiles: readonly CorruptionProfile[] = [none, agency, irs, pseudopeople];
