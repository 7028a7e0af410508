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

import { blankRecord, type PersonRecord } from '../population/record.ts';
import { normal } from '../random/distributions.ts';
import { block, firstWord, type Stream, stream } from '../random/stream.ts';
import { type CorruptionContext, hasUnfamiliarName } from './context.ts';
import type { Aggravation, Corruption, RecordField } from './corruption.ts';
import { corruptions } from './corruptions/index.ts';
import { happensBy } from './decision.ts';

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
  /**
   * That record but for its street address and taxpayer number, which may be left blank: cheaper, since no error of
   * another field looks at a street address. `undefined` where an error happens that looks at the number.
   */
  corruptNames(record: PersonRecord, person: CorruptionContext, entity: number): PersonRecord | undefined;
  /** The ZIP code of that record alone: as in `corrupt`, cheaper. */
  corruptZip(zip: string, person: CorruptionContext, entity: number): string;
  /** Whether the ZIP code of that record may be another than it was, whoever the person is; mostly not. */
  mayChangeZip(entity: number): boolean;
}

interface Step {
  readonly corruption: Corruption;
  readonly rate: number;
  readonly words: Stream;
  readonly careless: boolean;
  /** Whether either makes it likelier. */
  readonly byUnfamiliarName: boolean;
  readonly byOldRecord: boolean;
  readonly looksAtNumber: boolean;
}

interface Circumstances {
  /** The part of the record's carelessness that its careless errors share. */
  readonly careless: number;
  /** Odds ratios. */
  readonly unfamiliarName: number;
  readonly oldRecord: number;
}

const YEARS_OF_AGGRAVATION = 10;
/** Fields that no error looks at unless it may change one of them. */
const apart: ReadonlySet<RecordField> = new Set(['houseNumber', 'street', 'unit', 'tin']);

/** @param source which records they are; two sources have errors of their own */
export function corruptor(assumptions: CorruptionAssumptions, source: string, seed: number): Corruptor {
  const { rates, carelessness, aggravation } = assumptions;
  const steps = corruptions.map((corruption): Step => {
    const { id, careless, aggravatedBy = [] } = corruption;
    return {
      corruption,
      rate: rates[id] ?? 0,
      words: stream(seed, `corruption/${source}/${id}`),
      careless,
      byUnfamiliarName: aggravatedBy.includes('unfamiliar-name'),
      byOldRecord: aggravatedBy.includes('old-record'),
      looksAtNumber: corruption.fields.includes('tin'),
    };
  });
  const possible = steps.filter(({ rate }) => rate > 0);
  const ofZip = possible.filter(({ corruption }) => corruption.fields.includes('zip'));
  const ofNames = possible.filter(({ corruption: { fields } }) => !fields.every((field) => apart.has(field)));
  const carelessInZip = carelessness > 0 && ofZip.some(({ careless }) => careless);
  const aggravatedInZip = ofZip.some(({ byUnfamiliarName, byOldRecord }) => byUnfamiliarName || byOldRecord);
  const careStream = stream(seed, `corruption/${source}/carelessness`);
  const shared = Math.sqrt(carelessness);
  const own = Math.sqrt(1 - carelessness);
  const words = new Uint32Array(4);

  const carelessnessOf = (entity: number) => {
    if (carelessness === 0) return 0;
    block(careStream, entity, 0, words);
    return shared * normal(words[0]!, words[1]!, words[2]!);
  };
  /** What all decisions about one record share. */
  const circumstancesOf = (person: CorruptionContext, entity: number): Circumstances => ({
    careless: carelessnessOf(entity),
    unfamiliarName: hasUnfamiliarName(person) ? aggravation['unfamiliar-name'] : 1,
    oldRecord: aggravation['old-record'] ** ((person.recordAgeYears ?? 0) / YEARS_OF_AGGRAVATION),
  });
  const happens = (step: Step, circumstances: Circumstances, entity: number) => {
    const word = firstWord(step.words, entity, 0);
    const chance = askedOf(step, circumstances);
    return step.careless
      ? happensBy(word, chance, own, circumstances.careless)
      : happensBy(word, chance, 1, 0);
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
              asked: askedOf(step, circumstances),
              acted,
            };
          });
        },
      };
    },
    corruptNames(original, person, entity) {
      const circumstances = circumstancesOf(person, entity);
      let record = original;
      for (const step of ofNames) {
        if (!happens(step, circumstances, entity)) continue;
        if (step.looksAtNumber) return undefined;
        if (step.corruption.canAct(record, person)) record = apply(step, record, person, entity);
      }
      return record;
    },
    corruptZip: (zip, person, entity) => applyAll(ofZip, { ...blankRecord, zip }, person, entity).zip,
    mayChangeZip(entity) {
      if (aggravatedInZip) return true;
      let most = 0;
      if (carelessInZip) {
        most = shared * largestNormal(firstWord(careStream, entity, 0));
      }
      for (const { words: stepWords, rate, careless } of ofZip) {
        const word = firstWord(stepWords, entity, 0);
        if (!careless) {
          if (happensBy(word, rate, 1, 0)) return true;
        } else if (happensBy(word, rate, own, most)) {
          if (happensBy(word, rate, own, carelessnessOf(entity))) return true;
        }
      }
      return false;
    },
  };
}

const RADIUS_BITS = 12;
/** Radii of the normal value of two words, by the upper bits of the first; each the largest, and for the last of all 53 bits. */
const largestRadius = Float64Array.from({ length: 2 ** RADIUS_BITS }, (_, cell) =>
  Math.sqrt(-2 * Math.log(Math.max(2 ** -53, 1 - (cell + 1) / 2 ** RADIUS_BITS))),
);

/** No `normal` value of this first word is larger. */
function largestNormal(word: number): number {
  return largestRadius[word >>> (32 - RADIUS_BITS)]!;
}

/** The probability whose odds are `ratio` times those of `rate`. */
function withOdds(rate: number, ratio: number): number {
  return ratio === 1 ? rate : (rate * ratio) / (1 - rate + rate * ratio);
}

/** The rate of a step at a record, aggravation included. */
function askedOf(
  { rate, byUnfamiliarName, byOldRecord }: Step,
  { unfamiliarName, oldRecord }: Circumstances,
) {
  return withOdds(rate, (byUnfamiliarName ? unfamiliarName : 1) * (byOldRecord ? oldRecord : 1));
}
