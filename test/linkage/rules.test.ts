/** Decision rules on hand-made candidates: thresholds are bits, lowest first. */

import { describe, expect, it } from 'vitest';
import { all } from '../../src/linkage/rules/all.ts';
import { best } from '../../src/linkage/rules/best.ts';
import { rules } from '../../src/linkage/rules/index.ts';
import { unique } from '../../src/linkage/rules/unique.ts';

const passesFive = 0b11111;
const passesTwo = 0b00011;

describe('decision rules', () => {
  it('all: every candidate at the thresholds it passes', () => {
    expect(all.matchedAt(passesTwo, false, passesFive)).toBe(passesTwo);
  });

  it('best: the best candidate at the thresholds it passes, nobody else', () => {
    expect(best.matchedAt(passesFive, true, passesTwo)).toBe(passesFive);
    expect(best.matchedAt(passesTwo, false, passesFive)).toBe(0);
  });

  it('unique: the best candidate at the thresholds that only it passes', () => {
    expect(unique.matchedAt(passesFive, true, passesTwo)).toBe(0b11100);
    expect(unique.matchedAt(passesFive, true, passesFive)).toBe(0);
    expect(unique.matchedAt(passesFive, true, 0)).toBe(passesFive);
    expect(unique.matchedAt(passesTwo, false, passesFive)).toBe(0);
  });

  it('never match at a threshold that is not passed, and matched only ever grows from unique to best to all', () => {
    for (let passed = 0; passed < 32; passed = 2 * passed + 1) {
      for (let runnerUp = 0; runnerUp <= passed; runnerUp = 2 * runnerUp + 1) {
        for (const isBest of [true, false]) {
          const [a, b, u] = rules.map((rule) => rule.matchedAt(passed, isBest, runnerUp)) as [
            number,
            number,
            number,
          ];
          expect(a & ~passed).toBe(0);
          expect(b & ~a).toBe(0);
          expect(u & ~b).toBe(0);
        }
      }
    }
  });

  it('match somebody who is not the best unless they say that they never do', () => {
    for (const { matchedAt, onlyBest } of rules) {
      expect(matchedAt(passesFive, false, passesFive, () => true) === 0).toBe(onlyBest);
    }
  });
});
