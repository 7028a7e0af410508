/**
 * Links files share by share, in this thread and in worker threads beside it. The pairs are the same whoever finds
 * them, and their order is settled afterwards (linkage/files/found-links.ts): threads cannot change a result.
 */

import { setImmediate as turn } from 'node:timers/promises';
import { type Share, sharesOf } from '../linkage/files/blocks.ts';
import type { FileMatcher } from '../linkage/files/file-matcher.ts';
import { type FoundColumns, type FoundLinks, foundLinks } from '../linkage/files/found-links.ts';
import { type LinkableFiles, leastOfShare, linkableFiles, shareLinker } from '../linkage/files/link-files.ts';
import type { ReadFiles } from '../linkage/files/read-files.ts';
import type { FileScope } from '../linkage/files/scope.ts';
import type { AskedMatcher } from '../matching/asked-matcher.ts';
import { InputError } from '../scenario/input-error.ts';
import { threadPool } from './thread-pool.ts';

/** What a worker thread is told when it starts. */
export interface LinkingAssignment {
  readonly files: LinkableFiles;
  readonly matcher: AskedMatcher;
}

/** What came of a share: its pairs, or what is wrong with the input, line by line. */
export type LinkedShare = FoundColumns | { readonly problems: readonly string[] };

export interface LinkingOptions {
  readonly matcher: FileMatcher;
  /** The same matcher, as threads are told of it. */
  readonly asked: AskedMatcher;
  readonly scope: FileScope;
  /** Pairs at or above it are found; above 0, up to 1. */
  readonly threshold: number;
  /** Threads, this one among them. */
  readonly workers: number;
  readonly signal: AbortSignal;
  /** Told after each share how many pairs have met. */
  readonly onProgress?: (pairs: number) => void;
}

/** All pairs of the two files that agree on the place and score at least the threshold. */
export async function linkShares(files: ReadFiles, options: LinkingOptions): Promise<FoundLinks> {
  const { matcher, asked, scope, threshold, workers, signal, onProgress } = options;
  const linkable = linkableFiles(files, scope, threshold);
  // The largest first, so that no thread is left alone with a long one.
  const shares = [...sharesOf(files.blocks, leastOfShare(matcher))].sort((a, b) => b.pairs - a.pairs);
  const found = foundLinks(files.requests.size);
  let pairs = 0;
  const onResult = (share: Share, linked: LinkedShare) => {
    if ('problems' in linked) throw new InputError(linked.problems);
    found.addAll(linked);
    pairs += share.pairs;
    onProgress?.(Math.round(pairs));
  };
  const link = shareLinker(linkable, matcher);
  const here = async (share: Share) => {
    const work = link(share);
    for (;;) {
      const { value, done } = work.next();
      if (done) return value;
      await turn();
      signal.throwIfAborted();
    }
  };
  const pool = threadPool<Share, LinkedShare>({
    file: new URL('./link-shares-worker.js', import.meta.url),
    data: { files: linkable, matcher: asked } satisfies LinkingAssignment,
    signal,
  });
  try {
    pool.grow(Math.min(workers, shares.length) - 1);
    await pool.run(shares, onResult, here);
  } finally {
    await pool.close();
  }
  return found;
}
