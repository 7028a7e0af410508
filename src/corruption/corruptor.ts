/**
 * Applies a source's rates to its records. Each corruption has a random stream of its own, so adding one, or changing a
 * rate, leaves every other error where it was.
 *
 * Carelessness. Errors that are a matter of care come together, by a Gaussian copula: a record has a standard normal
 * carelessness z, and corruption c of rate p acts when
 *
 *     sqrt(r) z + sqrt(1 - r) e > quantile of 1 - p,    e standard normal, its own for record and corruption.
 *
 * The sum is standard normal whatever the correlation r in [0, 1]: the chance to act is exactly p over all records, and
 * what r moves is only how errors are spread over them. With r = 0 they are independent.
 *
 * Aggravation. Where a corruption is likelier for some people or records, the odds p / (1 - p) are multiplied; the rate
 * of the profile is that of a familiar name in a fresh record.
 *
 * Reference: Nelsen, "An Introduction to Copulas", 2nd edition (2006), section 2.3; for the one-factor form Li, "On
 * default correlation: a copula function approach", Journal of Fixed Income 9 (2000).
 */

import type { PersonRecord } from '../population/record.ts';
import { normal } from '../random/distributions.ts';
import { block, type Stream, stream, uniform } from '../random/stream.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { type CorruptionContext, hasUnfamiliarName } from './context.ts';
import type { Aggravation, Corruption } from './corruption.ts';
import { corruptions } from './corruptions/index.ts';

/** How a source errs. */
export interface CorruptionAssumptions {
  /** By corruption id, each in [0, 1]; corruptions not named never happen. */
  readonly rates: Readonly<Record<string, number>>;
  /** Correlation of the careless errors of a record, in [0, 1]. */
  readonly carelessness: number;
  /** Odds ratios: of an unfamiliar name against a familiar one, and of ten years of age against none. */
  readonly aggravation: Readonly<Record<Aggravation, number>>;
}

/** What became of one corruption at one record. */
export interface CorruptionOutcome {
  /** Whether there was anything for it to act on. */
  readonly couldAct: boolean;
  /** The rate asked for at this record, aggravation included. */
  readonly asked: number;
  readonly acted: boolean;
}

export interface CorruptedRecord {
  readonly record: PersonRecord;
  /** What became of each corruption of the registry, in its order. Made when called for. */
  outcomes(): readonly CorruptionOutcome[];
}

export interface Corruptor {
  /** The record of `entity` with its errors in it. */
  corrupt(record: PersonRecord, person: CorruptionContext, entity: number): CorruptedRecord;
  /** The ZIP code of that record alone: as in `corrupt`, cheaper. */
  corruptZip(zip: string, person: CorruptionContext, entity: number): string;
}

interface Step {
  readonly corruption: Corruption;
  readonly rate: number;
  readonly quantile: number;
  readonly words: Stream;
}

interface Circumstances {
  /** The part of the record's carelessness that its careless errors share. */
  readonly careless: number;
  readonly ratios: Readonly<Record<Aggravation, number>>;
}

const YEARS_OF_AGGRAVATION = 10;

/** @param source which records they are; two sources have errors of their own */
export function corruptor(assumptions: CorruptionAssumptions, source: string, seed: number): Corruptor {
  const { rates, carelessness, aggravation } = assumptions;
  const steps = corruptions.map((corruption): Step => {
    const rate = rates[corruption.id] ?? 0;
    const words = stream(seed, `corruption/${source}/${corruption.id}`);
    return { corruption, rate, quantile: normalQuantile(rate), words };
  });
  const ofZip = steps.filter(({ corruption, rate }) => rate > 0 && corruption.fields.includes('zip'));
  const possible = steps.filter(({ rate }) => rate > 0);
  const careStream = stream(seed, `corruption/${source}/carelessness`);
  const shared = Math.sqrt(carelessness);
  const own = Math.sqrt(1 - carelessness);
  const words = new Uint32Array(4);

  /** What all decisions about one record share. */
  const circumstancesOf = (person: CorruptionContext, entity: number): Circumstances => {
    if (carelessness > 0) block(careStream, entity, 0, words);
    return {
      careless: carelessness > 0 ? shared * normal(words[0]!, words[1]!, words[2]!) : 0,
      ratios: {
        'unfamiliar-name': hasUnfamiliarName(person) ? aggravation['unfamiliar-name'] : 1,
        'old-record': aggravation['old-record'] ** ((person.recordAgeYears ?? 0) / YEARS_OF_AGGRAVATION),
      },
    };
  };
  const happens = (step: Step, { careless, ratios }: Circumstances, entity: number) => {
    block(step.words, entity, 0, words);
    const drawn = uniform(words[0]!);
    const ratio = oddsRatio(step.corruption, ratios);
    const quantile = ratio === 1 ? step.quantile : normalQuantile(withOdds(step.rate, ratio));
    if (!step.corruption.careless) return normalQuantile(drawn) < quantile;
    return own * normalQuantile(drawn) < quantile + careless;
  };
  const apply = (
    { corruption, words: stepWords }: Step,
    record: PersonRecord,
    person: CorruptionContext,
    entity: number,
  ) => {
    block(stepWords, entity, 1, words);
    return corruption.apply(record, person, words);
  };
  const applyAll = (
    those: readonly Step[],
    original: PersonRecord,
    person: CorruptionContext,
    entity: number,
  ) => {
    const circumstances = circumstancesOf(person, entity);
    let record = original;
    for (const step of those) {
      if (happens(step, circumstances, entity) && step.corruption.canAct(record, person)) {
        record = apply(step, record, person, entity);
      }
    }
    return record;
  };

  return {
    corrupt(original, person, entity) {
      return {
        record: applyAll(possible, original, person, entity),
        outcomes() {
          const circumstances = circumstancesOf(person, entity);
          let record = original;
          return steps.map((step) => {
            const couldAct = step.corruption.canAct(record, person);
            const acted = couldAct && happens(step, circumstances, entity);
            if (acted) record = apply(step, record, person, entity);
            return {
              couldAct,
              asked: withOdds(step.rate, oddsRatio(step.corruption, circumstances.ratios)),
              acted,
            };
          });
        },
      };
    },
    corruptZip: (zip, person, entity) => applyAll(ofZip, { ...BLANK, zip }, person, entity).zip,
  };
}

/** The probability whose odds are `ratio` times those of `rate`. */
function withOdds(rate: number, ratio: number): number {
  return ratio === 1 ? rate : (rate * ratio) / (1 - rate + rate * ratio);
}

function oddsRatio({ aggravatedBy }: Corruption, ratios: Circumstances['ratios']): number {
  let ratio = 1;
  if (aggravatedBy !== undefined) for (const cause of aggravatedBy) ratio *= ratios[cause];
  return ratio;
}

const BLANK: PersonRecord = {
  recordId: '',
  givenName: '',
  middleName: '',
  surname: '',
  suffix: '',
  houseNumber: '',
  street: '',
  unit: '',
  city: '',
  state: '',
  zip: '',
  dateOfBirth: '',
  tin: '',
};
