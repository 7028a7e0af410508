import { describe, expect, it } from 'vitest';
import { chooseMatcher } from '../../src/matching/choose-matcher.ts';
import { matchers } from '../../src/matching/matchers/index.ts';
import { personRecord } from './person-record.ts';

describe('chooseMatcher', () => {
  it('finds every matcher by its id', () => {
    for (const matcher of matchers) {
      const chosen = chooseMatcher(matcher.id);
      expect(chosen.id).toBe(matcher.id);
      expect(chosen.score(personRecord(), personRecord())).toBe(
        matcher.score(personRecord(), personRecord()),
      );
    }
  });

  it('says in one line what is allowed', () => {
    const anyUse = 'maybe' as 'veto';
    expect(() => chooseMatcher('nope')).toThrow(/^unknown matcher; one of exact, name-control, .*: nope$/);
    expect(() => chooseMatcher('exact', { tin: anyUse })).toThrow(
      'unknown use of tin; one of veto, require, weigh: maybe',
    );
    expect(() => chooseMatcher('exact', { prior: 0.1 })).toThrow(
      'prior is an option of fellegi-sunter, not of exact',
    );
    expect(() => chooseMatcher('fellegi-sunter', { prior: 1 })).toThrow(/^prior must lie between 0 and 1/);
  });

  it('gives fellegi-sunter the date of birth as a field of its own weight, and lets it veto all the same', () => {
    const [a, b] = [personRecord(), personRecord({ dateOfBirth: '1955-01-02' })];
    const plain = chooseMatcher('fellegi-sunter');
    const weighed = chooseMatcher('fellegi-sunter', { dateOfBirth: 'weigh' });
    expect(weighed.explain(a, a).waterfall?.at(-1)?.label).toBe('date of birth same');
    expect(weighed.score(a, a)).toBeGreaterThan(plain.score(a, a));
    expect(weighed.score(a, b)).toBeLessThan(plain.score(a, b));
    expect(weighed.score(a, personRecord({ dateOfBirth: '' }))).toBe(plain.score(a, a));
    expect(chooseMatcher('fellegi-sunter', { dateOfBirth: 'veto' }).score(a, b)).toBe(0);
  });
});
