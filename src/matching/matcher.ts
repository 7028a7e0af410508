/**
 * What a matcher is: a score of a pair of records, in [0, 1], and what agreed, by how much, in words. The first
 * record is the request, the second the taxpayer; not every matcher gives the same score the other way round.
 *
 * Address is not part of the score: how much of it must agree is the place scope (places/). Date of birth and
 * taxpayer number may be added to any matcher (identifiers.ts). Missing values are never agreement.
 */

import type { PersonRecord } from '../population/record.ts';
import type { Comparator } from './comparator.ts';
import type { Weighing } from './fellegi-sunter/weighing.ts';

export interface Matcher {
  readonly id: string;
  readonly label: string;
  readonly describe: string;
  /**
   * Where the score is the weaker of surname and given name, each by this one comparator of the normalised names:
   * whoever scores many pairs may then compare each pair of names once.
   */
  readonly comparator?: Comparator;
  /** Where the score is the probability of a sum of weights, field by field: for whoever scores many pairs. */
  readonly weighing?: Weighing;
  /** Fields without which it matches nobody. */
  readonly needs?: readonly (keyof PersonRecord)[];
  /** Where other evidence is judged on top of a matcher of names: for whoever scores the names by themselves. */
  readonly judgement?: Judgement;
  score(request: PersonRecord, taxpayer: PersonRecord): number;
  explain(request: PersonRecord, taxpayer: PersonRecord): Explanation;
}

/** What further evidence makes of a score of names: `score` of the whole is `judge` of `names.score`, to the last bit. */
export interface Judgement {
  readonly names: Matcher;
  judge(nameScore: number, request: PersonRecord, taxpayer: PersonRecord): number;
  /** A number above 0: pairs whose names score lower stay below the threshold, whatever the evidence. */
  leastNameScore(threshold: number): number;
}

/** One thing compared: its two values as they were compared, and how far they agree, in [0, 1]. */
export interface FieldComparison {
  readonly field: string;
  readonly request: string;
  readonly taxpayer: string;
  readonly score: number;
}

/** Why a pair scored as it did: each field compared, and the sentence a person would say. */
export interface Explanation {
  readonly score: number;
  readonly fields: readonly FieldComparison[];
  readonly text: string;
  /** Of a matcher that weighs evidence: what it starts from and what each finding adds, in bits, in order. */
  readonly waterfall?: readonly WaterfallStep[];
}

/** A finding and its weight: log2 of how much more likely a match it makes the pair. */
export interface WaterfallStep {
  readonly label: string;
  readonly bits: number;
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  surname: 'surname',
  givenName: 'given name',
  middleName: 'middle name',
  wholeName: 'whole name',
  nameControl: 'name control',
  dateOfBirth: 'date of birth',
  tin: 'taxpayer number',
};

/** A compared field in words: `surname GARCIA / GARZIA 0.889`. */
export function inWords({ field, request, taxpayer, score }: FieldComparison): string {
  const name = FIELD_NAMES[field] ?? field;
  return `${name} ${request || '(missing)'} / ${taxpayer || '(missing)'} ${score.toFixed(3)}`;
}
