/** Date of birth and taxpayer number as further evidence. */

import { describe, expect, it } from 'vitest';
import { agreementOf, identifierUses, withIdentifiers } from '../../src/matching/identifiers.ts';
import { matchers } from '../../src/matching/matchers/index.ts';
import { personRecord } from './person-record.ts';

describe('agreementOf', () => {
  it.each([
    ['agree', '1980-05-17', '1980-05-17'],
    ['agree', '1980-05-17', '19800517'],
    ['near', '1980-05-17', '1980-05-18'],
    ['near', '1980-05-06', '1980-06-05'],
    ['near', '1980-05-17', '1908-05-17'],
    ['disagree', '1980-05-17', '1981-06-17'],
    [undefined, '1980-05-17', ''],
    [undefined, '', ''],
    [undefined, 'UNKNOWN', 'UNKNOWN'],
    [undefined, '1980', '1980'],
  ] as const)('%s: dates %s and %s', (agreement, a, b) => {
    expect(agreementOf('dateOfBirth', a, b)).toBe(agreement);
    expect(agreementOf('dateOfBirth', b, a)).toBe(agreement);
  });

  it.each([
    ['agree', '900-70-0001', '900700001'],
    ['near', '900700001', '900700002'],
    ['near', '900700012', '900700021'],
    ['disagree', '900700001', '900700122'],
    [undefined, '900700001', ''],
    [undefined, '999999999', '999999999'],
  ] as const)('%s: numbers %s and %s', (agreement, a, b) => {
    expect(agreementOf('tin', a, b)).toBe(agreement);
  });
});

describe.each(matchers)('$id', (matcher) => {
  const [maria, other] = [personRecord(), personRecord({ givenName: 'MARIANA' })];
  const born = (dateOfBirth: string) => personRecord({ givenName: 'MARIANA', dateOfBirth });
  const plain = matcher.score(maria, other);
  const scoreWith = (use: (typeof identifierUses)[number], dateOfBirth: string) =>
    withIdentifiers(matcher, { dateOfBirth: use }).score(maria, born(dateOfBirth));

  it('with no option is itself', () => {
    expect(withIdentifiers(matcher, {})).toBe(matcher);
  });

  it('under veto loses its score to a disagreement alone', () => {
    expect(scoreWith('veto', '1955-01-02')).toBe(0);
    for (const date of ['1980-05-17', '1980-05-18', '']) expect(scoreWith('veto', date)).toBe(plain);
  });

  it('under require keeps its score with agreement alone', () => {
    expect(scoreWith('require', '1980-05-17')).toBe(plain);
    for (const date of ['1955-01-02', '1980-05-18', '']) expect(scoreWith('require', date)).toBe(0);
  });

  it('under weigh gives a quarter to it, where both have it', () => {
    const expected = (similarity: number) => (plain === 0 ? 0 : 0.75 * plain + 0.25 * similarity);
    expect(scoreWith('weigh', '1980-05-17')).toBeCloseTo(expected(1), 14);
    expect(scoreWith('weigh', '1980-05-18')).toBeCloseTo(expected(0.5), 14);
    expect(scoreWith('weigh', '1955-01-02')).toBeCloseTo(expected(0), 14);
    expect(scoreWith('weigh', '')).toBe(plain);
  });

  it('explains the score that it then gives, and no more by a comparator alone', () => {
    for (const use of identifierUses) {
      const both = withIdentifiers(matcher, { dateOfBirth: use, tin: use });
      for (const date of ['1980-05-17', '1955-01-02', '']) {
        const explanation = both.explain(maria, born(date));
        expect(explanation.score).toBe(both.score(maria, born(date)));
        expect(explanation.fields.slice(-2).map(({ field }) => field)).toEqual(['dateOfBirth', 'tin']);
        expect(explanation.text).toContain('date of birth');
      }
      expect(both.comparator).toBeUndefined();
      expect(both.describe).toContain(`dateOfBirth: ${use}`);
    }
  });
});
