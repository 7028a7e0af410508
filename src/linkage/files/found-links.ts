/**
 * The pairs that reached the threshold, and what a decision rule makes of them.
 *
 * Order: that of the requests in their file; within a request the highest score first, equal scores by taxpayer id.
 * So the best of equals is the one with the lowest id: a file holds no lots to be drawn, and the same files must give
 * the same links.
 */

import { growingIntegers, growingNumbers } from '../../files/growing-columns.ts';
import type { IdIndex } from '../../files/id-index.ts';
import { InputError } from '../../scenario/input-error.ts';
import type { DecisionRule } from '../rule.ts';

/** More pairs than this do not fit beside all else, and nobody could look at them. */
const MOST = 50_000_000;

export interface FoundLinks {
  readonly size: number;
  add(request: number, taxpayer: number, score: number): void;
  addAll(columns: FoundColumns): void;
  /** The pairs so far, in no set order; a view that the next one may leave behind. */
  columns(): FoundColumns;
  /** The pairs that count as matched, in order. */
  matched(rule: DecisionRule, taxpayerIds: IdIndex): Iterable<FoundLink>;
}

/** Pairs side by side: rows of the two files, and the scores. In shared memory. */
export interface FoundColumns {
  readonly requests: Int32Array;
  readonly taxpayers: Int32Array;
  readonly scores: Float64Array;
}

export interface FoundLink {
  /** Rows of the two files. */
  readonly request: number;
  readonly taxpayer: number;
  readonly score: number;
}

/** An empty list for requests of `requests` rows. */
export function foundLinks(requests: number): FoundLinks {
  const [requestOf, taxpayerOf, scoreOf] = [growingIntegers(), growingIntegers(), growingNumbers()];
  const add = (request: number, taxpayer: number, score: number) => {
    if (scoreOf.size === MOST) {
      const most = MOST.toLocaleString('en-US');
      throw new InputError([
        `too many links; allowed: up to ${most}, by a higher --threshold or a narrower --place; found: more`,
      ]);
    }
    requestOf.push(request);
    taxpayerOf.push(taxpayer);
    scoreOf.push(score);
  };
  return {
    get size() {
      return scoreOf.size;
    },
    add,
    addAll({ requests: requestRows, taxpayers: taxpayerRows, scores }) {
      for (let i = 0; i < scores.length; i++) add(requestRows[i]!, taxpayerRows[i]!, scores[i]!);
    },
    columns: () => ({
      requests: requestOf.values(),
      taxpayers: taxpayerOf.values(),
      scores: scoreOf.values(),
    }),
    *matched(rule, taxpayerIds) {
      const [requestRows, taxpayerRows, scores] = [requestOf.values(), taxpayerOf.values(), scoreOf.values()];
      const { starts, order } = byRequest(requestRows, requests);
      for (let request = 0; request < requests; request++) {
        const links = order.subarray(starts[request], starts[request + 1]);
        links.sort(
          (a, b) => scores[b]! - scores[a]! || taxpayerIds.compare(taxpayerRows[a]!, taxpayerRows[b]!),
        );
        for (let i = 0; i < links.length; i++) {
          if (rule.matchedAt(1, i === 0, links.length > 1 ? 1 : 0) === 0) continue;
          const link = links[i]!;
          yield { request, taxpayer: taxpayerRows[link]!, score: scores[link]! };
        }
      }
    },
  };
}

/** Links by request: those of request r are `order[starts[r]..starts[r + 1])`. */
function byRequest(requestOf: Int32Array, requests: number) {
  const starts = new Uint32Array(requests + 1);
  for (const request of requestOf) starts[request + 1] = starts[request + 1]! + 1;
  for (let request = 0; request < requests; request++) {
    starts[request + 1] = starts[request + 1]! + starts[request]!;
  }
  const next = starts.slice();
  const order = new Int32Array(requestOf.length);
  requestOf.forEach((request, link) => {
    const at = next[request]!;
    order[at] = link;
    next[request] = at + 1;
  });
  return { starts, order };
}
