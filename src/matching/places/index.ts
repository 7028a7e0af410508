/** The place scopes, from wide to narrow: a pair that agrees in one agrees in all before it. */

import type { PlaceScope } from '../place.ts';
import { address } from './address.ts';
import { zip } from './zip.ts';

export const places: readonly PlaceScope[] = [zip, address];
