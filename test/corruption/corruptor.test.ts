/**
 * How often corruptions happen, to whom, how they come together, and what their decisions may depend on. Counts are
 * held to their probability by exact intervals at level 1 - 1e-6 (expect-proportion.ts).
 */

import { describe, expect, it, vi } from 'vitest';
import type { CorruptionContext } from '../../src/corruption/context.ts';
import { corruptions } from '../../src/corruption/corruptions/index.ts';
import { type CorruptionAssumptions, corruptor } from '../../src/corruption/corruptor.ts';
import type { PersonRecord } from '../../src/population/record.ts';
import { normalQuantile } from '../../src/statistics/normal.ts';
import { expectProportion } from '../expect-proportion.ts';
import { personRecord } from '../matching/person-record.ts';
import { completePerson, completeRecord } from './sample-person.ts';

const ids = corruptions.map(({ id }) => id);
const careless = corruptions.map((corruption) => corruption.careless);
const everyRate = (rate: number) => Object.fromEntries(ids.map((id) => [id, rate]));
const assume = (
  rates: Readonly<Record<string, number>>,
  changes: Partial<CorruptionAssumptions> = {},
): CorruptionAssumptions => ({
  rates,
  carelessness: 0,
  aggravation: { 'unfamiliar-name': 1, 'old-record': 1 },
  ...changes,
});
/** Different for each corruption: 0.02, 0.035 ... */
const rates = Object.fromEntries(ids.map((id, i) => [id, 0.02 + 0.015 * i]));
const RECORDS = 4_000;

/** By corruption: on which of the first records it could act, and on which it acted. */
function decisions(assumptions: CorruptionAssumptions, { records = RECORDS } = {}) {
  const { corrupt } = corruptor(assumptions, 'agency', 1);
  const flags = ids.map(() => ({ could: new Uint8Array(records), acted: new Uint8Array(records) }));
  for (let entity = 0; entity < records; entity++) {
    corrupt(completeRecord, completePerson, entity)
      .outcomes()
      .forEach(({ couldAct, acted }, i) => {
        flags[i]!.could[entity] = couldAct ? 1 : 0;
        flags[i]!.acted[entity] = acted ? 1 : 0;
      });
  }
  return flags;
}
const total = (flags: Uint8Array) => flags.reduce((sum, flag) => sum + flag, 0);
const both = (one: Uint8Array, other: Uint8Array) => total(one.map((flag, entity) => flag & other[entity]!));
/** On which of the first records one corruption acts, alone and where it always can. */
function alone(
  id: string,
  rate: number,
  changes: Partial<CorruptionAssumptions> = {},
  { seed = 1, source = 'agency', records = RECORDS, person = completePerson } = {},
): Uint8Array {
  const { corrupt } = corruptor(assume({ [id]: rate }, changes), source, seed);
  return Uint8Array.from({ length: records }, (_, entity) =>
    corrupt(completeRecord, person, entity).record === completeRecord ? 0 : 1,
  );
}

describe('rates', () => {
  it.each([{}, everyRate(0)])('nothing happens at rate 0: %#', (none) => {
    const { corrupt } = corruptor(assume(none, { carelessness: 0.5 }), 'agency', 1);
    for (let entity = 0; entity < 200; entity++) {
      const corrupted = corrupt(completeRecord, completePerson, entity);
      expect(corrupted.record).toEqual(completeRecord);
      expect(corrupted.outcomes()).toEqual(ids.map(() => ({ couldAct: true, asked: 0, acted: false })));
    }
  });

  it('everything that can happen does at rate 1, and is not tried where it cannot act', () => {
    const records = [
      completeRecord,
      personRecord({ unit: '' }),
      personRecord({ givenName: '', zip: '', tin: '' }),
    ];
    const tried = corruptions.map((corruption) => vi.spyOn(corruption, 'apply'));
    const { corrupt } = corruptor(assume(everyRate(1), { carelessness: 0.3 }), 'agency', 1);
    for (const [i, record] of records.entries()) {
      const outcomes = corrupt(record, completePerson, i).outcomes();
      expect(outcomes.map(({ acted }) => acted)).toEqual(outcomes.map(({ couldAct }) => couldAct));
    }
    tried.forEach(({ mock }, c) => {
      expect(mock.calls.every(([record, person]) => corruptions[c]!.canAct(record, person))).toBe(true);
    });
    vi.restoreAllMocks();
  });

  it.each([0, 0.3, 1])('are realised for every corruption, at carelessness %d', (carelessness) => {
    decisions(assume(rates, { carelessness })).forEach(({ could, acted }, i) => {
      expect(total(could), ids[i]).toBeGreaterThan(RECORDS / 50);
      expectProportion(total(acted), total(could), rates[ids[i]!]!);
    });
  });
});

describe('carelessness', () => {
  const CORRELATION = 0.4;
  const RATE = 0.2;
  const pairs = [
    ['keyboard-typo', 'zip-digit-error'],
    ['day-month-swapped', 'address-blank'],
  ] as const;
  const options = { records: 40_000 };

  it('brings careless errors together, by as much as the Gaussian copula says', () => {
    const expected = jointProbability(RATE, CORRELATION);
    expect(expected).toBeGreaterThan(1.5 * RATE * RATE);
    for (const [first, second] of pairs) {
      const one = alone(first, RATE, { carelessness: CORRELATION }, options);
      const other = alone(second, RATE, { carelessness: CORRELATION }, options);
      expectProportion(both(one, other), options.records, expected);
    }
  });

  it('leaves alone what is no matter of care', () => {
    const circumstance = ids.filter((_, i) => !careless[i]);
    for (const id of circumstance) {
      const one = alone(id, RATE, { carelessness: CORRELATION }, { records: 2000 });
      expect(one).toEqual(alone(id, RATE, {}, { records: 2000 }));
    }
  });

  it('correlates every pair of careless errors, one with the other', () => {
    const chosen = ids.filter((_, i) => careless[i]);
    const acted = chosen.map((id) => alone(id, 0.5, { carelessness: CORRELATION }, { records: 2000 }));
    const expected = jointProbability(0.5, CORRELATION);
    acted.forEach((one, i) => {
      for (const other of acted.slice(i + 1)) expectProportion(both(one, other), 2000, expected);
    });
  });
});

describe('aggravation', () => {
  const aggravation = { 'unfamiliar-name': 3, 'old-record': 2 };
  const withOdds = (rate: number, ratio: number) => (rate * ratio) / (1 - rate + rate * ratio);
  const fresh: CorruptionContext = { ...completePerson, origin: 'white', recordAgeYears: 0 };

  it.each(corruptions)('$id is as much likelier as declared', ({ id, canAct, aggravatedBy = [] }) => {
    const people: readonly CorruptionContext[] = [
      { ...completePerson, recordAgeYears: 0 },
      { ...completePerson, recordAgeYears: 20 },
      fresh,
    ];
    for (const person of people) {
      if (!canAct(completeRecord, person)) continue;
      const unfamiliar = aggravatedBy.includes('unfamiliar-name') && person.origin === 'mexican' ? 3 : 1;
      const old = aggravatedBy.includes('old-record') ? 2 ** (person.recordAgeYears! / 10) : 1;
      const expected = withOdds(0.2, unfamiliar * old);
      const { corrupt } = corruptor(assume({ [id]: 0.2 }, { aggravation }), 'agency', 1);
      const outcome = corrupt(completeRecord, person, 0).outcomes()[ids.indexOf(id)]!;
      expect(outcome.asked).toBeCloseTo(expected, 12);
      const acted = alone(id, 0.2, { aggravation, carelessness: 0.2 }, { person, records: 2000 });
      expectProportion(total(acted), 2000, expected);
    }
  });
});

describe('streams', () => {
  const SOME = 1000;
  const base = ids.map((id) => alone(id, 0.4, { carelessness: 0.3 }, { records: SOME }));

  it('adding or removing one corruption changes no other decision', () => {
    // Alone or among all the others: where a corruption can act, it decides as it would alone.
    const all = decisions(assume(everyRate(0.4), { carelessness: 0.3 }), { records: SOME });
    all.forEach(({ could, acted }, i) => {
      expect(acted, ids[i]).toEqual(base[i]!.map((flag, entity) => flag & could[entity]!));
    });
    for (const removed of ids) {
      const without = decisions(assume({ ...everyRate(0.4), [removed]: 0 }, { carelessness: 0.3 }), {
        records: 60,
      });
      without.forEach(({ could, acted }, i) => {
        if (ids[i] === removed) return;
        expect(acted).toEqual(base[i]!.subarray(0, 60).map((flag, entity) => flag & could[entity]!));
      });
    }
  });

  it('a higher rate adds errors to those that a lower one makes', () => {
    ids.forEach((id, i) => {
      const more = alone(id, 0.6, { carelessness: 0.3 }, { records: SOME });
      expect(base[i]!.every((flag, entity) => flag <= more[entity]!)).toBe(true);
    });
  });

  it('without carelessness two corruptions are independent, and so are neighbouring records', () => {
    const half = ids.map((id) => alone(id, 0.5, {}, { records: 2000 }));
    half.forEach((first, i) => {
      for (const second of half.slice(i + 1)) expectProportion(both(first, second), 2000, 0.25);
      const even = first.filter((_, entity) => entity % 2 === 0);
      const odd = first.filter((_, entity) => entity % 2 === 1);
      expectProportion(both(even, odd), 1000, 0.25);
    });
  });

  it('another seed or another source has errors of its own', () => {
    for (const other of [{ seed: 2 }, { source: 'taxpayer' }]) {
      ids.forEach((id, i) => {
        const acted = alone(id, 0.4, {}, { records: SOME, ...other });
        expectProportion(both(acted, alone(id, 0.4, {}, { records: SOME })), SOME, 0.16);
        expect(acted).not.toEqual(base[i]);
      });
    }
  });
});

describe('corrupt', () => {
  const assumptions = assume(everyRate(0.3), { carelessness: 0.3 });
  const { corrupt, corruptZip } = corruptor(assumptions, 'agency', 1);
  const entities = Array.from({ length: 400 }, (_, i) => i);

  it('gives the same bytes for the same seed and entity, in whatever order', () => {
    const first = entities.map((entity) =>
      JSON.stringify(corrupt(completeRecord, completePerson, entity).record),
    );
    const again = corruptor(assumptions, 'agency', 1);
    const backwards = entities
      .toReversed()
      .map((entity) => JSON.stringify(again.corrupt(completeRecord, completePerson, entity).record));
    expect(backwards.reverse()).toEqual(first);
    const other = corruptor(assumptions, 'agency', 2);
    expect(
      entities.map((entity) => JSON.stringify(other.corrupt(completeRecord, completePerson, entity).record)),
    ).not.toEqual(first);
  });

  it('applies those that acted, in the order of the registry', () => {
    const only = corruptor(
      assume({ 'letter-deleted': 1, 'names-swapped': 1, 'accents-lost': 1 }),
      'agency',
      1,
    );
    const before = personRecord({ givenName: 'ÁB', surname: 'C' });
    const { record } = only.corrupt(before, {}, 0);
    expect([record.givenName, record.surname]).toEqual(['C', 'A']);
  });

  it('knows the ZIP code of the record alone', () => {
    for (const entity of entities) {
      const { record } = corrupt(completeRecord, completePerson, entity);
      expect(corruptZip(completeRecord.zip, completePerson, entity)).toBe(record.zip);
    }
  });
});

describe('parts of a record', () => {
  const entities = Array.from({ length: 3000 }, (_, i) => i);
  const settings = [
    assume(everyRate(0.05), { carelessness: 0.3, aggravation: { 'unfamiliar-name': 2, 'old-record': 3 } }),
    assume({ 'zip-digit-error': 0.05, 'address-blank': 0.2, 'care-of': 0.5, 'unit-missing': 0.5 }),
    assume(everyRate(0), { carelessness: 1 }),
  ];
  const withoutStreetAddress = (record: PersonRecord): PersonRecord => ({
    ...record,
    houseNumber: '',
    street: '',
    unit: '',
    tin: '',
  });

  it.each(settings)('are what the whole has, without its street address: %#', (assumptions) => {
    const { corrupt, corruptNames } = corruptor(assumptions, 'agency', 1);
    const start = withoutStreetAddress(completeRecord);
    let whole = 0;
    for (const entity of entities) {
      const { record } = corrupt(completeRecord, completePerson, entity);
      const part = corruptNames(start, completePerson, entity);
      if (part === undefined) whole++;
      else expect(withoutStreetAddress(part)).toEqual(withoutStreetAddress(record));
    }
    expect(whole / entities.length).toBeLessThan(0.2);
  });

  it('are refused where an error of the number happens, whose field other errors fill', () => {
    const { corruptNames } = corruptor(assume({ 'copied-from-household-member': 1 }), 'agency', 1);
    expect(corruptNames(completeRecord, completePerson, 0)).toBeUndefined();
  });

  it.each(settings)('a ZIP code changes only where it may, and mostly may not: %#', (assumptions) => {
    const { corruptZip, mayChangeZip } = corruptor(assumptions, 'agency', 1);
    const { zip } = completeRecord;
    let may = 0;
    for (const entity of entities) {
      if (mayChangeZip(entity)) may++;
      else expect(corruptZip(zip, completePerson, entity)).toBe(zip);
    }
    const isAggravated = (assumptions.rates['former-address'] ?? 0) > 0;
    if (isAggravated) expect(may).toBe(entities.length);
    else expect(may / entities.length).toBeLessThan(0.3);
  });
});

/** Chance that two normal values of the given correlation are both under the quantile of `rate`, by the midpoint rule. */
function jointProbability(rate: number, correlation: number): number {
  const STEPS = 4000;
  const limit = normalQuantile(rate);
  let sum = 0;
  for (let i = 0; i < STEPS; i++) {
    const shared = normalQuantile((i + 0.5) / STEPS);
    sum += below((limit + Math.sqrt(correlation) * shared) / Math.sqrt(1 - correlation)) ** 2;
  }
  return sum / STEPS;
}

/** Chance that a standard normal value is below x, by bisection of the quantile. */
function below(x: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (normalQuantile(middle) < x) low = middle;
    else high = middle;
  }
  return low;
}
