/**
 * Numbers as a reader may rely on them: no more digits than the estimate deserves, always with the interval, and
 * an outcome that was never seen is reported as an upper bound, never as zero.
 *
 * Convention: three significant digits, rounded half up; the bound of an outcome never seen has two and is rounded
 * up, so that the printed bound still holds. Digits are grouped the American way (123,000).
 */

import type { Estimate, Measure } from '../estimation/summary.ts';

const threeDigits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });
const wholeNumber = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const twoDigitsUp = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 2, roundingMode: 'ceil' });
const wholeNumberUp = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0, roundingMode: 'ceil' });

/** A number of people (or requests, or pairs): `123456` -> `123,000`, `47.3` -> `47`, `2.41` -> `2.4`. */
export function people(count: number): string {
  if (count >= 100) return threeDigits.format(count);
  if (count >= 10) return wholeNumber.format(count);
  if (count > 0 && count < 0.1) return 'under 0.1';
  return (Math.round(count * 10) / 10).toString();
}

/** A count that is known and not estimated, with every digit: `12800` -> `12,800`. */
export function exactCount(count: number): string {
  return wholeNumber.format(count);
}

/** A share in [0, 1] as a percentage. Nearly all is never rounded to all: `0.9999` -> `over 99.9%`. */
export function percentage(share: number): string {
  if (share > 0 && share < 0.00001) return 'under 0.001%';
  if (share < 1 && share > 0.999) return 'over 99.9%';
  return `${threeDigits.format(share * 100)}%`;
}

/** A value in the unit of its measure: a share as a percentage, a ratio plainly, all others as `people`. */
export function amount(measure: Measure, value: number): string {
  if (measure === 'share-of-matches-wrong') return percentage(value);
  if (measure === 'wrong-per-correct') return threeDigits.format(value);
  return people(value);
}

/** What is needed of an estimate to show it; where the events are not known, an estimate of 0 has none. */
type Shown = Pick<Estimate, 'measure' | 'estimate' | 'low' | 'high'> & Partial<Pick<Estimate, 'events'>>;

/** True where the rule itself rules the outcome out: none, and no bound is needed to say so. */
export function isRuledOut({ high }: Pick<Estimate, 'high'>): boolean {
  return high === 0;
}

/** True where the simulation never produced the outcome, so that only the upper bound says anything. */
export function neverSeen(estimate: Shown): boolean {
  return !isRuledOut(estimate) && (estimate.events === 0 || estimate.estimate === 0);
}

/** The number without its interval: `about 123,000`, `fewer than 2,900`, `none`, `not defined`. */
export function point(estimate: Shown): string {
  if (estimate.estimate === null && estimate.high === null) return 'not defined';
  if (isRuledOut(estimate)) return 'none';
  if (neverSeen(estimate)) return upperBound(estimate);
  return estimate.estimate === null ? 'not defined' : `about ${amount(estimate.measure, estimate.estimate)}`;
}

/** The same for a table cell, where every number is an estimate: `123,000`, `fewer than 2,900`. */
export function bare(estimate: Shown): string {
  return point(estimate).replace(/^about /, '');
}

/** What goes with the number: `101,000 to 148,000`, `none seen`, or nothing where no interval exists. */
export function range(estimate: Shown): string {
  if (isRuledOut(estimate) || (estimate.estimate === null && estimate.high === null)) return '';
  if (neverSeen(estimate)) return estimate.high === null ? '' : 'none seen';
  if (estimate.low === null || estimate.high === null) return '';
  return `${amount(estimate.measure, estimate.low)} to ${amount(estimate.measure, estimate.high)}`;
}

/** Number and interval in words: `about 123,000 (90% interval 101,000 to 148,000)`. */
export function interval(estimate: Estimate): string {
  const around = range(estimate);
  if (around === '') return point(estimate);
  return neverSeen(estimate)
    ? `${point(estimate)} (${around})`
    : `${point(estimate)} (${level(estimate)} interval ${around})`;
}

/** The level of the interval: `90%`. */
export function level(estimate: Estimate): string {
  return percentage(estimate.level);
}

function upperBound({ measure, high }: Shown): string {
  if (high === null) return 'none seen, no bound known';
  if (measure === 'share-of-matches-wrong')
    return high >= 1 ? 'not known' : `less than ${twoDigitsUp.format(high * 100)}%`;
  if (measure === 'wrong-per-correct') return `less than ${twoDigitsUp.format(high)}`;
  return `fewer than ${(high >= 10 ? twoDigitsUp : wholeNumberUp).format(high)}`;
}
