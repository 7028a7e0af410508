/**
 * The labelled pairs of the benchmark, and how often a matcher decides them rightly. They are invented, follow from
 * the scenario and the seed alone, and are the same on every machine.
 */

import type { Matcher } from '../../matching/matcher.ts';
import type { PlaceScope } from '../../matching/place.ts';
import type { PersonRecord } from '../../population/record.ts';
import { permutation } from '../../random/permutation.ts';
import { block, stream } from '../../random/stream.ts';
import { clopperPearson } from '../../statistics/share-interval.ts';
import { type NameCategory, nameCategories } from './name-categories.ts';
import type { PeoplePool } from './people-pool.ts';

export interface RecordPair {
  readonly request: PersonRecord;
  readonly taxpayer: PersonRecord;
}

/** The pairs of a category: about one person, and about two. */
export interface LabelledPairs {
  readonly category: Pick<NameCategory, 'id' | 'label' | 'describe'>;
  readonly same: readonly RecordPair[];
  readonly different: readonly RecordPair[];
}

/** Up to `count` pairs of either kind for every category, fewer where the pool has no more. */
export function labelledPairs(pool: PeoplePool, seed: number, count: number): readonly LabelledPairs[] {
  const order = permutation(seed, 'benchmark/people', pool.people.length);
  const words = new Uint32Array(8);
  return nameCategories.map((category) => {
    const source = stream(seed, `benchmark/${category.id}`);
    const same: RecordPair[] = [];
    const different: RecordPair[] = [];
    for (let nth = 0; nth < pool.people.length && same.length < count; nth++) {
      const person = pool.people[order.at(nth)]!;
      block(source, person.index, 0, words.subarray(0, 4));
      block(source, person.index, 1, words.subarray(4, 8));
      const drawn = category.draw(person, pool, words);
      if (drawn === undefined) continue;
      same.push({ request: drawn.request, taxpayer: person.record });
      different.push({ request: drawn.request, taxpayer: drawn.other.record });
    }
    return { category, same, different };
  });
}

/** How many of some pairs are decided rightly, as a share with its exact 95% interval; no share of none. */
export interface RightlyDecided {
  readonly pairs: number;
  readonly right: number;
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
}

export interface CategoryAccuracy {
  readonly category: string;
  /** Pairs about one person that are matched. */
  readonly same: RightlyDecided;
  /** Pairs about two people that are kept apart. */
  readonly different: RightlyDecided;
}

const LEVEL = 0.95;

/** How a decision about pairs does in every category. */
export function accuracy(
  pairs: readonly LabelledPairs[],
  isMatched: (pair: RecordPair) => boolean,
): readonly CategoryAccuracy[] {
  return pairs.map(({ category, same, different }) => ({
    category: category.id,
    same: rightly(same, isMatched),
    different: rightly(different, (pair) => !isMatched(pair)),
  }));
}

function rightly(pairs: readonly RecordPair[], isRight: (pair: RecordPair) => boolean): RightlyDecided {
  const right = pairs.filter(isRight).length;
  if (pairs.length === 0) return { pairs: 0, right, share: null, low: 0, high: 1 };
  const { low, high } = clopperPearson(right, pairs.length, LEVEL);
  return { pairs: pairs.length, right, share: right / pairs.length, low, high };
}

/** By a matcher at a threshold, whatever the place. */
export const matchedBy =
  (matcher: Matcher, threshold: number) =>
  ({ request, taxpayer }: RecordPair): boolean =>
    matcher.score(request, taxpayer) >= threshold;

/** By a place scope alone, whatever the names. */
export const inPlace =
  (place: PlaceScope) =>
  ({ request, taxpayer }: RecordPair): boolean =>
    place.agrees(request, taxpayer);
