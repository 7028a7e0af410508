import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortForms } from '../../src/text/nickname-table.ts';
import { nicknameKeys, nicknameSimilarity, nicknamesOf } from '../../src/text/nicknames.ts';
import { normaliseName } from '../../src/text/normalise.ts';

describe('the table', () => {
  it('has several hundred pairs, each once, in comparable form, none of a name with itself', () => {
    expect(shortForms.length).toBeGreaterThan(450);
    const pairs = shortForms.map(({ formal, short }) => `${formal}: ${short}`);
    expect(pairs.filter((pair, i) => pairs.indexOf(pair) !== i)).toEqual([]);
    const odd = shortForms.filter(
      ({ formal, short }) =>
        formal === short ||
        formal !== normaliseName(formal) ||
        short !== normaliseName(short) ||
        short === '',
    );
    expect(odd).toEqual([]);
    expect(shortForms.every(({ usage }) => [6, 3, 1].includes(usage))).toBe(true);
  });

  it('lists the short forms of a name, the usual first', () => {
    expect(nicknamesOf('WILLIAM')[0]).toEqual({ name: 'BILL', weight: 6 });
    expect(nicknamesOf('IGNACIO').map(({ name }) => name)).toContain('NACHO');
    expect(nicknamesOf('XQZ')).toEqual([]);
    for (const { formal } of shortForms) {
      const weights = nicknamesOf(formal).map(({ weight }) => weight);
      expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    }
  });
});

describe('nicknameSimilarity', () => {
  it.each([
    ['WILLIAM', 'BILL', 0.95],
    ['WILLIAM', 'LIAM', 0.9],
    ['WILLIAM', 'BUD', 0.8],
    ['BILL', 'WILLIE', 0.95 * 0.9],
    ['FRANCISCO', 'PACO', 0.95],
    ['GUADALUPE', 'LUPITA', 0.9],
    // Every tie counts, and the best of them: both are short for FRANCISCO.
    ['PACO', 'PANCHO', 0.95 * 0.95],
    ['JOSE LUIS', 'PEPE LUIS', 0.95],
    ['MARIA DE JESUS', 'CHUYA', 0.9],
    ['WILLIAM', 'ROBERT', 0],
    ['JOSE LUIS', 'PEPE', 0.9],
    ['JOSE ANGEL', 'PEPE', 0],
    ['XQZ', 'XQZ', 1],
    ['', '', 0],
  ])('%s and %s', (a, b, score) => {
    expect(nicknameSimilarity(a, b)).toBeCloseTo(score, 14);
    expect(nicknameSimilarity(b, a)).toBe(nicknameSimilarity(a, b));
  });

  it('is found by a common key wherever it is above 0', () => {
    const names = fc.constantFrom(...new Set(shortForms.flatMap(({ formal, short }) => [formal, short])));
    const name = fc.array(names, { minLength: 1, maxLength: 2 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(name, name, (a, b) => {
        if (nicknameSimilarity(a, b) === 0) return;
        const keys = nicknameKeys(b);
        expect(nicknameKeys(a).some((key) => keys.includes(key))).toBe(true);
      }),
      { seed: 1, numRuns: 20_000 },
    );
  });
});
