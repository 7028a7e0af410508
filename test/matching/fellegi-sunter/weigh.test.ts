/** Match weights, the waterfall, and the frequency of names. */

import { describe, expect, it } from 'vitest';
import { nationalFrequency } from '../../../src/linkage/national-frequency.ts';
import { comparisonFields, comparisonLevels } from '../../../src/matching/fellegi-sunter/fields.ts';
import { type FellegiSunterModel, statedModel } from '../../../src/matching/fellegi-sunter/model.ts';
import { fellegiSunterMatcher } from '../../../src/matching/fellegi-sunter/weigh.ts';
import { personRecord } from '../person-record.ts';

/** Shares chosen so that every weight is a whole number of bits. */
const simple: FellegiSunterModel = {
  prior: 1 / 17,
  fields: [
    { id: 'surname', m: [1 / 16, 1 / 16, 1 / 8, 1 / 4, 1 / 2], u: [1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 16] },
    { id: 'givenName', m: [1 / 16, 1 / 16, 1 / 8, 1 / 4, 1 / 2], u: [1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 16] },
  ],
};

describe('a small case by hand', () => {
  const matcher = fellegiSunterMatcher({ model: simple });

  it.each([
    // Prior 1/17: odds 1/16, -4 bits. The same surname: (1/2) / (1/16), +3 bits; the same given name +3.
    [{}, {}, [-4, 3, 3], 2 ** 2 / (1 + 2 ** 2)],
    // A nickname: (1/4) / (1/16), +2 bits.
    [{ givenName: 'JOSE' }, { givenName: 'PEPE' }, [-4, 3, 2], 2 ** 1 / (1 + 2 ** 1)],
    // Another given name: (1/16) / (1/2), -3 bits.
    [{ givenName: 'JOSE' }, { givenName: 'ANA' }, [-4, 3, -3], 2 ** -4 / (1 + 2 ** -4)],
    // A missing one says nothing.
    [{ givenName: '' }, {}, [-4, 3, 0], 2 ** -1 / (1 + 2 ** -1)],
    // One surname of two in common, +2 bits.
    [{ surname: 'GARCIA LOPEZ' }, {}, [-4, 2, 3], 2 ** 1 / (1 + 2 ** 1)],
  ])('%j and %j', (request, taxpayer, bits, score) => {
    const explanation = matcher.explain(personRecord(request), personRecord(taxpayer));
    expect(explanation.waterfall!.map((step) => Math.round(step.bits * 1e9) / 1e9)).toEqual(bits);
    expect(explanation.score).toBeCloseTo(score, 12);
    expect(matcher.score(personRecord(request), personRecord(taxpayer))).toBe(explanation.score);
  });

  it('says it in words', () => {
    expect(matcher.explain(personRecord({ givenName: '' }), personRecord()).text).toBe(
      'prior 1 in 17 -4.00, surname same +3.00, given name missing +0.00; together -1.00 bits, probability 0.333',
    );
  });
});

describe('the frequency of a value', () => {
  const share: Record<string, number> = { GARCIA: 1 / 4, MARIA: 1 / 16 };
  const matcher = fellegiSunterMatcher({ model: simple, frequency: (_, value) => share[value] });

  it('replaces u where a value agrees exactly: log2(m / share), as a step of its own', () => {
    const steps = matcher.explain(personRecord(), personRecord()).waterfall!;
    expect(steps.map(({ label }) => label)).toEqual([
      'prior 1 in 17',
      'surname same',
      'surname GARCIA borne by 1 in 4',
      'given name same',
      'given name MARIA borne by 1 in 16',
    ]);
    const bits = steps.map((step) => step.bits);
    expect(bits[1]! + bits[2]!).toBeCloseTo(Math.log2(1 / 2 / (1 / 4)), 12);
    expect(bits[3]! + bits[4]!).toBeCloseTo(Math.log2(1 / 2 / (1 / 16)), 12);
  });

  it('leaves unknown and unlike values alone', () => {
    const plain = fellegiSunterMatcher({ model: simple });
    const rare = personRecord({ surname: 'XQZ', givenName: 'JOSE' });
    expect(matcher.score(rare, rare)).toBe(plain.score(rare, rare));
    const alike = personRecord({ surname: 'GARCIAS', givenName: 'JOSE' });
    expect(matcher.score(alike, personRecord({ givenName: 'JOSE' }))).toBe(
      plain.score(alike, personRecord({ givenName: 'JOSE' })),
    );
  });
});

describe('the least share', () => {
  const rare = (leastShare: number) =>
    fellegiSunterMatcher({ model: { ...simple, leastShare }, frequency: () => 2 ** -20 });

  it('is what a rarer value counts as', () => {
    const steps = rare(2 ** -6).explain(personRecord(), personRecord()).waterfall!;
    expect(steps.map(({ label }) => label)).toContain('surname GARCIA borne by fewer than 1 in 64');
    expect(steps[1]!.bits + steps[2]!.bits).toBeCloseTo(Math.log2(1 / 2 / 2 ** -6), 12);
    expect(rare(0).score(personRecord(), personRecord())).toBeGreaterThan(
      rare(2 ** -6).score(personRecord(), personRecord()),
    );
  });

  it('keeps one name from making a match likelier than not, in the stated model', () => {
    const matcher = fellegiSunterMatcher({ frequency: () => 1e-9 });
    const [request, namesake] = [personRecord({ middleName: '' }), personRecord({ middleName: '' })];
    expect(matcher.score({ ...request, givenName: '' }, namesake)).toBeLessThan(0.5);
    expect(matcher.score({ ...request, surname: '' }, namesake)).toBeLessThan(0.5);
    expect(matcher.score(request, namesake)).toBeGreaterThan(0.999);
  });

  it('is refused where it is no share', () => {
    expect(() => rare(-1)).toThrow('leastShare must lie between 0 and 1, 1 excluded: -1');
    expect(() => rare(Number.NaN)).toThrow(/^leastShare must lie/);
  });
});

describe('the national frequency', () => {
  const frequency = nationalFrequency();
  const matcher = fellegiSunterMatcher({ frequency });
  const pair = (surname: string, givenName: string) => {
    const record = personRecord({ surname, givenName, middleName: '' });
    return matcher.score(record, record);
  };

  it('puts a common pair of names below a rare one', () => {
    expect(pair('GARCIA', 'JOSE')).toBeLessThan(0.85);
    expect(pair('SMITH', 'MICHAEL')).toBeLessThan(0.5);
    expect(pair('GARCIA', 'JOSE')).toBeLessThan(pair('ZIMMERMANN', 'JOSE'));
    expect(pair('ZIMMERMANN', 'THADDEUS')).toBeGreaterThan(0.999);
  });

  it('knows nothing of other fields, and says the same twice', () => {
    expect(frequency('middleName', 'ANA')).toBeUndefined();
    expect(frequency('surname', 'GARCIA')).toBe(frequency('surname', 'GARCIA'));
  });
});

describe('the model', () => {
  it('stated is sound, and every level of a name weighs more than the one before', () => {
    for (const { id, m, u } of statedModel.fields) {
      for (const shares of [m, u]) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      if (id === 'tin' || id === 'dateOfBirth' || id === 'middleName') {
        const weights = m.map((share, level) => share / u[level]!);
        expect(weights).toEqual(weights.toSorted((low, high) => low - high));
      }
      expect(m.at(-1)! / u.at(-1)!).toBe(Math.max(...m.map((share, i) => share / u[i]!)));
    }
  });

  it('is refused in one line where it is unsound', () => {
    const [surname] = simple.fields;
    const withSurname = (m: readonly number[]) => () =>
      fellegiSunterMatcher({ model: { prior: 0.1, fields: [{ ...surname!, m }] } });
    expect(withSurname([0, 0.25, 0.25, 0.25, 0.25])).toThrow(
      /^m of surname must be 5 numbers above 0 that sum to 1/,
    );
    expect(withSurname([0.5, 0.5])).toThrow(/^m of surname must be 5 numbers/);
    expect(() => fellegiSunterMatcher({ prior: 0 })).toThrow(/^prior must lie between 0 and 1/);
    expect(() => fellegiSunterMatcher({ prior: Number.NaN })).toThrow(/^prior must lie/);
  });

  it('states its prior', () => {
    expect(fellegiSunterMatcher().describe).toContain('prior 1 in 10,000');
    expect(fellegiSunterMatcher({ prior: 0.01 }).describe).toContain('prior 1 in 100');
  });
});

describe('comparisonLevels', () => {
  it('runs from no agreement to the same, with -1 for a missing value', () => {
    const highest = comparisonFields.map(({ levels }) => levels.length - 1);
    expect(comparisonLevels(personRecord(), personRecord())).toEqual(highest);
    const blank = personRecord({ surname: '', givenName: '', middleName: '', dateOfBirth: '', tin: '' });
    expect(comparisonLevels(blank, personRecord())).toEqual([-1, -1, -1, -1, -1]);
    const stranger = personRecord({
      surname: 'WONG',
      givenName: 'KEVIN',
      middleName: 'TODD',
      dateOfBirth: '1955-01-02',
      tin: '900712345',
    });
    expect(comparisonLevels(stranger, personRecord())).toEqual([0, 0, 0, 0, 0]);
  });

  it.each([
    ['surname', 'GARCIA LOPEZ', 'LOPEZ', 3],
    ['surname', 'GARCIA', 'GARCIAS', 2],
    ['surname', 'SMITH', 'SMYTH', 1],
    ['givenName', 'WILLIAM', 'BILL', 3],
    ['givenName', 'W', 'WILLIAM', 1],
    ['middleName', 'L', 'LUZ', 1],
    ['middleName', 'L', 'L', 1],
    ['dateOfBirth', '1980-05-17', '1980-11-02', 1],
    ['dateOfBirth', '1980-05-06', '1980-06-05', 2],
    ['tin', '900700001', '900700010', 1],
  ])('%s of %s and %s is level %i', (field, a, b, level) => {
    expect(comparisonLevels(personRecord({ [field]: a }), personRecord({ [field]: b }), [field])).toEqual([
      level,
    ]);
  });
});
