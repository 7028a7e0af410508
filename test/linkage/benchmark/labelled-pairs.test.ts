/** The labelled pairs are what their category says, and the same every time; accuracy counts what is right. */

import { describe, expect, it } from 'vitest';
import {
  accuracy,
  inPlace,
  type LabelledPairs,
  labelledPairs,
  matchedBy,
} from '../../../src/linkage/benchmark/labelled-pairs.ts';
import { peoplePool } from '../../../src/linkage/benchmark/people-pool.ts';
import { exact } from '../../../src/matching/matchers/exact.ts';
import { address } from '../../../src/matching/places/address.ts';
import { population } from '../../../src/population/population.ts';
import type { PersonRecord } from '../../../src/population/record.ts';
import { loadTables } from '../../../src/population/tables.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { nicknameSimilarity } from '../../../src/text/nicknames.ts';
import { normaliseName } from '../../../src/text/normalise.ts';
import { surnamesOf } from '../../../src/text/surnames.ts';
import { personRecord } from '../../matching/person-record.ts';

const COUNT = 25;
const seed = 5;
const world = population(loadScenario('irs-ice-2025'), seed, loadTables());
const pool = peoplePool(world, 40_000);
const pairs = labelledPairs(pool, seed, COUNT);

const of = (id: string): LabelledPairs => pairs.find(({ category }) => category.id === id)!;
const given = (record: PersonRecord) => normaliseName(record.givenName);
const surname = (record: PersonRecord) => normaliseName(record.surname);
const fullName = (record: PersonRecord) => `${given(record)}|${surname(record)}`;

describe('the pool', () => {
  it('holds whole ZIP areas, and finds people by any key', () => {
    const zips = new Map<string, number>();
    for (const { record } of pool.people) zips.set(record.zip, (zips.get(record.zip) ?? 0) + 1);
    for (let zip = 0; zip < world.layout.zipAreas; zip++) {
      const { code, people } = world.layout.area(zip);
      if (zips.has(code)) expect(zips.get(code)).toBe(people);
    }
    const bySurname = ({ record }: (typeof pool.people)[number]) => record.surname;
    const [first] = pool.people;
    expect(pool.with(bySurname, first!.record.surname)).toEqual(
      pool.people.filter((person) => person.record.surname === first!.record.surname),
    );
    expect(pool.with(bySurname, 'NOBODY AT ALL')).toEqual([]);
    expect(pool.with(bySurname, '')).toEqual([]);
  });
});

describe.each(pairs)('category $category.id', ({ category, same, different }) => {
  it('has pairs of one person and of two', () => {
    expect(same.length).toBeGreaterThan(0);
    expect(different.length).toBe(same.length);
    for (const { request, taxpayer } of same) expect(request.recordId).toBe(taxpayer.recordId);
    for (const { request, taxpayer } of different) expect(request.recordId).not.toBe(taxpayer.recordId);
  });

  it('holds the same request against both', () => {
    expect(different.map(({ request }) => request)).toEqual(same.map(({ request }) => request));
  });

  it('is the same every time, and other people under another seed', () => {
    const again = (drawn: number) =>
      labelledPairs(pool, drawn, COUNT).find((entry) => entry.category.id === category.id)!;
    expect(again(seed)).toEqual({ category, same, different });
    expect(again(seed + 1).same).not.toEqual(same);
  });
});

describe('what the error is', () => {
  it('two surnames: there are two in the file, and the request has them otherwise', () => {
    for (const { request, taxpayer } of of('two-surnames').same) {
      expect(taxpayer.surname.split(/[ -]/).length).toBeGreaterThan(1);
      expect(request.surname).not.toBe(taxpayer.surname);
      expect(given(request)).toBe(given(taxpayer));
    }
    for (const { request, taxpayer } of of('two-surnames').different) {
      expect(given(taxpayer)).toBe(given(request));
      const written = of('two-surnames').same.find((pair) => pair.request === request)!.taxpayer;
      expect(surnamesOf(taxpayer.surname)[0]).toBe(surnamesOf(written.surname)[0]);
    }
  });

  it('nickname: the request has a short form', () => {
    for (const { request, taxpayer } of of('nickname').same) {
      expect(given(request)).not.toBe(given(taxpayer));
      const formal = [given(taxpayer), given(taxpayer).split(' ')[0]!];
      expect(Math.max(...formal.map((name) => nicknameSimilarity(given(request), name)))).toBeGreaterThan(0);
    }
  });

  it('transliteration: one name is spelt otherwise, the other is not', () => {
    for (const { request, taxpayer } of of('transliteration').same) {
      const changed = [given, surname].filter((name) => name(request) !== name(taxpayer));
      expect(changed.length).toBe(1);
    }
  });

  it('suffix: it is left out, and the other person differs in it alone', () => {
    for (const { request, taxpayer } of of('suffix').same) {
      expect(request).toEqual({ ...taxpayer, suffix: '' });
      expect(taxpayer.suffix).not.toBe('');
    }
    for (const { request, taxpayer } of of('suffix').different)
      expect(fullName(taxpayer)).toBe(fullName(request));
  });

  it('swapped order: the names have changed places', () => {
    for (const { request, taxpayer } of of('swapped-order').same) {
      expect([request.givenName, request.surname]).toEqual([taxpayer.surname, taxpayer.givenName]);
    }
  });

  it('common name: nothing is wrong, and the other person has the name as well', () => {
    for (const { request, taxpayer } of of('common-name').same) expect(request).toEqual(taxpayer);
    for (const { request, taxpayer } of of('common-name').different) {
      expect(fullName(taxpayer)).toBe(fullName(request));
    }
  });

  it('stale address: the name is right, and the other person lives at the address', () => {
    for (const { request, taxpayer } of of('stale-address').same)
      expect(fullName(request)).toBe(fullName(taxpayer));
    for (const { request, taxpayer } of of('stale-address').different) {
      expect([request.houseNumber, request.street, request.unit, request.zip]).toEqual([
        taxpayer.houseNumber,
        taxpayer.street,
        taxpayer.unit,
        taxpayer.zip,
      ]);
    }
  });
});

describe('accuracy', () => {
  it('is what the errors make of exact comparison', () => {
    const byExact = Object.fromEntries(
      accuracy(pairs, matchedBy(exact, 1)).map(({ category, same, different }) => [
        category,
        [same.share, different.share],
      ]),
    );
    expect(byExact).toMatchObject({
      nickname: [0, 1],
      transliteration: [0, 1],
      suffix: [1, 0],
      'swapped-order': [0, 1],
      'common-name': [1, 0],
    });
  });

  it('of a place says who can be found there', () => {
    const atAddress = accuracy(pairs, inPlace(address));
    expect(atAddress.find(({ category }) => category === 'common-name')!.same.right).toBeGreaterThan(0);
    const stale = of('stale-address').different.filter(({ taxpayer }) => taxpayer.street !== '').length;
    const apart = atAddress.find(({ category }) => category === 'stale-address')!.different.right;
    expect(apart).toBe(of('stale-address').different.length - stale);
  });

  it('counts pairs with exact intervals, and is silent about none', () => {
    const one = personRecord({});
    const some = {
      category: { id: 'x', label: 'x', describe: 'x' },
      same: [{ request: one, taxpayer: one }],
    };
    const [result] = accuracy([{ ...some, different: [] }], () => true);
    // Clopper and Pearson for 1 of 1 at 95%: from 0.025 to 1.
    expect(result!.same).toEqual({ pairs: 1, right: 1, share: 1, low: expect.closeTo(0.025, 9), high: 1 });
    expect(result!.different).toEqual({ pairs: 0, right: 0, share: null, low: 0, high: 1 });
  });
});
