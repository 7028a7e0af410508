import { describe, expect, it } from 'vitest';
import { communities } from '../../src/population/communities.ts';
import { names, sexes } from '../../src/population/names.ts';
import { loadTables } from '../../src/population/tables.ts';
import { block, stream } from '../../src/random/stream.ts';
import { chiSquareQuantile } from '../../src/statistics/gamma.ts';
import { expectProportion } from '../expect-proportion.ts';

const tables = loadTables();
const made = names(tables);
const listed = made.surnames.length;
const source = stream(1, 'test/names');
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

/** Surname codes of `draws` people of a community. */
const drawSurnames = (community: number, draws: number) => {
  const words = new Uint32Array(4);
  const rare = new Uint32Array(4);
  return Int32Array.from({ length: draws }, (_, i) => {
    block(source, i, 2 * community, words);
    return made.drawSurname(community, words, () => {
      block(source, i, 2 * community + 1, rare);
      return rare;
    });
  });
};

/** Pearson's statistic of counts of the outcomes with the largest weights, the others taken together. */
const expectFrequencies = (
  counts: ReadonlyMap<number, number>,
  weights: ReadonlyMap<number, number>,
  total: number,
) => {
  const draws = sum(counts.values());
  const top = [...weights].sort((a, b) => b[1] - a[1]).slice(0, 50);
  let statistic = 0;
  let restCount = draws;
  let restExpected = draws;
  for (const [code, weight] of top) {
    const expected = (draws * weight) / total;
    const count = counts.get(code) ?? 0;
    statistic += (count - expected) ** 2 / expected;
    restCount -= count;
    restExpected -= expected;
  }
  statistic += (restCount - restExpected) ** 2 / restExpected;
  expect(statistic).toBeLessThan(chiSquareQuantile(1 - 1e-6, top.length));
};

const countsOf = (codes: Iterable<number>) => {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
};

describe.each(communities.map((name, community) => ({ name, community })))(
  'surnames of the $name community',
  ({ name, community }) => {
    const codes = drawSurnames(community, 100_000);

    it('follow the table in their fifty commonest', () => {
      const weights = new Map(tables.surnames.weights[name].entries());
      const everybody = sum(weights.values()) / (1 - tables.surnames.unlistedShare[name]);
      expectFrequencies(countsOf(codes), weights, everybody);
    });

    it('are rare as often as the table leaves people without a listed name', () => {
      const rare = codes.filter((code) => code >= listed).length;
      expectProportion(rare, codes.length, tables.surnames.unlistedShare[name]);
    });

    it('have a spelling, in 2 to 20 capitals', () => {
      for (const code of codes.subarray(0, 5000)) expect(made.surname(code)).toMatch(/^[A-Z]{2,20}$/);
    });
  },
);

describe('rare surnames', () => {
  it('are never one code for two communities', () => {
    const communityOf = new Map<number, number>();
    communities.forEach((_, community) => {
      for (const code of drawSurnames(community, 30_000)) {
        if (code < listed) continue;
        expect(communityOf.get(code) ?? community).toBe(community);
        communityOf.set(code, community);
      }
    });
    // Nearly all are different people's names, and a code fits a signed 32-bit column.
    expect(communityOf.size).toBeGreaterThan(20_000);
    expect(Math.max(...communityOf.keys())).toBeLessThan(2 ** 31);
  });
});

describe('given names', () => {
  const cells = [
    ['hispanic', 'female', 1980],
    ['white', 'male', 1950],
    ['black', 'female', 1990],
    ['asian', 'male', 1970],
    ['american-indian', 'female', 2000],
    ['other', 'male', 1930],
  ] as const;
  const draw = (
    community: (typeof communities)[number],
    sex: (typeof sexes)[number],
    year: number,
    count: number,
  ) => {
    const words = new Uint32Array(4);
    return Array.from({ length: count }, (_, i) => {
      block(source, i, 100, words);
      return made.drawGivenName(
        communities.indexOf(community),
        sexes.indexOf(sex),
        year,
        words[0]!,
        words[1]!,
      );
    });
  };

  it.each(cells)('of %s %s people born in the %ds follow the table', (community, sex, decade) => {
    const { codes, weights } = tables.givenNames.weights(community, sex, decade);
    const codeOf = new Map(made.givenNames.map((name, code) => [name, code]));
    const byCode = new Map(
      Array.from(codes, (place, i) => [codeOf.get(tables.givenNames.names[place]!)!, weights[i]!]),
    );
    expectFrequencies(countsOf(draw(community, sex, decade + 4, 60_000)), byCode, sum(weights));
  });

  it('are one draw for a whole decade, and the nearest decade beyond the table', () => {
    const of = (year: number) => draw('white', 'female', year, 200);
    expect(of(1980)).toEqual(of(1989));
    expect(of(1989)).not.toEqual(of(1990));
    expect(of(1911)).toEqual(of(1925));
    expect(of(2015)).toEqual(of(2004));
  });

  it('are spelt in 2 to 20 capitals, and so are listed surnames', () => {
    for (const name of [...made.givenNames, ...made.surnames])
      expect(/^[A-Z]{2,20}$/.test(name), name).toBe(true);
  });
});
