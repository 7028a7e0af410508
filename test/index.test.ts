/** The library does what the contract says of it. */

import { describe, expect, it } from 'vitest';
import {
  comparator,
  comparisonLevels,
  fitFellegiSunter,
  loadScenario,
  matcher,
  type PersonRecord,
  phoneticKeys,
  population,
  simulate,
} from '../src/index.ts';

const blank: PersonRecord = {
  recordId: '',
  givenName: '',
  middleName: '',
  surname: '',
  suffix: '',
  houseNumber: '',
  street: '',
  unit: '',
  city: '',
  state: '',
  zip: '',
  dateOfBirth: '',
  tin: '',
};

describe('the library', () => {
  it('has comparators and matchers by id, and names the known ones when asked for another', () => {
    expect(comparator('levenshtein')('GARCIA', 'GARZIA')).toBeCloseTo(5 / 6, 12);
    expect(() => comparator('nope')).toThrow(
      /^unknown comparator; one of exact, levenshtein, damerau, .*, nickname: nope$/,
    );
    expect(() => matcher('nope')).toThrow(/^unknown matcher; one of exact/);
    expect(phoneticKeys('double-metaphone')('SCHMIDT')).toEqual(['XMT', 'SMT']);
    expect(phoneticKeys('soundex')('WASHINGTON')).toEqual(['W252']);
    expect(phoneticKeys('nysiis')('BROWN')).toEqual(['BRAN']);
    expect(() => phoneticKeys('metaphone')).toThrow(/^unknown phonetic key; one of soundex, nysiis,/);
  });

  it('fits a Fellegi-Sunter model and matches by it', () => {
    const record = (surname: string, givenName: string) => ({ ...blank, surname, givenName });
    const [maria, bill] = [record('GARCIA', 'MARIA'), record('SMITH', 'BILL')];
    const fields = ['surname', 'givenName'];
    const levels = (a: PersonRecord, b: PersonRecord) => comparisonLevels(a, b, fields);
    const { lambda, m, u } = fitFellegiSunter(
      [
        { levels: levels(maria, maria), count: 900 },
        { levels: levels(bill, record('SMITH', 'WILLIAM')), count: 80 },
        { levels: levels(maria, record('GARCIA', 'JUANA')), count: 40 },
        { levels: levels(maria, bill), count: 100_000 },
      ],
      { levels: [5, 5] },
    );
    const model = { prior: lambda, fields: fields.map((id, i) => ({ id, m: m[i]!, u: u[i]! })) };
    const fitted = matcher('fellegi-sunter', { model });
    expect(fitted.score(maria, maria)).toBeGreaterThan(0.9);
    expect(fitted.score(maria, bill)).toBeLessThan(0.01);
    expect(fitted.explain(maria, maria).waterfall).toHaveLength(3);
  });

  it('makes any person of the file, alone', () => {
    const file = population('irs-ice-2025', 1);
    expect(file.size).toBe(222_300_000);
    const { index, record } = file.person(81_273_112);
    expect(index).toBe(81_273_112);
    expect(record.zip).toMatch(/^\d{5}$/);
    expect(file.person(81_273_112).record).toEqual(record);
    expect(matcher('exact').score(record, record)).toBe(1);
    expect(() => file.person(222_300_000)).toThrow(
      /an index is a whole number in \[0, 222300000\): 222300000/,
    );
  });

  it('simulates without writing anything', async () => {
    const base = loadScenario('irs-ice-2025');
    const small = {
      ...base,
      population: { ...base.population, people: { value: 300_000, assumption: 'for a test' } },
      requests: { ...base.requests, count: { value: 1000, assumption: 'for a test' } },
    };
    const progress: number[] = [];
    const run = await simulate(small, {
      workers: 1,
      sampling: { zipShare: 0.05 },
      onProgress: ({ share }) => progress.push(share),
    });
    expect(run.summary.requests.represented).toBe(1000);
    expect(run.summary.headline.estimate.threshold).toBe(0.92);
    expect(progress.at(-1)).toBe(1);
  });

  it('stops when told to', async () => {
    const reason = new Error('enough');
    await expect(simulate('irs-ice-2025', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
