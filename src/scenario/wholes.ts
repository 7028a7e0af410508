/** Maps of shares that belong together: they divide a whole, or leave a remainder of it. */

import { z } from 'zod';
import type { Quantity } from './quantity.ts';

/** What the shares of a map sum to. */
export type Sum = 'one' | 'at-most-one';

/** The maps of the scenario schema whose shares belong together; `z.globalRegistry` would put it into the JSON Schema. */
const sums = z.registry<{ readonly sum: Sum }>();

/** What the shares of a map of the schema sum to, where that is said. */
export function sumOf(schema: z.ZodType | undefined): Sum | undefined {
  return schema === undefined ? undefined : sums.get(schema)?.sum;
}

/** A map of shares that divide a whole: their values sum to 1 within 1e-6. */
export function dividing<Map extends SharesMap>(shares: Map, description: string): Map {
  return remembered(shares.superRefine(sumsToOne).meta({ description }), 'one');
}

/** A map of shares that leave a remainder: their values sum to at most 1. */
export function leavingRest<Map extends SharesMap>(shares: Map, description: string): Map {
  return remembered(shares.superRefine(sumsToAtMostOne).meta({ description }), 'at-most-one');
}

function remembered<Map extends SharesMap>(shares: Map, sum: Sum): Map {
  sums.add(shares, { sum });
  return shares;
}

type Shares = Readonly<Record<string, Quantity>>;
type SharesMap = z.ZodObject<Record<string, z.ZodType<Quantity>>, z.core.$strict>;
type Context = z.RefinementCtx<unknown>;

const SUM_TOLERANCE = 1e-6;
const total = (shares: Shares) => Object.values(shares).reduce((sum, { value }) => sum + value, 0);
const asFound = (sum: number) => `a sum of ${Number(sum.toFixed(6))}`;

function sumsToOne(shares: Shares, context: Context): void {
  const sum = total(shares);
  if (Math.abs(sum - 1) <= SUM_TOLERANCE) return;
  const params = { allowed: 'shares that sum to 1', found: asFound(sum) };
  context.addIssue({ code: 'custom', message: 'do not sum to 1', params });
}

function sumsToAtMostOne(shares: Shares, context: Context): void {
  const sum = total(shares);
  if (sum <= 1 + SUM_TOLERANCE) return;
  const params = { allowed: 'shares that sum to at most 1', found: asFound(sum) };
  context.addIssue({ code: 'custom', message: 'sum to more than 1', params });
}
