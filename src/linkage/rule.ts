/**
 * What a decision rule is: which scored candidates of a request count as matched, at every threshold at once.
 * Thresholds are the bits of a word, lowest threshold first, so that a candidate that passes n of them has the
 * n lowest bits set, and rules are arithmetic on words.
 */

export interface DecisionRule {
  readonly id: string;
  readonly label: string;
  readonly describe: string;
  /** The same of candidates who are alike or not, without a score between. */
  readonly describeUnscored: string;
  /** Whether nobody but the best candidate is ever matched. */
  readonly onlyBest: boolean;
  /**
   * The thresholds at which a candidate is matched.
   * @param passed thresholds that the candidate's score reaches
   * @param isBest whether it is the request's best candidate (ties are broken by lot before)
   * @param passedByRunnerUp thresholds that the best of the others reaches
   * @param isAccepted whether a person who looks at the pair accepts it, always the same of one pair; nobody looks
   *   where it is left out
   */
  matchedAt(passed: number, isBest: boolean, passedByRunnerUp: number, isAccepted?: () => boolean): number;
}
