import { describe, expect, it } from 'vitest';
import { type OriginId, origins } from '../../src/population/origins.ts';
import { rareSurnames } from '../../src/population/rare-surnames.ts';
import { loadTables } from '../../src/population/tables.ts';
import { block, stream } from '../../src/random/stream.ts';

const { surnames } = loadTables();
/** The commonest listed surnames of an origin. */
const stockOf = (origin: OriginId) => () =>
  Array.from(surnames.weights[origin], (weight, code) => ({ weight, name: surnames.names[code]! }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 12_000)
    .map(({ name }) => name);

/** Each origin's part of all bearers of rare surnames. */
const rarePeople = origins.map(({ id }) => {
  const people = surnames.weights[id].reduce((a, b) => a + b, 0);
  return (people * surnames.unlistedShare[id]) / (1 - surnames.unlistedShare[id]);
});
const allRarePeople = rarePeople.reduce((a, b) => a + b, 0);

/** People between two ranks of a curve on which bearers fall as a power of the rank: the integral, exactly. */
const bearersBetween = (fromRank: number, fromBearers: number, toRank: number, toBearers: number) => {
  const power = Math.log(toBearers / fromBearers) / Math.log(toRank / fromRank);
  return ((fromBearers * fromRank) / (power + 1)) * ((toRank / fromRank) ** (power + 1) - 1);
};

describe('rareSurnames', () => {
  const everybody = rareSurnames(1, stockOf('white'));

  it('number the 6.2 million names that are not listed', () => {
    expect(everybody.count).toBe(6_300_000 - 88_799);
    expect(rareSurnames(0.25, stockOf('white')).count).toBeCloseTo((6_300_000 - 88_799) / 4, -1);
  });

  it('are drawn as often as the Census 2010 counted their bearers', () => {
    // Surname ranks and bearers of the Census list; below it, 2 bearers at rank 2.4 million, then 1.
    const listEnd = 162_253;
    const onList =
      bearersBetween(88_799, 209, 100_000, 181) +
      bearersBetween(100_000, 181, 120_000, 145) +
      bearersBetween(120_000, 145, 140_000, 120) +
      bearersBetween(140_000, 120, listEnd, 100);
    const offList = bearersBetween(listEnd, 100, 2_400_000, 2);
    const borneByOne = 3_900_000;
    const all = onList + offList + borneByOne;
    // The Census counted 29,312,001 people with a surname of fewer than 100 bearers.
    expect(Math.abs((offList + borneByOne) / 29_312_001 - 1)).toBeLessThan(0.01);

    const source = stream(1, 'test/rare-surnames');
    const words = new Uint32Array(4);
    const draws = 200_000;
    const bands = [0, 0, 0];
    for (let i = 0; i < draws; i++) {
      block(source, i, 0, words);
      const rank = 88_799 + everybody.draw(words[0]!, words[1]!, words[2]!);
      bands[rank < listEnd ? 0 : rank < 2_400_000 ? 1 : 2]! += 1;
      expect(rank < listEnd).toBe(rank - 88_799 < everybody.commonest);
    }
    // Buckets take the middle of a stretch of the curve for the whole: within half a percent of the integral.
    expect(bands[0]! / draws).toBeCloseTo(onList / all, 2);
    expect(bands[1]! / draws).toBeCloseTo(offList / all, 2);
    expect(bands[2]! / draws).toBeCloseTo(borneByOne / all, 2);
  });

  it('draw a number below the count, whatever the words', () => {
    for (const word of [0, 1, 2 ** 31, 2 ** 32 - 1]) {
      const number = everybody.draw(word, word, word);
      expect(number).toBeGreaterThanOrEqual(0);
      expect(number).toBeLessThan(everybody.count);
    }
  });

  it.each(origins.map(({ id }, origin) => ({ id, share: rarePeople[origin]! / allRarePeople })))(
    'of the $id origin are spelt in 2 to 20 capitals, 97 in 100 of them differently',
    ({ id, share }) => {
      const rare = rareSurnames(share, stockOf(id));
      expect(rare.count).toBeGreaterThan(100);
      const numbers = Math.min(rare.count, 200_000);
      const spellings = new Set<string>();
      let malformed = 0;
      for (let number = 0; number < numbers; number++) {
        const spelling = rare.spelling(number);
        if (!/^[A-Z]{2,20}$/.test(spelling)) malformed++;
        spellings.add(spelling);
      }
      expect(malformed).toBe(0);
      expect(spellings.size).toBeGreaterThanOrEqual(0.97 * numbers);
    },
  );

  it('are seldom spelt like a listed name', () => {
    const listed = new Set(surnames.names);
    const rare = rareSurnames(0.67, stockOf('white'));
    let alike = 0;
    for (let number = 0; number < 50_000; number++) if (listed.has(rare.spelling(number))) alike++;
    expect(alike / 50_000).toBeLessThan(0.02);
  });

  it('keep their spelling from one making to the next', () => {
    const again = rareSurnames(1, stockOf('white'));
    for (const number of [0, 1, 999_999, everybody.count - 1]) {
      expect(again.spelling(number)).toBe(everybody.spelling(number));
    }
  });

  it('are refused when the stock is too small to make them', () => {
    const tooMany = rareSurnames(1, () => ['SMITH', 'JONES']);
    expect(() => tooMany.spelling(0)).toThrow(/^too few listed surnames to join: \d+ pairs; 6211201 needed$/);
  });

  it('ask for the stock once, when the first is spelt', () => {
    let asked = 0;
    const rare = rareSurnames(0.01, () => {
      asked++;
      return stockOf('white')();
    });
    rare.draw(1, 2, 3);
    expect(asked).toBe(0);
    for (const number of [0, 7, 0]) rare.spelling(number);
    expect(asked).toBe(1);
  });

  it('of an origin of any size follow the same curve', () => {
    const tenth = rareSurnames(0.1, stockOf('white'));
    const source = stream(2, 'test/rare-surnames');
    const words = new Uint32Array(4);
    const draws = 100_000;
    let commonest = 0;
    let commonestOfAll = 0;
    for (let i = 0; i < draws; i++) {
      block(source, i, 0, words);
      if (tenth.draw(words[0]!, words[1]!, words[2]!) < tenth.count / 100) commonest++;
      block(source, i, 1, words);
      if (everybody.draw(words[0]!, words[1]!, words[2]!) < everybody.count / 100) commonestOfAll++;
    }
    expect(commonest / commonestOfAll).toBeCloseTo(1, 1);
  });
});
