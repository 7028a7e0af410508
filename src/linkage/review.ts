/**
 * The reviewer of the rule `review`: one draw for each pair of request and person, so that a pair is judged alike
 * whatever matcher, place scope and threshold brought it up.
 */

import { block, stream, uniform } from '../random/stream.ts';

export interface ReviewAssumptions {
  /** Chance that a correct pair is accepted. */
  readonly sensitivity: number;
  /** Chance that a wrong pair is refused. */
  readonly specificity: number;
}

/** Whether the reviewer accepts a pair; `person` is an index in the file. */
export function reviewer(
  { sensitivity, specificity }: ReviewAssumptions,
  seed: number,
): (request: number, person: number, isCorrect: boolean) => boolean {
  const judgements = stream(seed, 'linkage/review');
  const words = new Uint32Array(4);
  return (request, person, isCorrect) => {
    block(judgements, person, request, words);
    const chance = uniform(words[0]!);
    return isCorrect ? chance < sensitivity : chance >= specificity;
  };
}
