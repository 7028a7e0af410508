/**
 * Whether a count contradicts the probability behind it, by the exact interval of Clopper and Pearson at level
 * 1 - 1e-6: a right probability is refused at most once in a million counts.
 */

import { expect } from 'vitest';
import { clopperPearson } from '../src/statistics/share-interval.ts';

const LEVEL = 1 - 1e-6;

/** Expects `successes` of `trials` independent trials to be compatible with `probability`. */
export function expectProportion(successes: number, trials: number, probability: number): void {
  const { low, high } = clopperPearson(successes, trials, LEVEL);
  expect(probability, `${successes} of ${trials} is too many`).toBeGreaterThanOrEqual(low);
  expect(probability, `${successes} of ${trials} is too few`).toBeLessThanOrEqual(high);
}
