/**
 * What is said about a set of links when the truth is known: counts, and shares with their intervals.
 *
 * Words: a link is correct if the truth has the pair, else wrong. Precision is the share of links that are correct,
 * recall the share of true pairs that are linked, F1 = 2 correct / (links + true pairs), wrong per correct = wrong /
 * correct. Where there is nothing to divide by, the estimate is null, and so are ends that are not known.
 */

/** A share or a ratio with its interval. */
export interface Rate {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A number of requests, and what share it is of those that it could be. */
export interface RequestCount extends Rate {
  readonly count: number;
  readonly outOf: number;
}

export interface Measures {
  /** Different pairs that were linked. */
  readonly links: number;
  readonly correct: number;
  readonly wrong: number;
  readonly truePairs: number;
  readonly missed: number;
  readonly precision: Rate;
  readonly recall: Rate;
  readonly f1: Rate;
  readonly wrongPerCorrect: Rate;
  /** Requests linked to at least one wrong taxpayer, of all requests. */
  readonly requestsWithAnyWrong: RequestCount;
  /** Requests with a true pair and no correct link, of those with a true pair. */
  readonly requestsMissed: RequestCount;
}

export interface Evaluation {
  readonly schemaVersion: 1;
  /** Level of the intervals. */
  readonly level: number;
  /** All links as they are: one request may have several. */
  readonly oneToMany: Measures;
  /**
   * At most one link a request and one a taxpayer: the pairs by falling score, then by ids, each taken if both are
   * still free. Without scores all are alike.
   */
  readonly oneToOne: Measures;
  /** The links at or above each threshold, where thresholds were asked for. */
  readonly thresholds: readonly (Measures & { readonly threshold: number })[];
  /** By group, where groups were given; in the order of their names. */
  readonly groups: readonly (Measures & { readonly group: string })[];
  /** What the links and the truth hold beside what was measured. */
  readonly input: {
    readonly requests: number;
    /** Links that were given more than once; the highest score counts. */
    readonly duplicateLinks: number;
    /** Links of requests that the truth does not have; left out, or wrong, as was asked. */
    readonly unknownRequests: number;
    /** Links to taxpayers that the list of taxpayers does not have; 0 where there is no such list. They are wrong. */
    readonly unknownTaxpayers: number;
    /** Rows of the truth that say again what an earlier one says. */
    readonly duplicateTruth: number;
    readonly requestsWithSeveralLinks: number;
    readonly taxpayersWithSeveralLinks: number;
  };
}
