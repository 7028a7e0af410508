/** What must be true of every matcher of the registry, and its scores of a few people worked out by hand. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchers } from '../../src/matching/matchers/index.ts';
import type { PersonRecord } from '../../src/population/record.ts';
import { namePairs } from '../text/name-pairs.ts';
import { personRecord } from './person-record.ts';

/** A name score is made of these fields and no others. */
const others = Object.keys(personRecord()).filter((field) => field !== 'givenName' && field !== 'surname');

const scoreOf = (id: string, request: Partial<PersonRecord>, taxpayer: Partial<PersonRecord>) => {
  const matcher = matchers.find((entry) => entry.id === id);
  if (matcher === undefined) throw new Error(`no matcher ${id}`);
  return matcher.score(personRecord(request), personRecord(taxpayer));
};

describe.each(matchers)('$id', ({ score, explain, comparator, label, describe: description }) => {
  const pairs = namePairs(400).map(([a, b], i, all) => {
    const [c, d] = all[(i + 1) % all.length]!;
    return [personRecord({ surname: a, givenName: c }), personRecord({ surname: b, givenName: d })] as const;
  });

  it('says what it is', () => {
    expect(label).toMatch(/^\S.*\S$/);
    expect(description).toMatch(/^\S.*[^\s.]$/);
  });

  it('scores the weaker of the two names, whichever record comes first', () => {
    const spaced = (value: string) => value.replaceAll('-', ' ').trim().replace(/ +/g, ' ');
    for (const [request, taxpayer] of pairs) {
      const surname = comparator.compare(spaced(request.surname), spaced(taxpayer.surname));
      const givenName = comparator.compare(spaced(request.givenName), spaced(taxpayer.givenName));
      expect(score(request, taxpayer)).toBe(Math.min(surname, givenName));
      expect(score(taxpayer, request)).toBe(score(request, taxpayer));
    }
  });

  it('scores the same name 1, with or without accents, capitals, apostrophes and hyphens', () => {
    const plain = personRecord({ givenName: 'JOSE LUIS', surname: 'OBRIEN NUNEZ' });
    const written = personRecord({ givenName: 'José-Luis', surname: 'O’Brien Núñez' });
    expect(score(plain, written)).toBe(1);
    expect(score(written, plain)).toBe(1);
  });

  it.each<Partial<PersonRecord>>([
    { givenName: '' },
    { surname: '' },
    { givenName: '', surname: '' },
    { givenName: '-' },
  ])('scores 0 where a name is missing: %j', (missing) => {
    expect(score(personRecord(missing), personRecord())).toBe(0);
    expect(score(personRecord(), personRecord(missing))).toBe(0);
    expect(score(personRecord(missing), personRecord(missing))).toBe(0);
  });

  it('looks at no field but the names', () => {
    for (const field of others) {
      expect(score(personRecord({ [field]: 'DIFFERENT' }), personRecord()), field).toBe(1);
    }
  });

  it('explains the score that it gives', () => {
    for (const [request, taxpayer] of pairs.slice(0, 100)) {
      const explanation = explain(request, taxpayer);
      expect(explanation.score).toBe(score(request, taxpayer));
      expect(explanation.fields.map(({ field }) => field)).toEqual(['surname', 'givenName']);
      expect(Math.min(...explanation.fields.map((field) => field.score))).toBe(explanation.score);
      for (const field of explanation.fields) {
        expect(field.score).toBe(comparator.compare(field.request, field.taxpayer));
        expect(explanation.text).toContain(`${field.request} / ${field.taxpayer} ${field.score.toFixed(3)}`);
      }
      expect(explanation.text.endsWith(` ${explanation.score.toFixed(3)}`)).toBe(true);
    }
    expect(explain(personRecord({ surname: '' }), personRecord()).text).toContain(
      'surname (missing) / GARCIA 0.000',
    );
  });

  it('scores in [0, 1] without throwing, whatever is written in a name', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(text, text, text, text, (a, b, c, d) => {
        const result = score(
          personRecord({ givenName: a, surname: b }),
          personRecord({ givenName: c, surname: d }),
        );
        expect(result).toBeGreaterThanOrEqual(0);
        expect(result).toBeLessThanOrEqual(1);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('John Smith and Jon Smyth', () => {
  it.each([
    ['exact', 0],
    // JOHN / JON: one edit in four; SMITH / SMYTH: one in five.
    ['levenshtein', 3 / 4],
    // JOHN / JON: Jaro (3/4 + 3/3 + 1) / 3 = 11/12, prefix JO; SMITH / SMYTH: Jaro 13/15, prefix SM, the weaker.
    ['jaro-winkler', 13 / 15 + (0.2 * 2) / 15],
    ['double-metaphone', 0.9],
  ])('%s', (id, score) => {
    const john = { givenName: 'John', surname: 'Smith' };
    expect(scoreOf(id, john, { givenName: 'Jon', surname: 'Smyth' })).toBeCloseTo(score, 14);
  });

  it('a like surname does not make up for another given name', () => {
    for (const { id } of matchers) {
      expect(scoreOf(id, { givenName: 'JOHN' }, { givenName: 'KIRK' }), id).toBeLessThan(0.7);
    }
  });
});
