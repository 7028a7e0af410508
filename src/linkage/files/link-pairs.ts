/** Links two sets of records by any matcher: every pair that meets is scored as two records. */

import type { Matcher } from '../../matching/matcher.ts';
import type { Block } from './blocks.ts';
import type { FoundLinks } from './found-links.ts';
import { type ComparedColumns, recordReader } from './record-columns.ts';

export interface PairLinking {
  readonly requests: ComparedColumns;
  readonly taxpayers: ComparedColumns;
  readonly matcher: Pick<Matcher, 'score'>;
  readonly threshold: number;
  readonly confirms: (request: number, taxpayer: number) => boolean;
}

/** What links a block by scoring its pairs: adds them to `found`, and pauses after each request. */
export function pairLinker({
  requests,
  taxpayers,
  matcher,
  threshold,
  confirms,
}: PairLinking): (block: Block, found: FoundLinks) => Generator<void> {
  const [requestAt, taxpayerAt] = [recordReader(requests), recordReader(taxpayers)];
  return function* (block, found) {
    const others = Array.from(block.taxpayers, taxpayerAt);
    for (const row of block.requests) {
      const request = requestAt(row);
      for (let i = 0; i < others.length; i++) {
        const taxpayer = block.taxpayers[i]!;
        if (!confirms(row, taxpayer)) continue;
        const score = matcher.score(request, others[i]!);
        if (score >= threshold) found.add(row, taxpayer, score);
      }
      yield;
    }
  };
}
