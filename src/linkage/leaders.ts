/** Who of the people found leads: the best score, the next, and a draw by lot where the best is shared. */

import { block, stream } from '../random/stream.ts';
import type { FoundPeople } from './search.ts';

/** The place among the people found of the best (-1 for none), and the score of the next (-1 if there is none). */
export interface Leaders {
  readonly best: number;
  readonly runnerUp: number;
}

/** A tie for best is won by the highest of these: a whole number that follows from person (index) and request alone. */
export function ticketsUnder(seed: number): (person: number, request: number) => number {
  const lot = stream(seed, 'linkage/tie');
  const words = new Uint32Array(4);
  return (person, request) => {
    block(lot, person, request, words);
    return words[0]!;
  };
}

/** Leaders under a seed, ties drawn by tickets. */
export function leadersUnder(
  seed: number,
): (found: FoundPeople, firstPerson: number, request: number) => Leaders {
  const ticketOf = ticketsUnder(seed);
  return ({ count, people, scores }, firstPerson, request) => {
    const ticket = (place: number) => ticketOf(firstPerson + people[place]!, request);
    let best = -1;
    let bestScore = -1;
    let runnerUp = -1;
    let drawn = -1;
    for (let place = 0; place < count; place++) {
      const score = scores[place]!;
      if (score > bestScore) {
        runnerUp = bestScore;
        best = place;
        bestScore = score;
        drawn = -1;
      } else if (score === bestScore) {
        runnerUp = bestScore;
        if (drawn === -1) drawn = ticket(best);
        const other = ticket(place);
        if (other > drawn) {
          best = place;
          drawn = other;
        }
      } else if (score > runnerUp) runnerUp = score;
    }
    return { best, runnerUp };
  };
}
