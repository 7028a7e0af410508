/**
 * A check: a public fact, and how the generated file is asked about it. The target and its tolerance are data; the
 * value always comes from the generated people, households and addresses, never from the tables they were drawn from.
 *
 * Verdicts: `pass` when the value is within the tolerance of the target; `cannot tell` when it is not, but the
 * interval of the value reaches the tolerance, so that chance may be all there is to it; `fail` when the
 * whole interval lies outside. `not modelled` is neither: the file has nothing that the fact could be read from.
 */

import type { Measured } from './estimate.ts';
import type { Sample } from './sample.ts';

export type Tolerance = { readonly relative: number } | { readonly absolute: number };

export interface NotModelled {
  /** What the file lacks. */
  readonly notModelled: string;
}

/** How a value is written: a number of people or things, a mean, a percentage, or a chance as "1 in ...". */
export type Unit = 'count' | 'mean' | 'share' | 'one in' | 'names';

export interface Check {
  /** Kebab-case, unique over all families. */
  readonly id: string;
  /** The fact in words, short enough for a table. */
  readonly fact: string;
  /** An id of the evidence table, or a public table by name. */
  readonly source: { readonly evidence: string } | { readonly table: string };
  readonly unit: Unit;
  readonly target: number;
  readonly tolerance: Tolerance;
  measure(sample: Sample): Measured | NotModelled;
}

/** Facts of one kind. */
export interface CheckFamily {
  readonly id: string;
  readonly checks: readonly Check[];
}

export type Result = 'pass' | 'cannot tell' | 'fail' | 'not modelled';

/** A check with what came of it. */
export type Verdict =
  | { readonly check: Check; readonly result: 'not modelled'; readonly reason: string }
  | {
      readonly check: Check;
      readonly result: Exclude<Result, 'not modelled'>;
      readonly measured: Measured;
      /** From the target: a share of it where the tolerance is relative, a difference where it is absolute. */
      readonly distance: number;
    };

/** Measures and judges. A value that is no number fails: there was something to measure, and nothing came of it. */
export function judge(check: Check, sample: Sample): Verdict {
  const measured = check.measure(sample);
  if ('notModelled' in measured) return { check, result: 'not modelled', reason: measured.notModelled };
  const { target, tolerance } = check;
  const isRelative = 'relative' in tolerance;
  const reach = isRelative ? tolerance.relative * Math.abs(target) : tolerance.absolute;
  const difference = measured.value - target;
  const isWithin = Math.abs(difference) <= reach;
  const isReached = measured.low <= target + reach && measured.high >= target - reach;
  return {
    check,
    result: isWithin ? 'pass' : isReached && !Number.isNaN(measured.value) ? 'cannot tell' : 'fail',
    measured,
    distance: isRelative ? difference / target : difference,
  };
}
