/** What a distribution of an uncertain number is: how its range and its central value are turned into a draw. */

/** The central value of a quantity, and the ends of its range. */
export interface Range {
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

export interface Distribution {
  readonly id: string;
  /** One phrase, after the name. */
  readonly describe: string;
  /** Whether a quantity must say `low` and `high` to be drawn so. */
  readonly needsRange: boolean;
  /** What the distribution asks for beyond low <= mode <= high, if a quantity does not have it. */
  refuses?(range: Range, isShare: boolean): { readonly allowed: string; readonly found: string } | undefined;
  /** The value below which a draw lies with the given probability, in [0, 1]. */
  quantile(range: Range, probability: number): number;
}
