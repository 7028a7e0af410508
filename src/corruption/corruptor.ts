/**
 * Applies a source's profile, a rate for each corruption, to its records. Each corruption has a random stream
 * of its own, so adding one, or changing a rate, leaves every other error where it was.
 */

import type { PersonRecord } from '../population/record.ts';
import { block, type Stream, stream, uniform } from '../random/stream.ts';
import type { Corruption } from './corruption.ts';
import { corruptions } from './corruptions/index.ts';

export interface CorruptedRecord {
  readonly record: PersonRecord;
  /** For each corruption of the registry, in order, whether it could have acted. */
  readonly applicable: readonly boolean[];
  /** For each corruption of the registry, in order, whether it acted. */
  readonly applied: readonly boolean[];
}

export interface Corruptor {
  /** The record of `entity` with its errors in it. */
  corrupt(record: PersonRecord, entity: number): CorruptedRecord;
  /** Whether the corruption `id` acts on the record of `entity`, should it apply. */
  occurs(id: string, entity: number): boolean;
}

/** @param rates by corruption id, each in [0, 1]; corruptions not named never happen */
export function corruptor(rates: Readonly<Record<string, number>>, source: string, seed: number): Corruptor {
  const steps = corruptions.map((corruption): { corruption: Corruption; rate: number; words: Stream } => ({
    corruption,
    rate: rates[corruption.id] ?? 0,
    words: stream(seed, `corruption/${source}/${corruption.id}`),
  }));
  const words = new Uint32Array(4);
  const happens = (step: (typeof steps)[number], entity: number) => {
    if (step.rate === 0) return false;
    block(step.words, entity, 0, words);
    return uniform(words[0]!) < step.rate;
  };

  return {
    corrupt(original, entity) {
      let record = original;
      const applicable: boolean[] = [];
      const applied: boolean[] = [];
      for (const step of steps) {
        const applies = step.corruption.applies(record);
        const acts = applies && happens(step, entity);
        applicable.push(applies);
        applied.push(acts);
        if (!acts) continue;
        block(step.words, entity, 1, words);
        record = step.corruption.corrupt(record, words);
      }
      return { record, applicable, applied };
    },
    occurs(id, entity) {
      const step = steps.find(({ corruption }) => corruption.id === id);
      return step !== undefined && happens(step, entity);
    },
  };
}
