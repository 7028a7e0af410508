/**
 * Links what was read of two files by a matcher: all pairs that meet, share by share. A share gives the same pairs
 * whoever does it, and when: everything it needs beside the matcher is plain data in shared memory.
 */

import { type Blocks, blocksIn, type Share } from './blocks.ts';
import type { FileMatcher } from './file-matcher.ts';
import { type FoundColumns, foundLinks } from './found-links.ts';
import { isByNames, searchLinker } from './link-by-search.ts';
import { pairLinker } from './link-pairs.ts';
import { confirmedBy, type ReadFiles } from './read-files.ts';
import { type ComparedColumns, recordReader } from './record-columns.ts';
import { type FileScope, fileScopes } from './scope.ts';

/** What linking needs to know of the files; can be sent to a thread. */
export interface LinkableFiles {
  readonly requests: ComparedColumns;
  readonly taxpayers: ComparedColumns;
  /** Different names of both files by code. */
  readonly surnames: readonly string[];
  readonly givenNames: readonly string[];
  readonly rows: Pick<Blocks, 'requests' | 'taxpayers'>;
  /** Id of the place scope by which the rows were brought together. */
  readonly scope: FileScope['id'];
  /** Pairs at or above it are found; above 0, up to 1. */
  readonly threshold: number;
}

export function linkableFiles(
  { requests, taxpayers, codes, blocks }: ReadFiles,
  { id: scope }: FileScope,
  threshold: number,
): LinkableFiles {
  const compared = ({ surnames, givenNames, written }: ComparedColumns) => ({
    surnames,
    givenNames,
    written,
  });
  return {
    requests: compared(requests),
    taxpayers: compared(taxpayers),
    surnames: codes.surnames.values,
    givenNames: codes.givenNames.values,
    rows: { requests: blocks.requests, taxpayers: blocks.taxpayers },
    scope,
    threshold,
  };
}

/** The fewest pairs that are worth a share of their own: what takes about a tenth of a second. */
export function leastOfShare({ searched }: FileMatcher): number {
  if (searched === undefined) return 100_000;
  return isByNames(searched) ? 10_000_000 : 1_000_000;
}

/** What links shares: pauses now and then, and returns what it found. */
export function shareLinker(
  files: LinkableFiles,
  matcher: FileMatcher,
): (share: Share) => Generator<void, FoundColumns> {
  const { requests, taxpayers, surnames, givenNames, rows, threshold } = files;
  const scope = fileScopes.find(({ id }) => id === files.scope)!;
  const sides = { requests, taxpayers, threshold, confirms: confirmedBy(scope, requests, taxpayers) };
  const values = { surnames, givenNames };
  const { searched } = matcher;
  const link =
    searched === undefined
      ? pairLinker({ ...sides, matcher })
      : searchLinker({ ...sides, ...judged(matcher, files), values, matcher, searched });
  return function* (share) {
    const found = foundLinks(requests.surnames.length);
    let sinceBreath = 0;
    for (const block of blocksIn(rows, share, requests.surnames)) {
      yield* link(block, found);
      sinceBreath += block.requests.length * block.taxpayers.length;
      if (sinceBreath < PAIRS_A_BREATH) continue;
      sinceBreath = 0;
      yield;
    }
    return found.columns();
  };
}

const PAIRS_A_BREATH = 100_000;

/** What the evidence beside the names makes of their score, and how low that may be. */
function judged({ judgement }: FileMatcher, { requests, taxpayers, threshold }: LinkableFiles) {
  if (judgement === undefined) return { leastNameScore: threshold };
  const [request, taxpayer] = [recordReader(requests), recordReader(taxpayers)];
  return {
    leastNameScore: judgement.leastNameScore(threshold),
    judge: (nameScore: number, a: number, b: number) => judgement.judge(nameScore, request(a), taxpayer(b)),
  };
}
