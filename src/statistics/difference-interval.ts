/**
 * Intervals for the difference of two estimates: of independent ones from the interval of each, and of paired ones
 * from the variance of the difference itself.
 *
 * References: Zou & Donner, "Construction of confidence limits about effect measures: a general approach",
 * Statistics in Medicine 27 (2008), the method of variance estimates recovery: each end takes its spread from the
 * matching end of the two intervals, so two counts of nothing differ by no more than their upper ends allow.
 * For paired counts Student's t; and since a difference that was not seen may still exist, the end for no event
 * (-log of the tail, 3.0 at a one-sided 95%: the "rule of three") is added in squares, at the weight of a typical
 * event, as Tiwari, Clegg & Zou (Statistical Methods in Medical Research 15, 2006) do for one weighted count.
 */

import { checkLevel, type Interval } from './interval.ts';
import { studentQuantile } from './student.ts';

/** An estimate and the ends of its interval, low <= estimate <= high. */
export interface IntervalEstimate extends Interval {
  readonly estimate: number;
}

/** The interval of `second` less `first`, at the level of theirs, where the two are independent. */
export function independentDifference(first: IntervalEstimate, second: IntervalEstimate): Interval {
  const difference = second.estimate - first.estimate;
  return {
    low: difference - Math.hypot(second.estimate - second.low, first.high - first.estimate),
    high: difference + Math.hypot(second.high - second.estimate, first.estimate - first.low),
  };
}

/** A difference of paired estimates. */
export interface PairedDifference {
  readonly difference: number;
  /** Of the difference, 0 or more, with its degrees of freedom. */
  readonly variance: number;
  readonly degrees: number;
  /** By how much one more event would move the difference. */
  readonly eventWeight: number;
  readonly level: number;
}

/** The interval of a difference of paired estimates; without an end where there is no degree of freedom. */
export function pairedDifference(paired: PairedDifference): Interval {
  const { difference, variance, degrees, eventWeight, level } = paired;
  checkLevel(level);
  const tail = (1 - level) / 2;
  const chance =
    variance === 0 ? 0 : degrees > 0 ? studentQuantile(tail, degrees) * Math.sqrt(variance) : Infinity;
  const half = Math.hypot(chance, Math.log(tail) * eventWeight);
  return { low: difference - half, high: difference + half };
}
