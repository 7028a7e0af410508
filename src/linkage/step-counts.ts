/**
 * Counts by threshold that mostly stay the same from one threshold to the next. Thresholds are the bits of a word, and a
 * word is a run of bits, or a few: what is counted at a run is added where it begins and taken away where it ends,
 * however long it is, and the running sum is the count (a difference array). There may be many keys to count under: only
 * those that were counted are gone through.
 */

/** Thresholds are at most 31, so a run ends at 31 at the latest. */
const WIDTH = 32;

export interface StepCounts {
  /** So many more under the key at each threshold of the word. */
  add(key: number, matchedAt: number, by: number): void;
  /** Calls back for every run of thresholds with the same count, other than 0, under a key; and empties all. */
  read(report: (key: number, matchedAt: number, count: number) => void): void;
}

/** @param keys how many there are: whole numbers from 0 */
export function stepCounts(keys: number): StepCounts {
  const changes = new Float64Array(keys * WIDTH);
  // By key: the thresholds at which there is a change; and which keys have any.
  const changedAt = new Int32Array(keys);
  const counted = new Int32Array(keys);
  let length = 0;
  return {
    add(key, matchedAt, by) {
      if (matchedAt === 0) return;
      if (changedAt[key] === 0) counted[length++] = key;
      const edges = matchedAt ^ (matchedAt << 1);
      changedAt[key]! |= edges;
      for (let left = edges; left !== 0; left &= left - 1) {
        const at = lowestBit(left);
        changes[key * WIDTH + at]! += ((matchedAt >>> at) & 1) === 1 ? by : -by;
      }
    },
    read(report) {
      for (let i = 0; i < length; i++) {
        const key = counted[i]!;
        let count = 0;
        let from = 0;
        for (let left = changedAt[key]!; left !== 0; left &= left - 1) {
          const at = lowestBit(left);
          if (count !== 0) report(key, bitsBetween(from, at), count);
          count += changes[key * WIDTH + at]!;
          changes[key * WIDTH + at] = 0;
          from = at;
        }
        changedAt[key] = 0;
      }
      length = 0;
    },
  };
}

/** Place of the lowest bit of a word other than 0. */
export const lowestBit = (bits: number) => 31 - Math.clz32(bits & -bits);

/** The bits from `first` up to, but not with, `end`. */
const bitsBetween = (first: number, end: number) => ((1 << end) - (1 << first)) | 0;
