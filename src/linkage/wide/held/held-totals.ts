/** What became of the requests held against everybody, under each decision rule, at each threshold. */

import { reachedBy } from '../../thresholds-reached.ts';
import { type HeldTally, leaderKinds } from './held-tally.ts';

/** How many of the requests, at one threshold. */
export interface HeldTotals {
  /** Matched to the requested person; about somebody in the file and not matched to them. */
  correct: number;
  missed: number;
  /** Matched to somebody else, to a citizen among them. */
  wrong: number;
  wrongCitizens: number;
  /** Pairs of such a request and a person, those with citizens, and the sum over requests of the square of all pairs. */
  pairs: number;
  pairsOfCitizens: number;
  squaredPairs: number;
}

/** What became of one request at one threshold. */
interface Outcome {
  readonly isCorrect: boolean;
  readonly pairs: number;
  readonly pairsOfCitizens: number;
}

/** @param all, ofCitizens how many other people than the requested reach the threshold */
type Rule = (all: number, ofCitizens: number, isCorrect: boolean, bestKind: number) => Outcome;

const nobody: Outcome = { isCorrect: false, pairs: 0, pairsOfCitizens: 0 };
const wrongOne = (isCitizen: boolean): Outcome => ({
  isCorrect: false,
  pairs: 1,
  pairsOfCitizens: isCitizen ? 1 : 0,
});
const correctOne: Outcome = { isCorrect: true, pairs: 0, pairsOfCitizens: 0 };

/** The decision rules that can be told; `bestKind` is of the best who reaches the threshold. */
const ruleById: Readonly<Record<string, Rule>> = {
  all: (pairs, pairsOfCitizens, isCorrect) => ({ isCorrect, pairs, pairsOfCitizens }),
  best: (_all, _ofCitizens, _isCorrect, bestKind) => {
    if (bestKind === leaderKinds.nobody) return nobody;
    return bestKind === leaderKinds.correct ? correctOne : wrongOne(bestKind === leaderKinds.wrongCitizen);
  },
  unique: (all, ofCitizens, isCorrect) => {
    if (all + (isCorrect ? 1 : 0) !== 1) return nobody;
    return isCorrect ? correctOne : wrongOne(ofCitizens === 1);
  },
};

/**
 * The totals by threshold, in the order of `thresholds`.
 * @param way `matcher * places + place`, in the plan of the tally
 */
export function heldTotals(
  tally: HeldTally,
  thresholds: readonly number[],
  way: number,
  ruleId: string,
): readonly Readonly<HeldTotals>[] {
  const rule = ruleById[ruleId];
  if (rule === undefined) throw new RangeError(`a rule that held requests cannot tell: ${ruleId}`);
  const totals = thresholds.map(
    (): HeldTotals => ({
      correct: 0,
      missed: 0,
      wrong: 0,
      wrongCitizens: 0,
      pairs: 0,
      pairsOfCitizens: 0,
      squaredPairs: 0,
    }),
  );
  for (let request = 0; request < tally.requests; request++) {
    const at = request * tally.ways + way;
    const ofBest = 32 - Math.clz32(reachedBy(thresholds, tally.bestScore[at]!));
    let [all, ofCitizens] = [0, 0];
    for (let threshold = thresholds.length - 1; threshold >= 0; threshold--) {
      all += tally.wrong[2 * at * thresholds.length + threshold]!;
      ofCitizens += tally.wrong[(2 * at + 1) * thresholds.length + threshold]!;
      const bestKind = threshold < ofBest ? tally.bestKind[at]! : leaderKinds.nobody;
      const outcome = rule(all, ofCitizens, threshold < tally.correct[at]!, bestKind);
      add(totals[threshold]!, outcome, tally.inFile[request] === 1);
    }
  }
  return totals;
}

function add(totals: HeldTotals, { isCorrect, pairs, pairsOfCitizens }: Outcome, isInFile: boolean): void {
  if (isCorrect) totals.correct += 1;
  else if (isInFile) totals.missed += 1;
  if (pairs > 0) totals.wrong += 1;
  if (pairsOfCitizens > 0) totals.wrongCitizens += 1;
  totals.pairs += pairs;
  totals.pairsOfCitizens += pairsOfCitizens;
  totals.squaredPairs += pairs ** 2;
}
