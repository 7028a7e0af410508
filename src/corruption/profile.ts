/** What a profile is: how often each corruption happens in the records of one source, and why that is believed. */

import type { Quantity } from '../scenario/quantity.ts';

export interface CorruptionProfile {
  readonly id: string;
  /** One phrase for lists and documentation. */
  readonly describe: string;
  /** By corruption id: share of the records where it can act. What is not named never happens. */
  readonly rates: Readonly<Record<string, Quantity>>;
}
