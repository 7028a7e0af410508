/** Profiles: every rate names a corruption, lies in its range and gives its reason; and every rate is realised. */

import { describe, expect, it } from 'vitest';
import { corruptions } from '../../src/corruption/corruptions/index.ts';
import { corruptor } from '../../src/corruption/corruptor.ts';
import { profiles } from '../../src/corruption/profiles/index.ts';
import { agencyErrors, withRates } from '../../src/corruption/rates.ts';
import { hasFact } from '../../src/evidence/facts.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { expectProportion } from '../expect-proportion.ts';
import { completePerson, completeRecord } from './sample-person.ts';

const ids = corruptions.map(({ id }) => id);
const base = loadScenario('irs-ice-2025');
const RECORDS = 4000;

describe.each(profiles)('$id', ({ describe: description, rates }) => {
  it('says whose errors they are', () => {
    expect(description).toMatch(/^\S.*[^\s.]$/);
  });

  it('has rates of known corruptions, within their ranges, each with a reason', () => {
    for (const [id, { value, low = value, high = value, evidence = [], assumption = '' }] of Object.entries(
      rates,
    )) {
      expect(ids).toContain(id);
      expect([0 <= low, low <= value, value <= high, high <= 1], id).toEqual([true, true, true, true]);
      const facts = typeof evidence === 'string' ? [evidence] : evidence;
      expect(facts.filter((fact) => !hasFact(fact))).toEqual([]);
      expect(facts.length + assumption.length, id).toBeGreaterThan(0);
      if (assumption !== '') expect(assumption, id).toMatch(/\.$/);
    }
  });

  it('is realised, each rate where it can act', () => {
    const { corrupt } = corruptor(
      {
        rates: Object.fromEntries(Object.entries(rates).map(([id, { value }]) => [id, value])),
        carelessness: 0.3,
        aggravation: { 'unfamiliar-name': 1.5, 'old-record': 1.2 },
      },
      'agency',
      1,
    );
    const sums = ids.map(() => ({ asked: 0, could: 0, acted: 0 }));
    for (let entity = 0; entity < RECORDS; entity++) {
      corrupt(completeRecord, completePerson, entity)
        .outcomes()
        .forEach(({ couldAct, asked, acted }, i) => {
          if (!couldAct) return;
          sums[i]!.could++;
          sums[i]!.asked += asked;
          if (acted) sums[i]!.acted++;
        });
    }
    sums.forEach(({ asked, could, acted }, i) => {
      if (could > 0) expectProportion(acted, could, Math.min(1, asked / could));
      expect(acted > 0 || (rates[ids[i]!]?.value ?? 0) < 0.01, ids[i]).toBe(true);
    });
  });
});

describe('the rates of a scenario', () => {
  const agency = profiles.find(({ id }) => id === 'agency')!;

  it('are those of its profile', () => {
    const { rates } = agencyErrors(base);
    expect(rates).toEqual(
      Object.fromEntries(Object.entries(agency.rates).map(([id, { value }]) => [id, value])),
    );
  });

  it('and what it says otherwise', () => {
    const blank = { value: 0.5, assumption: 'A what-if.' };
    const scenario = {
      ...base,
      corruption: {
        ...base.corruption,
        agency: { profile: 'pseudopeople', rates: { 'address-blank': blank } },
      },
    } as typeof base;
    const { rates } = agencyErrors(scenario);
    expect(rates['address-blank']).toBe(0.5);
    expect(rates['day-month-swapped']).toBe(0.01);
    expect(withRates(scenario).corruption.agency.rates['address-blank']).toEqual(blank);
  });
});

it('pseudopeople has the rates that its source gives', () => {
  const { rates } = profiles.find(({ id }) => id === 'pseudopeople')!;
  // A ZIP code is chosen with chance 0.01 and then right with 0.96 x 0.96 x 0.80 x 0.64 x 0.64 = 0.30199.
  expect(rates['zip-digit-error']!.value).toBeCloseTo(0.00698, 5);
  // Nine digits, each wrong with chance 0.1: 1 - 0.9^9 = 0.61258.
  expect(rates['tin-digit-error']!.value).toBeCloseTo(0.006126, 6);
  // Names of six and seven letters: 0.0046856 and 0.0052170, either 0.0098782; nine tenths of them replaced.
  expect(rates['keyboard-typo']!.value).toBeCloseTo(0.9 * 0.0098782, 6);
  expect(rates['letter-inserted']!.value).toBeCloseTo(0.1 * 0.0098782, 6);
});
