/**
 * From counts to rates with intervals.
 *
 * Links of one request are not independent trials: a wrong candidate seldom comes alone. So the requests are taken as
 * clusters: the variance of a ratio of sums over requests is linearised (Cochran, Sampling Techniques, 3rd ed. 1977,
 * section 6.3), and the interval is that of statistics/share-interval.ts (Korn & Graubard 1998), which with at most one
 * link a request is about the exact one of Clopper and Pearson. What has no variance keeps all its trials.
 *
 * Wrong per correct is (1 - precision) / precision. F1 is 2 J / (1 + J), J being the share of correct pairs among the
 * pairs that are linked or true. Both rise or fall with a share throughout, so the ends of the share's interval are
 * the ends of theirs.
 */

import { clopperPearson, shareInterval } from '../statistics/share-interval.ts';
import type { Measures, Rate, RequestCount } from './evaluation.ts';

/** Sums over requests that rates and their variances need; one request adds to it at a time. */
export interface PairSums {
  /** Requests that could have a link. */
  readonly requests: number;
  /** Adds a request with so many links, correct ones among them, and true pairs. */
  add(links: number, correct: number, truePairs: number): void;
  measures(level: number): Measures;
}

/** Sums over requests, of which there are `requests`; those that are never added have no link and no true pair. */
export function pairSums(requests: number): PairSums {
  let [links, correct, truePairs] = [0, 0, 0];
  let [withTrue, withWrong, missed] = [0, 0, 0];
  // Sums of squares and products, by which the variance of any ratio follows without a second pass.
  let [linksLinks, linksCorrect, correctCorrect] = [0, 0, 0];
  let [trueTrue, trueCorrect, eitherEither, eitherCorrect] = [0, 0, 0, 0];
  return {
    requests,
    add(n, c, t) {
      links += n;
      correct += c;
      truePairs += t;
      if (t > 0) withTrue++;
      if (n > c) withWrong++;
      if (t > 0 && c === 0) missed++;
      linksLinks += n * n;
      linksCorrect += n * c;
      correctCorrect += c * c;
      trueTrue += t * t;
      trueCorrect += t * c;
      eitherEither += (n + t - c) ** 2;
      eitherCorrect += (n + t - c) * c;
    },
    measures(level) {
      const rate = (outOf: number, squares: number, products: number) =>
        clusteredShare(correct, outOf, { squares, products, correctCorrect, clusters: requests }, level);
      const precision = rate(links, linksLinks, linksCorrect);
      return {
        links,
        correct,
        wrong: links - correct,
        truePairs,
        missed: truePairs - correct,
        precision,
        recall: rate(truePairs, trueTrue, trueCorrect),
        f1: transformed(
          rate(links + truePairs - correct, eitherEither, eitherCorrect),
          (j) => (2 * j) / (1 + j),
        ),
        wrongPerCorrect: fallingWith(precision),
        requestsWithAnyWrong: requestCount(withWrong, requests, level),
        requestsMissed: requestCount(missed, withTrue, level),
      };
    },
  };
}

const UNKNOWN: Rate = { estimate: null, low: null, high: null };

interface ClusterSums {
  /** Sum over requests of the square of the denominator, and of its product with the numerator. */
  readonly squares: number;
  readonly products: number;
  readonly correctCorrect: number;
  readonly clusters: number;
}

function clusteredShare(
  correct: number,
  outOf: number,
  { squares, products, correctCorrect, clusters }: ClusterSums,
  level: number,
): Rate {
  if (outOf === 0) return UNKNOWN;
  const share = correct / outOf;
  const deviations = Math.max(correctCorrect - 2 * share * products + share * share * squares, 0);
  const variance = clusters > 1 ? ((clusters / (clusters - 1)) * deviations) / outOf ** 2 : 0;
  return { estimate: share, ...shareInterval({ share, variance, trials: outOf, level }) };
}

function transformed({ estimate, low, high }: Rate, by: (share: number) => number): Rate {
  const of = (end: number | null) => (end === null ? null : by(end));
  return { estimate: of(estimate), low: of(low), high: of(high) };
}

/** Wrong per correct from a share of correct; without an upper end where that share may be 0. */
function fallingWith({ estimate, low, high }: Rate): Rate {
  const odds = (share: number | null) => (share === null || share === 0 ? null : (1 - share) / share);
  return { estimate: odds(estimate), low: odds(high), high: odds(low) };
}

function requestCount(count: number, outOf: number, level: number): RequestCount {
  if (outOf === 0) return { count, outOf, ...UNKNOWN };
  return { count, outOf, estimate: count / outOf, ...clopperPearson(count, outOf, level) };
}
