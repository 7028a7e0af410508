/** Ungated Jaro-Winkler of one query with many against its plain twin, and the bound on characters in common. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ungatedJaroWinklerSimilarity } from '../../src/text/jaro-winkler.ts';
import { KernelMemory } from '../../src/text/kernel-memory.ts';
import { NameBlocks } from '../../src/text/name-blocks.ts';
import { OneToMany } from '../../src/text/one-to-many.ts';
import {
  commonPrefix,
  LONGEST_BOUNDED,
  neededInCommon,
  ungatedKernel,
  ungatedQuery,
} from '../../src/text/ungated-query.ts';
import { namePairs } from './name-pairs.ts';

const text = fc.string({ unit: fc.constantFrom(...'ABC '), minLength: 1, maxLength: 40 });
const bytesOf = (value: string) => Uint8Array.from(value, (letter) => letter.charCodeAt(0));

/** Characters that have a partner in the other value, wherever it stands. */
function inCommon(a: string, b: string): number {
  const rest = [...b];
  return [...a].filter((letter) => {
    const place = rest.indexOf(letter);
    if (place >= 0) rest.splice(place, 1);
    return place >= 0;
  }).length;
}

it('equals its plain twin for any part of a byte column', () => {
  fc.assert(
    fc.property(text, text, text, (query, value, before) => {
      const bytes = bytesOf(before + value);
      expect(ungatedQuery(query)(bytes, before.length, bytes.length)).toBe(
        ungatedJaroWinklerSimilarity(query, value),
      );
    }),
    { seed: 1, numRuns: 2000 },
  );
});

it.each([0.5, 0.59, 0.8, 1])('finds sixteen at a time what its plain twin scores %d or more', (least) => {
  const memory = new KernelMemory();
  const blocks = new NameBlocks(memory);
  const search = new OneToMany(memory, ungatedKernel(least), least);
  const expectAllFound = (asked: string) => {
    const { count, places, scores } = search.similar(asked, blocks);
    const found = Array.from({ length: count }, (_, i) => [places[i]!, scores[i]!] as const);
    const expected = blocks.names
      .map((other, place) => [place, ungatedJaroWinklerSimilarity(asked, other)] as const)
      .filter(([, score]) => score >= least);
    expect(found.sort(([a], [b]) => a - b)).toEqual(expected);
  };
  const pairs = namePairs(400);
  blocks.fill(pairs.map(([, other]) => other.toUpperCase()));
  for (const [asked] of pairs.slice(0, 60)) expectAllFound(asked.toUpperCase());
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), text, (names, asked) => {
      blocks.fill([...names, asked, `${asked}A`]);
      expectAllFound(asked);
    }),
    { seed: 3, numRuns: 500 },
  );
});

it('may pass over only values with a longer common prefix than it is told of', () => {
  const [least, prefixLongest] = [0.7, 1];
  const memory = new KernelMemory();
  const blocks = new NameBlocks(memory);
  const search = new OneToMany(memory, ungatedKernel(least, prefixLongest), least);
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), text, (names, asked) => {
      blocks.fill(names);
      const { count, places, scores } = search.similar(asked, blocks);
      const found = new Map(Array.from({ length: count }, (_, i) => [places[i]!, scores[i]!]));
      names.forEach((name, place) => {
        const score = ungatedJaroWinklerSimilarity(asked, name);
        const prefix = commonPrefix(asked, bytesOf(name), 0, name.length);
        if (found.has(place) || (score >= least && prefix <= prefixLongest)) {
          expect(found.get(place)).toBe(score);
        }
      });
    }),
    { seed: 4, numRuns: 500 },
  );
});

it.each([0.5, 0.8, 0.95])('asks for no more in common than values have that reach %d', (least) => {
  const needed = neededInCommon(least);
  fc.assert(
    fc.property(text, text, (a, b) => {
      if (ungatedJaroWinklerSimilarity(a, b) < least) return;
      const shared = needed(a.length);
      const prefix = commonPrefix(a, bytesOf(b), 0, b.length);
      const common = inCommon(a, b);
      for (let known = prefix; known < shared.length; known++) {
        expect(common).toBeGreaterThanOrEqual(shared[known]![b.length]!);
      }
    }),
    { seed: 2, numRuns: 3000 },
  );
  expect(needed(5)[0]![LONGEST_BOUNDED]).toBe(0);
});
