/**
 * Links and true pairs by number: ids in two lists, links sorted by request and taxpayer and each there once, true
 * pairs likewise. What is measured is counted from these columns.
 */

import { growingIntegers, growingNumbers } from '../files/growing-columns.ts';
import { type IdIndex, idIndex } from '../files/id-index.ts';

/** Somebody's claim that a request is about a taxpayer. */
export interface Link {
  readonly requestId: string;
  readonly taxpayerId: string;
  /** In [0, 1]; NaN or left out where there is none. */
  readonly score?: number | undefined;
}

/** Who a request is really about; one row for each request, and further ones where several taxpayers are right. */
export interface TrueLink {
  readonly requestId: string;
  /** Empty where the requested person is not in the taxpayer file. */
  readonly taxpayerId: string;
}

/** Pairs in order of request and taxpayer, each once. */
export interface Pairs {
  readonly requests: Int32Array;
  readonly taxpayers: Int32Array;
  readonly scores: Float64Array;
  /** How many were given again. */
  readonly duplicates: number;
}

export interface LinkTable {
  readonly requestIds: IdIndex;
  readonly taxpayerIds: IdIndex;
  /** Requests of the truth: those numbered below this. */
  readonly knownRequests: number;
  readonly truth: Pairs;
  readonly links: Pairs;
}

export interface LinkTableBuilder {
  /** Adds a row of the truth; all of them before the first link. Returns the number of its request. */
  addTruth(row: TrueLink): number;
  addLink(link: Link): void;
  finish(): LinkTable;
}

export function linkTable(): LinkTableBuilder {
  const [requestIds, taxpayerIds] = [idIndex(), idIndex()];
  const [truth, links] = [pairColumns(), pairColumns()];
  let knownRequests = 0;
  const numbered = (ids: IdIndex, id: string) => {
    const known = ids.find(id);
    return known < 0 ? ids.add(id) : known;
  };
  return {
    addTruth({ requestId, taxpayerId }) {
      const request = numbered(requestIds, requestId);
      knownRequests = requestIds.size;
      if (taxpayerId !== '') truth.add(request, numbered(taxpayerIds, taxpayerId), Number.NaN);
      return request;
    },
    addLink({ requestId, taxpayerId, score }) {
      links.add(numbered(requestIds, requestId), numbered(taxpayerIds, taxpayerId), score ?? Number.NaN);
    },
    finish: () => ({
      requestIds,
      taxpayerIds,
      knownRequests,
      truth: truth.sorted(),
      links: links.sorted(),
    }),
  };
}

function pairColumns() {
  const [requests, taxpayers, scores] = [growingIntegers(), growingIntegers(), growingNumbers()];
  return {
    add(request: number, taxpayer: number, score: number) {
      requests.push(request);
      taxpayers.push(taxpayer);
      scores.push(score);
    },
    sorted: () => sortedPairs(requests.values(), taxpayers.values(), scores.values()),
  };
}

/** Sorts pairs by both numbers and keeps each once, with its highest score. */
function sortedPairs(requests: Int32Array, taxpayers: Int32Array, scores: Float64Array): Pairs {
  const score = (pair: number) => (Number.isNaN(scores[pair]!) ? -1 : scores[pair]!);
  const order = Int32Array.from(requests.keys()).sort(
    (a, b) => requests[a]! - requests[b]! || taxpayers[a]! - taxpayers[b]! || score(b) - score(a),
  );
  const kept = order.filter((pair, i) => {
    const before = i === 0 ? -1 : order[i - 1]!;
    return before < 0 || requests[before] !== requests[pair] || taxpayers[before] !== taxpayers[pair];
  });
  return {
    requests: kept.map((pair) => requests[pair]!),
    taxpayers: kept.map((pair) => taxpayers[pair]!),
    scores: Float64Array.from(kept, (pair) => scores[pair]!),
    duplicates: order.length - kept.length,
  };
}
