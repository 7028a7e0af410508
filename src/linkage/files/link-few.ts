/**
 * Links a few people pair by pair: names by their codes where they alone count, with a memory of pairs of names seen
 * lately, and whole records otherwise.
 */

import type { Comparator } from '../../matching/comparator.ts';
import type { Block } from './blocks.ts';
import type { FoundLinks } from './found-links.ts';
import type { SearchLinking } from './link-by-search.ts';
import { pairLinker } from './link-pairs.ts';

/** What links a block by scoring its pairs: adds them to `found`. */
export function fewLinker(linking: SearchLinking): (block: Block, found: FoundLinks) => Generator<void> {
  const { comparator } = linking.searched;
  return comparator === undefined ? pairLinker(linking) : byNames(linking, comparator);
}

function byNames(
  linking: SearchLinking,
  comparator: Comparator,
): (block: Block, found: FoundLinks) => Generator<void> {
  const { requests, taxpayers, values, leastNameScore: floor, threshold, judge, confirms } = linking;
  const surnameScore = rememberedPairs(values.surnames, comparator);
  const givenNameScore = rememberedPairs(values.givenNames, comparator);
  // biome-ignore lint/correctness/useYield: too little to pause in.
  return function* (block, found) {
    for (const request of block.requests) {
      for (const taxpayer of block.taxpayers) {
        const surname = surnameScore(requests.surnames[request]!, taxpayers.surnames[taxpayer]!);
        if (surname < floor) continue;
        const nameScore = Math.min(
          surname,
          givenNameScore(requests.givenNames[request]!, taxpayers.givenNames[taxpayer]!),
        );
        if (nameScore < floor || !confirms(request, taxpayer)) continue;
        const score = judge === undefined ? nameScore : judge(nameScore, request, taxpayer);
        if (score >= threshold) found.add(request, taxpayer, score);
      }
    }
  };
}

const SLOTS = 2 ** 17;

/** Scores of pairs of codes, of which the latest are remembered: a table with one slot for each hash. */
function rememberedPairs(
  values: readonly string[],
  { compare }: Comparator,
): (a: number, b: number) => number {
  const firsts = new Int32Array(SLOTS).fill(-1);
  const seconds = new Int32Array(SLOTS);
  const scores = new Float64Array(SLOTS);
  return (a, b) => {
    const slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77)) >>> 15;
    if (firsts[slot] !== a || seconds[slot] !== b) {
      firsts[slot] = a;
      seconds[slot] = b;
      scores[slot] = compare(values[a]!, values[b]!);
    }
    return scores[slot]!;
  };
}
