import { describe, expect, it } from 'vitest';
import { names, type Sex, sexes } from '../../src/population/names.ts';
import { type OriginId, origins } from '../../src/population/origins.ts';
import { loadTables } from '../../src/population/tables.ts';
import { block, stream } from '../../src/random/stream.ts';
import { chiSquareQuantile } from '../../src/statistics/gamma.ts';
import { expectProportion } from '../expect-proportion.ts';

const tables = loadTables();
const made = names(tables);
const listed = made.surnames.length;
const source = stream(1, 'test/names');
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

/** Surname codes of `draws` people of an origin. */
const drawSurnames = (origin: number, draws: number) => {
  const words = new Uint32Array(4);
  const rare = new Uint32Array(4);
  return Int32Array.from({ length: draws }, (_, i) => {
    block(source, i, 2 * origin, words);
    return made.drawSurname(origin, words, () => {
      block(source, i, 2 * origin + 1, rare);
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

describe.each(origins.map(({ id }, origin) => ({ id, origin })))(
  'surnames of the $id origin',
  ({ id, origin }) => {
    const codes = drawSurnames(origin, 50_000);

    it('follow the table in their fifty commonest', () => {
      const weights = new Map(tables.surnames.weights[id].entries());
      const everybody = sum(weights.values()) / (1 - tables.surnames.unlistedShare[id]);
      expectFrequencies(countsOf(codes), weights, everybody);
    });

    it('are rare as often as the table leaves people without a listed name', () => {
      const rare = codes.filter((code) => code >= listed).length;
      expectProportion(rare, codes.length, tables.surnames.unlistedShare[id]);
    });

    it('have a spelling, in 2 to 20 capitals', () => {
      for (const code of codes.subarray(0, 1000)) expect(made.surname(code)).toMatch(/^[A-Z]{2,20}$/);
    });
  },
);

describe('rare surnames', () => {
  it('are never one code for two origins', () => {
    const originOf = new Map<number, number>();
    origins.forEach((_, origin) => {
      for (const code of drawSurnames(origin, 10_000)) {
        if (code < listed) continue;
        expect(originOf.get(code) ?? origin).toBe(origin);
        originOf.set(code, origin);
      }
    });
    // Nearly all are different people's names, and a code fits a signed 32-bit column.
    expect(originOf.size).toBeGreaterThan(20_000);
    expect(Math.max(...originOf.keys())).toBeLessThan(2 ** 31);
  });
});

describe('given names', () => {
  const draw = (origin: OriginId, bornHere: boolean, sex: Sex, year: number, count: number) => {
    const words = new Uint32Array(4);
    const place = origins.findIndex(({ id }) => id === origin);
    return Array.from({ length: count }, (_, i) => {
      block(source, i, 100, words);
      return made.drawGivenName(place, bornHere, sexes.indexOf(sex), year, words[0]!, words[1]!);
    });
  };
  const codeOf = new Map(made.givenNames.map((name, code) => [name, code]));
  const weightsOf = (origin: OriginId, born: 'here' | 'abroad', sex: Sex, decade: number) => {
    const { codes, weights } = tables.givenNames.weights(origin, born, sex, decade);
    return new Map(
      Array.from(codes, (place, i) => [codeOf.get(tables.givenNames.names[place]!)!, weights[i]!]),
    );
  };

  it.each([
    ['mexican', 'female', 1980],
    ['central-american', 'male', 1990],
    ['white', 'male', 1950],
    ['russian-ukrainian', 'female', 1960],
    ['brazilian', 'male', 1980],
    ['black', 'female', 1990],
    ['haitian', 'male', 1970],
    ['chinese', 'male', 1970],
    ['korean', 'female', 1940],
    ['american-indian', 'female', 2000],
    ['other', 'male', 1930],
  ] as const)(
    'of %s %s people born in the %ds follow the table of their birthplace',
    (origin, sex, decade) => {
      for (const born of ['here', 'abroad'] as const) {
        const weights = weightsOf(origin, born, sex, decade);
        const drawn = countsOf(draw(origin, born === 'here', sex, decade + 4, 60_000));
        for (const code of drawn.keys()) expect(weights.has(code)).toBe(true);
        expectFrequencies(drawn, weights, sum(weights.values()));
      }
    },
  );

  it('are of the same list for those born here, whatever the origin within the community', () => {
    const of = (origin: OriginId) => draw(origin, true, 'male', 1980, 200);
    expect(of('central-american')).toEqual(of('mexican'));
    expect(of('korean')).toEqual(of('chinese'));
    expect(of('korean')).not.toEqual(of('mexican'));
  });

  it('are one draw for a whole decade, and the nearest decade beyond the table', () => {
    const of = (year: number) => draw('white', true, 'female', year, 200);
    expect(of(1980)).toEqual(of(1989));
    expect(of(1989)).not.toEqual(of(1990));
    expect(of(1911)).toEqual(of(1925));
    expect(of(2015)).toEqual(of(2004));
  });

  it('stand in order of their mean share over all origins, birthplaces, sexes and decades', () => {
    const shares = new Float64Array(made.givenNames.length);
    for (const { id } of origins) {
      for (const born of ['here', 'abroad'] as const) {
        for (const sex of sexes) {
          for (const decade of tables.givenNames.decades) {
            const list = weightsOf(id, born, sex, decade);
            let sum = 0;
            for (const [, weight] of list) sum += weight;
            for (const [code, weight] of list) shares[code]! += weight / sum;
          }
        }
      }
    }
    for (let code = 1; code < shares.length; code++) {
      // Sums taken in another order differ in the last places.
      if (!(shares[code]! <= shares[code - 1]! * (1 + 1e-9))) expect.fail(made.givenNames[code]!);
    }
  });

  it('are spelt in 2 to 20 characters, capitals in one part or in several; listed surnames in one', () => {
    // One letter may be a part: J GUADALUPE is Jose Guadalupe.
    for (const name of made.givenNames) if (!/^(?=.{2,20}$)[A-Z]+( [A-Z]+)*$/.test(name)) expect.fail(name);
    for (const name of made.surnames) if (!/^[A-Z]{2,20}$/.test(name)) expect.fail(name);
  });
});
