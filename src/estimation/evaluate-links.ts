/**
 * Scores anybody's links against the truth: our own, another program's, a vendor's. See evaluation.ts for what is
 * measured and evaluation-rates.ts for the intervals.
 *
 * @example
 * evaluateLinks(
 *   [{ requestId: 'R1', taxpayerId: 'T1', score: 0.97 }],
 *   [{ requestId: 'R1', taxpayerId: 'T1' }, { requestId: 'R2', taxpayerId: '' }],
 * ).oneToMany.precision.estimate // 1
 */

import { checkLevel } from '../statistics/interval.ts';
import type { Evaluation, Measures } from './evaluation.ts';
import { pairSums } from './evaluation-rates.ts';
import { type Link, type LinkTable, linkTable, type Pairs, type TrueLink } from './link-table.ts';

/** The group of an id; undefined where it is not known. */
export type GroupOf = (id: string) => string | undefined;

export interface EvaluateOptions {
  /** Level of the intervals, in (0, 1); default 0.95. */
  readonly level?: number | undefined;
  /** Measure also the links at or above each of these; every link must then have a score. */
  readonly thresholds?: readonly number[] | undefined;
  /**
   * What becomes of links of requests that the truth does not have: they are left out, because nobody knows
   * (`unknown`, the default), or count as wrong, for a truth that lists true pairs only (`wrong`).
   */
  readonly unlisted?: 'unknown' | 'wrong' | undefined;
  /** Measure also by group of the request, or of the taxpayer that a pair names; one of the two. */
  readonly groupOfRequest?: GroupOf | undefined;
  readonly groupOfTaxpayer?: GroupOf | undefined;
  /** Whether a taxpayer is in the file that was searched. */
  readonly isTaxpayer?: ((id: string) => boolean) | undefined;
}

/**
 * Measures links against the truth.
 * @throws RangeError for a score or level out of range, or a missing score where thresholds are asked for
 */
export function evaluateLinks(
  links: Iterable<Link>,
  truth: Iterable<TrueLink>,
  options: EvaluateOptions = {},
): Evaluation {
  const table = linkTable();
  for (const row of truth) table.addTruth(row);
  for (const link of links) table.addLink(link);
  return evaluateTable(table.finish(), options);
}

/** The same for links and truth that are numbered already. */
export function evaluateTable(table: LinkTable, options: EvaluateOptions = {}): Evaluation {
  const { level = 0.95, thresholds = [], unlisted = 'unknown', isTaxpayer } = options;
  checkLevel(level);
  const { links, truth, requestIds, taxpayerIds, knownRequests } = table;
  checkScores(links.scores, thresholds.length > 0);
  const requests = unlisted === 'wrong' ? requestIds.size : knownRequests;
  const isCorrect = correctLinks(links, truth);
  const isListed = (link: number) => links.requests[link]! < requests;
  const measure = (selection: Partial<Selection>): Measures =>
    measured(table, isCorrect, { link: isListed, truth: () => true, requests, level, ...selection });

  const chosen = oneToOne(table, isListed);
  return {
    schemaVersion: 1,
    level,
    oneToMany: measure({}),
    oneToOne: measure({ link: (link) => chosen[link] === 1 }),
    thresholds: thresholds.map((threshold) => ({
      threshold,
      ...measure({ link: (link) => isListed(link) && links.scores[link]! >= threshold }),
    })),
    groups: groupsOf(table, requests, options).map(({ group, ...selection }) => ({
      group,
      ...measure({ ...selection, link: (link) => isListed(link) && selection.link(link) }),
    })),
    input: {
      requests: knownRequests,
      duplicateLinks: links.duplicates,
      unknownRequests: links.requests.reduce(
        (count, request) => count + (request < knownRequests ? 0 : 1),
        0,
      ),
      unknownTaxpayers:
        isTaxpayer === undefined
          ? 0
          : links.taxpayers.reduce((count, id) => count + (isTaxpayer(taxpayerIds.text(id)) ? 0 : 1), 0),
      duplicateTruth: truth.duplicates,
      requestsWithSeveralLinks: severalTimes(links.requests, requestIds.size),
      taxpayersWithSeveralLinks: severalTimes(links.taxpayers, taxpayerIds.size),
    },
  };
}

/** Which links and true pairs are measured, among how many requests. */
interface Selection {
  readonly link: (link: number) => boolean;
  readonly truth: (pair: number) => boolean;
  readonly requests: number;
  readonly level: number;
}

function measured(
  { links, truth, requestIds }: LinkTable,
  isCorrect: Uint8Array,
  selection: Selection,
): Measures {
  const sums = pairSums(selection.requests);
  let [link, pair] = [0, 0];
  for (let request = 0; request < requestIds.size; request++) {
    let [n, c, t] = [0, 0, 0];
    for (; link < links.requests.length && links.requests[link] === request; link++) {
      if (!selection.link(link)) continue;
      n++;
      c += isCorrect[link]!;
    }
    for (; pair < truth.requests.length && truth.requests[pair] === request; pair++) {
      if (selection.truth(pair)) t++;
    }
    if (n > 0 || t > 0) sums.add(n, c, t);
  }
  return sums.measures(selection.level);
}

/** 1 for each link that the truth has: both lists are in the same order. */
function correctLinks(links: Pairs, truth: Pairs): Uint8Array {
  let pair = 0;
  return Uint8Array.from(links.requests, (request, link) => {
    const taxpayer = links.taxpayers[link]!;
    while (
      pair < truth.requests.length &&
      (truth.requests[pair]! - request || truth.taxpayers[pair]! - taxpayer) < 0
    ) {
      pair++;
    }
    return truth.requests[pair] === request && truth.taxpayers[pair] === taxpayer ? 1 : 0;
  });
}

/** 1 for each link that is kept when every request and taxpayer may have but one. */
function oneToOne({ links, requestIds, taxpayerIds }: LinkTable, isListed: (link: number) => boolean) {
  const { requests, taxpayers } = links;
  const scores = links.scores.map((score) => (Number.isNaN(score) ? 0 : score));
  const order = Int32Array.from(requests.keys())
    .filter(isListed)
    .sort(
      (a, b) =>
        scores[b]! - scores[a]! ||
        requestIds.compare(requests[a]!, requests[b]!) ||
        taxpayerIds.compare(taxpayers[a]!, taxpayers[b]!),
    );
  const [requestTaken, taxpayerTaken] = [new Uint8Array(requestIds.size), new Uint8Array(taxpayerIds.size)];
  const kept = new Uint8Array(requests.length);
  for (const link of order) {
    const [request, taxpayer] = [requests[link]!, taxpayers[link]!];
    if (requestTaken[request] === 1 || taxpayerTaken[taxpayer] === 1) continue;
    requestTaken[request] = 1;
    taxpayerTaken[taxpayer] = 1;
    kept[link] = 1;
  }
  return kept;
}

const NO_GROUP = '(none)';

function groupsOf(
  { requestIds, taxpayerIds, links, truth }: LinkTable,
  requests: number,
  { groupOfRequest, groupOfTaxpayer }: EvaluateOptions,
) {
  if (groupOfRequest !== undefined) {
    const { names, codes } = coded(requests, (row) => groupOfRequest(requestIds.text(row)));
    return names.map(({ group, code }) => ({
      group,
      link: (link: number) => codes[links.requests[link]!] === code,
      truth: (pair: number) => codes[truth.requests[pair]!] === code,
      requests: codes.reduce((count, each) => count + (each === code ? 1 : 0), 0),
    }));
  }
  if (groupOfTaxpayer === undefined) return [];
  const { names, codes } = coded(taxpayerIds.size, (row) => groupOfTaxpayer(taxpayerIds.text(row)));
  return names.map(({ group, code }) => ({
    group,
    link: (link: number) => codes[links.taxpayers[link]!] === code,
    truth: (pair: number) => codes[truth.taxpayers[pair]!] === code,
    requests,
  }));
}

/** The groups of so many rows by code, and the names of the groups in order. */
function coded(size: number, groupOf: (row: number) => string | undefined) {
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from({ length: size }, (_, row) => {
    const group = groupOf(row) || NO_GROUP;
    const code = codeOf.get(group) ?? codeOf.size;
    codeOf.set(group, code);
    return code;
  });
  const names = [...codeOf].map(([group, code]) => ({ group, code }));
  return { names: names.sort((a, b) => (a.group < b.group ? -1 : 1)), codes };
}

function severalTimes(codes: Int32Array, size: number): number {
  const times = new Uint32Array(size);
  for (const code of codes) times[code] = times[code]! + 1;
  return times.reduce((count, each) => count + (each > 1 ? 1 : 0), 0);
}

function checkScores(scores: Float64Array, areNeeded: boolean): void {
  for (const score of scores) {
    if (score < 0 || score > 1) throw new RangeError(`invalid score; not in [0, 1]: ${score}`);
    if (areNeeded && Number.isNaN(score)) throw new RangeError('thresholds need a score for every link');
  }
}
