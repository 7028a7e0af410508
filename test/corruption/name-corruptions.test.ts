/** What becomes of names: who bears two surnames and loses one, and what else can happen to a name field. */

import { describe, expect, it } from 'vitest';
import type { CorruptionContext } from '../../src/corruption/context.ts';
import { corruptions } from '../../src/corruption/corruptions/index.ts';
import type { PersonRecord } from '../../src/population/record.ts';
import { nicknameSimilarity } from '../../src/text/nicknames.ts';
import { normaliseName } from '../../src/text/normalise.ts';
import { personRecord } from '../matching/person-record.ts';
import { optimalStringAlignment } from '../text/optimal-string-alignment.ts';
import { completePerson, completeRecord } from './sample-person.ts';

const MEXICAN: CorruptionContext = { origin: 'mexican' };
const of = (id: string) => corruptions.find((corruption) => corruption.id === id)!;
const sweep = Array.from({ length: 64 }, (_, i) =>
  Uint32Array.of((i / 64) * 2 ** 32, ((i * 7) % 64) * 2 ** 26, ((i * 29) % 64) * 2 ** 26, 0),
);
/** Everything that a corruption may make of a record, by one field. */
const outcomes = (
  id: string,
  record: PersonRecord,
  field: keyof PersonRecord,
  person: CorruptionContext = {},
) => [...new Set(sweep.map((words) => of(id).apply(record, person, words)[field]))].sort();
const withSurname = (surname: string) => personRecord({ surname });

describe('two surnames', () => {
  it.each([
    ['second-surname-dropped', 'GARCÍA LÓPEZ', ['GARCÍA']],
    ['second-surname-dropped', 'DE LA CRUZ DEL RÍO', ['DE LA CRUZ']],
    ['second-surname-dropped', 'GARCÍA-LÓPEZ', ['GARCÍA']],
    ['second-surname-alone', 'GARCÍA DE LA CRUZ', ['DE LA CRUZ']],
    ['second-surname-alone', 'ORTEGA Y GASSET', ['GASSET']],
    ['surnames-exchanged', 'GARCÍA DE LA CRUZ', ['DE LA CRUZ GARCÍA']],
    ['surnames-joined', 'GARCÍA LÓPEZ', ['GARCÍA-LÓPEZ', 'GARCÍALÓPEZ']],
    ['surnames-joined', 'GARCÍA-LÓPEZ', ['GARCÍALÓPEZ']],
  ])('%s of %s', (id, surname, expected) => {
    expect(of(id).canAct(withSurname(surname), MEXICAN)).toBe(true);
    expect(outcomes(id, withSurname(surname), 'surname', MEXICAN)).toEqual(expected);
  });

  const ofTwo = ['second-surname-dropped', 'second-surname-alone', 'surnames-exchanged', 'surnames-joined'];

  it.each(ofTwo)('%s needs two surnames, and a tradition that gives two', (id) => {
    for (const surname of ['GARCÍA', 'DE LA CRUZ', '', 'DE LA']) {
      expect(of(id).canAct(withSurname(surname), MEXICAN), surname).toBe(false);
    }
    for (const origin of ['white', 'haitian', 'chinese', 'nowhere']) {
      expect(of(id).canAct(withSurname('GARCIA LOPEZ'), { origin })).toBe(false);
    }
    expect(of(id).canAct(withSurname('SOUZA OLIVEIRA'), { origin: 'brazilian' })).toBe(true);
  });

  it("takes the mother's surname where the record has the father's alone", () => {
    const person = { ...MEXICAN, motherSurname: 'LÓPEZ' };
    expect(outcomes('second-surname-alone', withSurname('GARCÍA'), 'surname', person)).toEqual(['LÓPEZ']);
  });

  it('does not exchange a surname with itself', () => {
    expect(of('surnames-exchanged').canAct(withSurname('LOPEZ LOPEZ'), MEXICAN)).toBe(false);
  });
});

it.each(['keyboard-typo', 'letter-inserted', 'letter-deleted', 'letter-substituted', 'letter-transposed'])(
  '%s is one edit of one of the two names',
  (id) => {
    for (const words of sweep) {
      const after = of(id).apply(completeRecord, completePerson, words);
      const edits = (['givenName', 'surname'] as const).map((field) =>
        optimalStringAlignment(completeRecord[field], after[field]),
      );
      expect(edits.toSorted()).toEqual([0, 1]);
    }
    const changed = sweep.map((words) => of(id).apply(completeRecord, completePerson, words).givenName);
    const given = changed.filter((name) => name !== completeRecord.givenName).length;
    expect(given / sweep.length).toBeCloseTo(0.5, 5);
  },
);

it('a nickname is a short form of the name, the usual one likelier', () => {
  const made = sweep.map(
    (words) => of('nickname').apply(personRecord({ givenName: 'WILLIAM' }), {}, words).givenName,
  );
  for (const name of made) expect(nicknameSimilarity('WILLIAM', name)).toBeGreaterThan(0);
  const counts = new Map<string, number>();
  for (const name of made) counts.set(name, (counts.get(name) ?? 0) + 1);
  const usual = [...counts].toSorted(([, a], [, b]) => b - a)[0]![0];
  expect(nicknameSimilarity('WILLIAM', usual)).toBe(0.95);
  expect(outcomes('nickname', personRecord({ givenName: 'JOSÉ LUIS' }), 'givenName')).toContain('PEPE');
  expect(of('nickname').canAct(personRecord({ givenName: 'XQZ' }), {})).toBe(false);
});

it('a variant spells one word of a name in another way', () => {
  const made = outcomes(
    'transliteration-variant',
    personRecord({ givenName: 'MOHAMMED', surname: 'XQZ' }),
    'givenName',
  );
  expect(made).toContain('MUHAMMAD');
  expect(made).not.toContain('MOHAMMED');
  expect(of('transliteration-variant').canAct(personRecord({ givenName: 'XQZ', surname: 'XQZ' }), {})).toBe(
    false,
  );
});

describe('accents', () => {
  it('are lost as by taking letters apart, whatever the letter', () => {
    const takenApart = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
    const others = /[ĐđØøŁłÆæß]/;
    const letters = Array.from({ length: 0x2000 - 0x80 }, (_, i) => String.fromCharCode(0x80 + i));
    for (const letter of letters) {
      for (const name of [letter, `A${letter}\u0301B`, `${letter}Ñ`]) {
        if (others.test(name.normalize('NFD'))) continue;
        const record = personRecord({ surname: name });
        expect(of('accents-lost').apply(record, {}, new Uint32Array(4)).surname).toBe(takenApart(name));
        expect(of('accents-lost').canAct(record, {})).toBe(takenApart(name) !== name);
      }
    }
  });

  const accented = personRecord({ givenName: 'JOSÉ', middleName: 'ĐỨC', surname: 'NÚÑEZ' });

  it('lost, leave the letters, and the comparable form as it was', () => {
    const after = of('accents-lost').apply(accented, {}, new Uint32Array(4));
    expect([after.givenName, after.middleName, after.surname]).toEqual(['JOSE', 'DUC', 'NUNEZ']);
    for (const field of ['givenName', 'middleName', 'surname'] as const) {
      expect(normaliseName(after[field])).toBe(normaliseName(accented[field]));
    }
    expect(of('accents-lost').canAct(after, {})).toBe(false);
  });

  it('garbled, are read in another encoding, replaced or lost', () => {
    expect(outcomes('accents-garbled', accented, 'surname')).toEqual(['N??EZ', 'NEZ', 'NÃšÃ‘EZ'].sort());
    expect(of('accents-garbled').canAct(personRecord(), {})).toBe(false);
  });
});

it.each([
  ['middle-dropped', { middleName: 'LUZ' }, { middleName: '' }],
  ['middle-initial', { middleName: 'LUZ' }, { middleName: 'L' }],
  ['middle-as-given', { givenName: 'MARIA', middleName: 'LUZ' }, { givenName: 'LUZ', middleName: '' }],
  ['name-suffix-dropped', { suffix: 'JR' }, { suffix: '' }],
  ['names-swapped', { givenName: 'ANA', surname: 'LEE' }, { givenName: 'LEE', surname: 'ANA' }],
  [
    'name-truncated',
    { givenName: 'ANA', surname: 'MAXIMILIANOVICH' },
    { givenName: 'ANA', surname: 'MAXIMILIANOV' },
  ],
  ['name-truncated', { surname: 'GARCIA LOPE DE VEGA' }, { surname: 'GARCIA LOPE' }],
] as const)('%s: %j becomes %j', (id, before, after) => {
  expect(of(id).apply(personRecord(before), {}, new Uint32Array(4))).toEqual(
    personRecord({ ...before, ...after }),
  );
});

it('an initial is not cut again, a short name not cut, one name not swapped with itself', () => {
  expect(of('middle-initial').canAct(personRecord({ middleName: 'L' }), {})).toBe(false);
  expect(of('middle-as-given').canAct(personRecord({ middleName: 'L' }), {})).toBe(false);
  expect(of('name-truncated').canAct(personRecord({ givenName: 'ABCDEFGHIJKL' }), {})).toBe(false);
  expect(of('names-swapped').canAct(personRecord({ givenName: 'JAMES', surname: 'JAMES' }), {})).toBe(false);
});

it('a fake name replaces one name or both; the other stays', () => {
  const made = sweep.map((words) => of('fake-name').apply(personRecord(), {}, words));
  expect(made).toContainEqual(personRecord({ givenName: 'FNU', middleName: '' }));
  expect(made).toContainEqual(personRecord({ surname: 'LNU' }));
  expect(made).toContainEqual(personRecord({ givenName: 'JOHN', middleName: '', surname: 'DOE' }));
});

it('the surname of the other side of a marriage is recorded', () => {
  expect(outcomes('married-name', personRecord(), 'surname', { marriedSurname: 'SMITH' })).toEqual(['SMITH']);
  expect(of('married-name').canAct(personRecord(), { marriedSurname: 'GARCIA' })).toBe(false);
});

it('a member of the household lends one particular, and only another one', () => {
  const household = [{ givenName: 'ANA', dateOfBirth: '1980-05-17', tin: '' }];
  const copied = sweep.map((words) =>
    of('copied-from-household-member').apply(personRecord(), { household }, words),
  );
  expect(copied).toEqual(sweep.map(() => personRecord({ givenName: 'ANA' })));
  const same = [{ givenName: 'MARIA', dateOfBirth: '', tin: '' }];
  expect(of('copied-from-household-member').canAct(personRecord(), { household: same })).toBe(false);
});
