/**
 * The estimates of a run as they are published: the shape of `summary.json`. Everything a chart, a table or a
 * sentence says is read from here, so that no rendering can say more than was estimated.
 */

import type { ContextFigure } from './fiscal.ts';

export const measures = [
  'people-wrongly-matched',
  'requests-wrongly-matched',
  'requests-correctly-matched',
  'requests-missed',
  'share-of-matches-wrong',
  'wrong-per-correct',
  'pairs-wrongly-matched',
] as const;
export type Measure = (typeof measures)[number];

/** One estimated number under one rule, with its interval. */
export interface Estimate {
  readonly matcher: string;
  /** How much address must agree: `nation`, `state`, `zip` or `address`. */
  readonly place: string;
  readonly rule: string;
  readonly threshold: number;
  readonly measure: Measure;
  /** `all`, `citizens`, a status, `origin:<id>` or `cause:<id>`. */
  readonly group: string;
  /** `null` where the number does not exist, a ratio of nothing to nothing, or cannot be told from what was simulated. */
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Confidence level of the interval, for instance 0.9. */
  readonly level: number;
  /** How many simulated events stand behind the number. 0 means that only `high` says anything. */
  readonly events: number;
}

/** The parts of an estimate in the order in which files write them. */
export const estimateKeys = [
  'matcher',
  'place',
  'rule',
  'threshold',
  'measure',
  'group',
  'estimate',
  'low',
  'high',
  'level',
  'events',
] as const satisfies readonly (keyof Estimate)[];

/** How sure one estimate is: of chance at central values, of the values themselves, and of both. */
export interface Doubt extends Omit<Estimate, 'low' | 'high' | 'events'> {
  /** The interval of the estimate at central values. */
  readonly chance: { readonly low: number | null; readonly high: number | null };
  /** Quantiles over the draws; `null` where fewer than 20 simulated events stand behind the central values. */
  readonly ignorance: { readonly median: number; readonly low: number; readonly high: number } | null;
  readonly both: { readonly low: number; readonly high: number } | null;
}

/** What draws of the uncertain parameters did to the main estimates. */
export interface Draws {
  /** How many sets of values were drawn. */
  readonly count: number;
  /** Share of the ZIP areas that each was simulated in. */
  readonly zipShare: number;
  /** How many parameters are not fixed. */
  readonly parameters: number;
  readonly estimates: readonly Doubt[];
}

type Told = Pick<Estimate, 'estimate' | 'low' | 'high'>;

/** Requests held against everybody in the country, and the wrong pairs under rule `all` as both samples tell them. */
export interface HeldAgainstEverybody {
  readonly represented: number;
  readonly simulated: number;
  readonly pairs: readonly {
    readonly matcher: string;
    readonly place: string;
    readonly threshold: number;
    /** From the people looked up in all requests. */
    readonly fromPeople: Told;
    /** From the requests held against everybody. */
    readonly fromRequests: Told;
  }[];
}

export interface Summary {
  readonly schemaVersion: 1;
  /** Name and version: `mismatch 0.1.0`. */
  readonly tool: string;
  readonly scenario: {
    readonly id: string;
    readonly title: string;
    readonly question: string;
    readonly sha256: string;
  };
  readonly seed: number;
  /** The command that makes the same numbers again. */
  readonly command: string;
  readonly requests: { readonly represented: number; readonly simulated: number };
  readonly taxpayers: { readonly represented: number; readonly simulated: number };
  readonly zipAreas: { readonly represented: number; readonly simulated: number };
  /** People looked up in the whole request list; only where a place scope is wider than a ZIP area. */
  readonly lookedUp?: { readonly represented: number; readonly simulated: number };
  /** Only there, and only where every ZIP area is simulated. */
  readonly heldAgainstEverybody?: HeldAgainstEverybody;
  /** The one estimate that opens the report, in words, with the rule that it holds under. */
  readonly headline: { readonly text: string; readonly rule: string; readonly estimate: Estimate };
  /** Published figures carried through the scenario; only where it has a context. Nothing of it is simulated. */
  readonly context?: readonly ContextFigure[];
  /** Sentences that bind the reader: what the numbers are not, and which of them are bounds. */
  readonly cautions: readonly string[];
  /** What was asked for and could not be done, for instance a rate of errors that cannot be met; a sentence each. */
  readonly warnings: readonly string[];
  /** Rates asked for and rates realised, for instance of each corruption. */
  readonly realised: readonly {
    readonly id: string;
    readonly asked: number;
    readonly realised: number;
    readonly records: number;
  }[];
  /** Only where parameters were drawn. */
  readonly draws?: Draws;
  readonly estimates: readonly Estimate[];
}
