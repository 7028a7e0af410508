/**
 * The place scopes, from wide to narrow: a pair that agrees in one agrees in all before it, as long as ZIP codes and states
 * do not contradict each other.
 */

import type { PlaceScope } from '../place.ts';
import { address } from './address.ts';
import { nation } from './nation.ts';
import { state } from './state.ts';
import { zip } from './zip.ts';

export const places: readonly PlaceScope[] = [nation, state, zip, address];
