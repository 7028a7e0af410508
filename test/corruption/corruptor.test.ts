/** How often corruptions happen, to whom, and what their decisions may depend on: their own rate and stream. */

import { afterEach, describe, expect, it, vi } from 'vitest';
import { corruptions } from '../../src/corruption/corruptions/index.ts';
import { corruptor } from '../../src/corruption/corruptor.ts';
import { expectProportion } from '../expect-proportion.ts';
import { personRecord } from '../matching/person-record.ts';

const ids = corruptions.map(({ id }) => id);
const everyRate = (rate: number) => Object.fromEntries(ids.map((id) => [id, rate]));
/** Different for each corruption: 0.03, 0.1 ... */
const rates = Object.fromEntries(ids.map((id, i) => [id, 0.03 + 0.07 * i]));
const person = personRecord();
const RECORDS = 20_000;

/** By corruption, on which of the first records it acted. */
function decisions(asked: Readonly<Record<string, number>>, seed = 1, source = 'agency', records = RECORDS) {
  const { corrupt } = corruptor(asked, source, seed);
  const acted = ids.map(() => new Uint8Array(records));
  for (let entity = 0; entity < records; entity++) {
    corrupt(person, entity).applied.forEach((happened, i) => {
      acted[i]![entity] = happened ? 1 : 0;
    });
  }
  return acted;
}
const total = (flags: Uint8Array) => flags.reduce((sum, flag) => sum + flag, 0);

afterEach(() => {
  vi.restoreAllMocks();
});

describe('rates', () => {
  it.each([{}, everyRate(0)])('nothing happens at rate 0: %j', (none) => {
    const { corrupt } = corruptor(none, 'agency', 1);
    for (let entity = 0; entity < 200; entity++) {
      const { record, applicable, applied } = corrupt(person, entity);
      expect(record).toEqual(person);
      expect(applicable).toEqual(ids.map(() => true));
      expect(applied).toEqual(ids.map(() => false));
    }
  });

  it('everything that can happen does at rate 1, and is not tried where it does not apply', () => {
    const records = [
      person,
      personRecord({ unit: '' }),
      personRecord({ givenName: '', surname: '-', zip: '' }),
      personRecord({ givenName: 'A', surname: 'A', unit: '' }),
    ];
    const { corrupt } = corruptor(everyRate(1), 'agency', 1);
    const tried = corruptions.map((corruption) => vi.spyOn(corruption, 'corrupt'));
    for (const [i, record] of records.entries()) {
      for (let entity = 0; entity < 50; entity++) {
        const calls = tried.map(({ mock }) => mock.calls.length);
        const { applicable, applied } = corrupt(record, 50 * i + entity);
        expect(applied).toEqual(applicable);
        expect(tried.map(({ mock }, c) => mock.calls.length > calls[c]!)).toEqual(applicable);
      }
    }
    tried.forEach(({ mock }, c) => {
      expect(mock.calls.length).toBeGreaterThan(0);
      expect(mock.calls.every(([record]) => corruptions[c]!.applies(record))).toBe(true);
    });
  });

  it('are realised', () => {
    decisions(rates).forEach((acted, i) => {
      expectProportion(total(acted), RECORDS, rates[ids[i]!]!);
    });
  });
});

describe('streams', () => {
  const base = decisions(rates);

  it('a change of one rate leaves the decisions of all other corruptions', () => {
    for (const changed of ids) {
      for (const rate of [0, 0.6]) {
        const after = decisions({ ...rates, [changed]: rate }, 1, 'agency', 4000);
        ids.forEach((id, i) => {
          if (id !== changed)
            expect(after[i], `${id}, ${changed} at ${rate}`).toEqual(base[i]!.subarray(0, 4000));
        });
      }
    }
  });

  it('a higher rate adds errors to those that a lower one makes', () => {
    decisions(everyRate(0.5)).forEach((acted, i) => {
      expect(base[i]!.every((flag, entity) => flag <= acted[entity]!)).toBe(true);
    });
  });

  it('two corruptions of a record happen independently of each other, and so do those of neighbours', () => {
    const half = decisions(everyRate(0.5));
    half.forEach((first, i) => {
      for (const second of half.slice(i + 1)) {
        expectProportion(total(first.map((flag, entity) => flag & second[entity]!)), RECORDS, 0.25);
      }
      const even = first.filter((_, entity) => entity % 2 === 0);
      const odd = first.filter((_, entity) => entity % 2 === 1);
      expectProportion(total(even.map((flag, pair) => flag & odd[pair]!)), RECORDS / 2, 0.25);
    });
  });

  it('another seed or another source has errors of its own', () => {
    const half = decisions(everyRate(0.5));
    for (const other of [decisions(everyRate(0.5), 2), decisions(everyRate(0.5), 1, 'taxpayer')]) {
      other.forEach((acted, i) => {
        expectProportion(total(acted.map((flag, entity) => flag & half[i]![entity]!)), RECORDS, 0.25);
      });
    }
  });
});

describe('corrupt', () => {
  const { corrupt, occurs } = corruptor(everyRate(0.5), 'agency', 1);

  it('gives the same bytes for the same seed and entity, in whatever order', () => {
    const entities = Array.from({ length: 300 }, (_, i) => i);
    const first = entities.map((entity) => JSON.stringify(corrupt(person, entity)));
    const again = corruptor(everyRate(0.5), 'agency', 1);
    const backwards = entities.toReversed().map((entity) => JSON.stringify(again.corrupt(person, entity)));
    expect(backwards.reverse()).toEqual(first);
    const other = corruptor(everyRate(0.5), 'agency', 2);
    expect(entities.map((entity) => JSON.stringify(other.corrupt(person, entity)))).not.toEqual(first);
  });

  it('lets a later corruption act on what the earlier left', () => {
    const swap = ids.indexOf('names-swapped');
    expect(ids.indexOf('keyboard-typo')).toBeLessThan(swap);
    const both = corruptor({ 'keyboard-typo': 1, 'names-swapped': 1 }, 'agency', 1);
    // Q and W are neighbours on the keyboard: a typo may make the names alike, and then there is nothing to swap.
    const before = personRecord({ givenName: 'Q', surname: 'W' });
    const outcomes = Array.from({ length: 200 }, (_, entity) => both.corrupt(before, entity));
    const alike = outcomes.filter(({ record }) => record.givenName === record.surname);
    expect(alike.length).toBeGreaterThan(0);
    expect(alike.length).toBeLessThan(outcomes.length);
    for (const outcome of outcomes) {
      expect(outcome.applicable[swap]).toBe(!alike.includes(outcome));
      expect(outcome.applied[swap]).toBe(!alike.includes(outcome));
    }
  });

  it('does what `occurs` says, where it applies', () => {
    for (let entity = 0; entity < 500; entity++) {
      const { applied } = corrupt(person, entity);
      expect(ids.map((id) => occurs(id, entity))).toEqual(applied);
    }
    expect(occurs('no-such-corruption', 0)).toBe(false);
  });
});
