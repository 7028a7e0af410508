/** What must be true of every matcher of the registry, and scores of a few people worked out by hand. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchers, nameMatchers } from '../../src/matching/matchers/index.ts';
import { screeningScores } from '../../src/matching/matchers/screening.ts';
import type { PersonRecord } from '../../src/population/record.ts';
import { namePairs } from '../text/name-pairs.ts';
import { personRecord } from './person-record.ts';

const matcherOf = (id: string) => {
  const matcher = matchers.find((entry) => entry.id === id);
  if (matcher === undefined) throw new Error(`no matcher ${id}`);
  return matcher;
};

const scoreOf = (id: string, request: Partial<PersonRecord>, taxpayer: Partial<PersonRecord>) =>
  matcherOf(id).score(personRecord(request), personRecord(taxpayer));

/** What each matcher looks at; a score is made of these fields and no others. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'name-control': ['surname'],
  'token-set': ['surname', 'givenName', 'middleName'],
  'fellegi-sunter': ['surname', 'givenName', 'middleName'],
  'tin-name': ['surname', 'givenName', 'tin'],
};

const pairs = namePairs(400).map(([a, b], i, all) => {
  const [c, d] = all[(i + 1) % all.length]!;
  return [personRecord({ surname: a, givenName: c }), personRecord({ surname: b, givenName: d })] as const;
});

describe.each(matchers)('$id', ({ id, score, explain, label, describe: description }) => {
  it('says what it is', () => {
    expect(label).toMatch(/^\S.*\S$/);
    expect(description).toMatch(/^\S.*[^\s.]$/);
  });

  it('scores the same name highest, with or without accents, capitals, apostrophes and hyphens', () => {
    const plain = personRecord({ givenName: 'JOSE LUIS', surname: 'OBRIEN NUNEZ' });
    const written = personRecord({ givenName: 'José-Luis', surname: 'O’Brien Núñez' });
    expect(score(plain, written)).toBe(score(plain, plain));
    expect(score(written, plain)).toBe(score(plain, plain));
    expect(score(plain, plain)).toBeGreaterThan(0.98);
    for (const [request, taxpayer] of pairs) {
      expect(score(request, taxpayer)).toBeLessThanOrEqual(Math.max(score(request, request), 1e-9));
    }
  });

  // Fellegi-Sunter takes a missing value for no evidence; it is the only one.
  it
    .runIf(id !== 'fellegi-sunter')
    .each<Partial<PersonRecord>>([{ surname: '' }, { givenName: '', surname: '' }, { surname: '-' }])(
    'scores 0 where the surname is missing: %j',
    (missing) => {
      expect(score(personRecord(missing), personRecord())).toBe(0);
      expect(score(personRecord(), personRecord(missing))).toBe(0);
      expect(score(personRecord(missing), personRecord(missing))).toBe(0);
    },
  );

  it('looks at no field but its own', () => {
    const own = FIELDS[id] ?? ['surname', 'givenName'];
    const others = Object.keys(personRecord()).filter((field) => !own.includes(field));
    for (const field of others) {
      for (const value of ['DIFFERENT', '']) {
        const other = personRecord({ [field]: value });
        expect(score(other, personRecord()), field).toBe(score(personRecord(), personRecord()));
      }
    }
  });

  it('explains the score that it gives, field by field and in words', () => {
    for (const [request, taxpayer] of pairs.slice(0, 100)) {
      const explanation = explain(request, taxpayer);
      expect(explanation.score).toBe(score(request, taxpayer));
      expect(explanation.fields.length).toBeGreaterThan(0);
      for (const field of explanation.fields) {
        expect(field.score).toBeGreaterThanOrEqual(0);
        expect(field.score).toBeLessThanOrEqual(1);
      }
      expect(explanation.text).toMatch(/\S.*[^\s.]$/);
    }
    const missing = explain(personRecord({ surname: '' }), personRecord());
    expect(missing.text).toContain('missing');
  });

  it('scores in [0, 1] without throwing, whatever is written, and leaves the records alone', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const record = fc
      .record({ givenName: text, middleName: text, surname: text, dateOfBirth: text, tin: text })
      .map(personRecord);
    fc.assert(
      fc.property(record, record, (a, b) => {
        const result = score(a, b);
        expect(result).toBeGreaterThanOrEqual(0);
        expect(result).toBeLessThanOrEqual(1);
        expect(explain(a, b).score).toBe(result);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe.each(nameMatchers)('$id, the weaker of two names', ({ score, explain, comparator }) => {
  it('scores the weaker of the two names, whichever record comes first', () => {
    const spaced = (value: string) => value.replaceAll('-', ' ').trim().replace(/ +/g, ' ');
    for (const [request, taxpayer] of pairs) {
      const surname = comparator.compare(spaced(request.surname), spaced(taxpayer.surname));
      const givenName = comparator.compare(spaced(request.givenName), spaced(taxpayer.givenName));
      expect(score(request, taxpayer)).toBe(Math.min(surname, givenName));
      expect(score(taxpayer, request)).toBe(score(request, taxpayer));
    }
  });

  it('scores 0 where the given name is missing', () => {
    for (const givenName of ['', '-']) {
      expect(score(personRecord({ givenName }), personRecord())).toBe(0);
      expect(score(personRecord({ givenName }), personRecord({ givenName }))).toBe(0);
    }
  });

  it('explains both names and the weaker', () => {
    for (const [request, taxpayer] of pairs.slice(0, 100)) {
      const explanation = explain(request, taxpayer);
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
});

describe('John Smith and Jon Smyth', () => {
  it.each([
    ['exact', 0],
    // JOHN / JON: one edit in four; SMITH / SMYTH: one in five.
    ['levenshtein', 3 / 4],
    // JOHN / JON: Jaro (3/4 + 3/3 + 1) / 3 = 11/12, prefix JO; SMITH / SMYTH: Jaro 13/15, prefix SM, the weaker.
    ['jaro-winkler', 13 / 15 + (0.2 * 2) / 15],
    ['double-metaphone', 0.9],
    // SMIT and SMYT.
    ['name-control', 0],
    // No word in common: JOHN LUZ SMITH / JON LUZ SMYTH have LUZ; 12 of 14 and 13 characters stay in LUZ + the rest.
    ['token-set', (2 * 12) / (14 + 13)],
  ])('%s', (id, score) => {
    const john = { givenName: 'John', surname: 'Smith' };
    expect(scoreOf(id, john, { givenName: 'Jon', surname: 'Smyth' })).toBeCloseTo(score, 14);
  });

  it('a like surname does not make up for another given name', () => {
    for (const { id } of nameMatchers) {
      expect(scoreOf(id, { givenName: 'JOHN' }, { givenName: 'KIRK' }), id).toBeLessThan(0.7);
    }
  });
});

describe('name-control', () => {
  it.each([
    [1, 'GARCIA LOPEZ', 'GARCIA'],
    [1, 'GARCIA', 'GARCES'],
    [1, 'DE LA CRUZ', 'DELACRUZ'],
    [1, 'SMITH JR', 'SMITH'],
    [0, 'LOPEZ GARCIA', 'GARCIA LOPEZ'],
    [0, 'LEE', 'LEEK'],
  ])('%i: %s and %s, whatever the given name', (score, a, b) => {
    expect(scoreOf('name-control', { surname: a, givenName: 'ANA' }, { surname: b, givenName: '' })).toBe(
      score,
    );
  });
});

describe('token-set', () => {
  it.each<[number, Partial<PersonRecord>, Partial<PersonRecord>]>([
    [1, { givenName: 'GARCIA', surname: 'MARIA' }, { givenName: 'MARIA', surname: 'GARCIA' }],
    [1, { givenName: 'MARIA', surname: 'GARCIA' }, { givenName: 'MARIA', surname: 'GARCIA LOPEZ' }],
    [
      1,
      { givenName: 'MARIA LUZ', surname: 'GARCIA' },
      { givenName: 'MARIA', middleName: 'LUZ', surname: 'GARCIA' },
    ],
    [1, { givenName: 'JOHN', surname: 'SMITH JR' }, { givenName: 'JOHN', surname: 'SMITH' }],
    [0, { givenName: '', surname: 'GARCIA' }, { givenName: 'MARIA', surname: 'GARCIA' }],
  ])('%i: %j and %j', (score, a, b) => {
    expect(scoreOf('token-set', { middleName: '', ...a }, { middleName: '', ...b })).toBe(score);
  });
});

describe('screening', () => {
  // Observations of the public search that its emulators report.
  it('a part whose best partner is below 0.5 counts as 0: George Bush for Haswani, George is 50', () => {
    expect(screeningScores('GEORGE BUSH', 'HASWANI GEORGE')).toEqual({ whole: 0, parts: 0.5 });
  });

  it('parts of two letters are dropped: Kim Jong Un is Kim Jong', () => {
    expect(screeningScores('KIM JONG UN', 'KIM JONG MAN').parts).toBe(1);
    expect(screeningScores('LI BO', 'LI BO').parts).toBe(1);
  });

  it('the prefix bonus is not gated: Vladimir Putin for a long name of that beginning is in the eighties', () => {
    const { whole } = screeningScores('VLADIMIR PUTIN', 'VLADIMIROVKA ADVANCED WEAPONS AND RESEARCH COMPLEX');
    expect(whole).toBeGreaterThan(0.77);
    expect(whole).toBeLessThan(0.83);
  });

  it('the whole string counts only where first letters agree', () => {
    expect(screeningScores('ANNA MARTIN', 'HANNA MARTIN').whole).toBe(0);
    expect(screeningScores('ANNA MARTIN', 'ANA MARTIN').whole).toBeGreaterThan(0.9);
  });

  it('shows nothing below 80 of 100', () => {
    const george = { givenName: 'GEORGE', surname: 'BUSH' };
    expect(scoreOf('screening', george, { givenName: 'GEORGE', surname: 'HASWANI' })).toBe(0);
    for (const [request, taxpayer] of pairs) {
      const score = matcherOf('screening').score(request, taxpayer);
      expect(score === 0 || score >= 0.8).toBe(true);
    }
  });

  it('lets one part of the listed name be the partner of two: MARIA is like GARCIA, so any MARIA is shown', () => {
    // GARCIA and MARIA have A, R, I and A in common, in order: Jaro (4/6 + 4/5 + 1) / 3; no common beginning.
    const { parts } = screeningScores('MARIA GARCIA', 'LOPEZ MARIA');
    expect(parts).toBeCloseTo((1 + (4 / 6 + 4 / 5 + 1) / 3) / 2, 12);
  });

  it('is not symmetric: a part that only the taxpayer has costs nothing', () => {
    const [short, long] = [{ surname: 'GARCIA' }, { surname: 'GARCIA WOLFENSTEIN' }];
    expect(scoreOf('screening', short, long)).toBe(1);
    expect(scoreOf('screening', long, short)).toBeLessThan(1);
  });
});

describe('tin-name', () => {
  it.each<[number, Partial<PersonRecord>, Partial<PersonRecord>]>([
    [1, {}, {}],
    [0.9, {}, { givenName: 'JUAN' }],
    [0.9, { surname: 'GARCIA LOPEZ' }, { surname: 'GARCIA' }],
    [0, {}, { surname: 'LOPEZ' }],
    [0, {}, { tin: '900000002' }],
    [0, { tin: '' }, { tin: '' }],
    [0, { tin: '000000000' }, { tin: '000000000' }],
    [1, { tin: '900-00-0001' }, { tin: '900000001' }],
  ])('%d: %j and %j', (score, a, b) => {
    expect(scoreOf('tin-name', a, b)).toBe(score);
  });
});
