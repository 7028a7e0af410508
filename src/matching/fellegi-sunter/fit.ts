/**
 * Fitting a Fellegi-Sunter model to counted agreement patterns, without knowing which pairs are matches: expectation
 * maximisation of a mixture of two classes with independent fields.
 *
 * References: Dempster, Laird and Rubin (JRSS B 39, 1977); Winkler, "Using the EM algorithm for weight computation in
 * the Fellegi-Sunter model" (1988); for monotone weights Robertson, Wright and Dykstra, "Order Restricted Statistical
 * Inference" (1988), the pool-adjacent-violators rule.
 * Convention: a level is a number from 0 (no agreement) up, or -1 where a value is missing, which is left out of the
 * pattern (missing at random). A small count is added to every level of m and of u, so that a level never seen has
 * a small probability and no weight is infinite; `logLikelihood` is that of the data and the added counts together,
 * which is what EM never lowers (with u estimated and `monotone`, it may). The start is fixed, so the result is too.
 */

import { MISSING } from './fields.ts';

export interface AgreementPattern {
  /** By field: the level of agreement, or -1. */
  readonly levels: readonly number[];
  /** How many pairs have it. */
  readonly count: number;
}

export interface FitOptions {
  /** Levels of each field; by default as many as are seen. */
  readonly levels?: readonly number[];
  /** Keeps u as given, by field and level: as from random pairs, which are hardly ever matches. */
  readonly u?: readonly (readonly number[])[];
  /** Where the share of matches starts: 0.05 if not given. */
  readonly lambda?: number;
  /** Makes a higher level never weigh less than a lower one of its field. */
  readonly monotone?: boolean;
  /** Added to the count of every level: 0.01 if not given. */
  readonly pseudoCount?: number;
  /** Ends when no parameter moves by more: 1e-9 if not given. */
  readonly tolerance?: number;
  /** Ends after so many rounds in any case: 10,000 if not given. */
  readonly maxIterations?: number;
}

export interface FellegiSunterFit {
  /** Share of the pairs that are matches. */
  readonly lambda: number;
  /** By field and level: probability of the level among matches, and among other pairs. */
  readonly m: readonly (readonly number[])[];
  readonly u: readonly (readonly number[])[];
  readonly iterations: number;
  /** After each round. */
  readonly logLikelihood: readonly number[];
}

/** Fits lambda, m and, unless given, u. A RangeError says in one line what is wrong with the patterns or options. */
export function fitFellegiSunter(
  patterns: readonly AgreementPattern[],
  options: FitOptions = {},
): FellegiSunterFit {
  const { tolerance = 1e-9, maxIterations = 10_000, pseudoCount = 0.01, monotone = false } = options;
  const sizes = checkedSizes(patterns, options);
  const pairs = patterns.reduce((sum, { count }) => sum + count, 0);
  const all = countsByLevel(patterns, sizes, () => 1);

  let lambda = options.lambda ?? 0.05;
  let u = options.u ?? all.map((counts) => smoothed(counts, pseudoCount));
  let m: readonly (readonly number[])[] = sizes.map(topHeavy);
  const logLikelihood: number[] = [];

  for (let round = 1; ; round++) {
    let data = 0;
    let matches = 0;
    const posterior = new Float64Array(patterns.length);
    patterns.forEach(({ levels, count }, i) => {
      const match = lambda * likelihood(m, levels);
      const both = match + (1 - lambda) * likelihood(u, levels);
      posterior[i] = both > 0 ? match / both : lambda;
      matches += count * posterior[i]!;
      data += count * Math.log(Math.max(both, Number.MIN_VALUE));
    });
    logLikelihood.push(data + pseudoCount * (logSum(m) + (options.u === undefined ? logSum(u) : 0)));

    const before = [lambda, ...m.flat(), ...u.flat()];
    const matched = countsByLevel(patterns, sizes, (i) => posterior[i]!);
    lambda = matches / pairs;
    if (options.u === undefined) {
      u = all.map((counts, field) =>
        smoothed(
          counts.map((count, level) => count - matched[field]![level]!),
          pseudoCount,
        ),
      );
    }
    m = matched.map((counts) => smoothed(counts, pseudoCount));
    if (monotone) m = m.map((shares, field) => monotoneWeights(shares, u[field]!));

    const after = [lambda, ...m.flat(), ...u.flat()];
    const moved = Math.max(...after.map((value, i) => Math.abs(value - before[i]!)));
    if (moved <= tolerance || round >= maxIterations) {
      return { lambda, m, u, iterations: round, logLikelihood };
    }
  }
}

/** Probability of the levels that are not missing. */
function likelihood(shares: readonly (readonly number[])[], levels: readonly number[]): number {
  let product = 1;
  for (let field = 0; field < levels.length; field++) {
    const level = levels[field]!;
    if (level !== MISSING) product *= shares[field]![level]!;
  }
  return product;
}

/** By field and level: the counts of the patterns, each weighted. */
function countsByLevel(
  patterns: readonly AgreementPattern[],
  sizes: readonly number[],
  weight: (pattern: number) => number,
): readonly (readonly number[])[] {
  const counts = sizes.map((size) => new Array<number>(size).fill(0));
  patterns.forEach(({ levels, count }, i) => {
    levels.forEach((level, field) => {
      if (level !== MISSING) counts[field]![level]! += count * weight(i);
    });
  });
  return counts;
}

/** Shares of counts, each raised by the pseudo-count; equal shares of nothing. */
function smoothed(counts: readonly number[], pseudoCount: number): readonly number[] {
  const raised = counts.map((count) => Math.max(count, 0) + pseudoCount);
  const sum = raised.reduce((total, count) => total + count, 0);
  return raised.map((count) => (sum > 0 ? count / sum : 1 / counts.length));
}

/** Where m starts: nine tenths on the highest level, the rest shared evenly. */
function topHeavy(size: number): readonly number[] {
  if (size === 1) return [1];
  return Array.from({ length: size }, (_, level) => (level === size - 1 ? 0.9 : 0.1 / (size - 1)));
}

/** The m closest in likelihood whose m / u never falls with the level: neighbours out of order are pooled. */
function monotoneWeights(m: readonly number[], u: readonly number[]): readonly number[] {
  const pools: { m: number; u: number; size: number }[] = [];
  m.forEach((share, level) => {
    let pool = { m: share, u: u[level]!, size: 1 };
    for (
      let last = pools.at(-1);
      last !== undefined && last.m * pool.u > pool.m * last.u;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { m: last.m + pool.m, u: last.u + pool.u, size: last.size + pool.size };
    }
    pools.push(pool);
  });
  const ratios = pools.flatMap((pool) => new Array<number>(pool.size).fill(pool.u > 0 ? pool.m / pool.u : 0));
  return m.map((share, level) => (u[level]! > 0 ? ratios[level]! * u[level]! : share));
}

const logSum = (shares: readonly (readonly number[])[]) =>
  shares.flat().reduce((sum, share) => sum + Math.log(Math.max(share, Number.MIN_VALUE)), 0);

function checkedSizes(patterns: readonly AgreementPattern[], options: FitOptions): readonly number[] {
  const fields = patterns[0]?.levels.length ?? 0;
  const wrong = (what: string): never => {
    throw new RangeError(`fitFellegiSunter: ${what}`);
  };
  const seen = new Array<number>(fields).fill(1);
  let pairs = 0;
  for (const { levels, count } of patterns) {
    if (levels.length !== fields) wrong(`every pattern must have ${fields} levels: ${levels.length}`);
    if (!(count >= 0 && Number.isFinite(count))) wrong(`a count must be a number from 0 up: ${count}`);
    pairs += count;
    levels.forEach((level, field) => {
      if (!Number.isInteger(level) || level < MISSING) wrong(`a level must be -1, 0, 1, 2 ...: ${level}`);
      seen[field] = Math.max(seen[field]!, level + 1);
    });
  }
  if (!(pairs > 0) || fields === 0)
    wrong('there must be at least one pattern with a field and a count above 0');
  const sizes = options.levels ?? options.u?.map((shares) => shares.length) ?? seen;
  if (sizes.length !== fields || sizes.some((size, field) => size < seen[field]!)) {
    wrong(`the numbers of levels must be at least ${seen.join(', ')}: ${sizes.join(', ')}`);
  }
  const { lambda = 0.5, pseudoCount = 0 } = options;
  if (!(lambda > 0 && lambda < 1)) wrong(`lambda must lie between 0 and 1, both excluded: ${lambda}`);
  if (!(pseudoCount >= 0)) wrong(`pseudoCount must be a number from 0 up: ${pseudoCount}`);
  return sizes;
}
