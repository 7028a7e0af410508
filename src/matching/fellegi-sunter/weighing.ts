/**
 * What each finding weighs, in bits: the part of the Fellegi-Sunter matcher that is sums, for whoever scores many pairs.
 *
 * Convention: a finding at level l of a field weighs log2(m[l] / u[l]); a missing value weighs nothing. Where the share
 * of people who bear a value is known, exact agreement on it weighs log2(m / share) instead: agreeing on GARCIA says less
 * than agreeing on a rare name. A share below `leastShare` of the model counts as that. Probability = 1 / (1 + 2^-total).
 */

import type { WaterfallStep } from '../matcher.ts';
import { type ComparisonField, comparisonField, MISSING, nameFields } from './fields.ts';
import { checkedModel, type FellegiSunterModel, statedModel } from './model.ts';

/** The share of people who bear a value of a field, in comparable form; undefined where it is not known. */
export type Frequency = (field: string, value: string) => number | undefined;

export interface FellegiSunterOptions {
  /** Replaces the prior of the model. */
  readonly prior?: number;
  /** Replaces the stated model, as from `fitFellegiSunter`. */
  readonly model?: FellegiSunterModel;
  readonly frequency?: Frequency;
  /** Fields of the model to use; by default its names. */
  readonly fields?: readonly string[];
}

/** A total is `start`, then the bits of each field added in their order: so it is the same to the last bit for everybody. */
export interface Weighing {
  /** Share of the compared pairs that are matches. */
  readonly prior: number;
  /** Bits of the prior. */
  readonly start: number;
  readonly fields: readonly WeighedField[];
}

export interface WeighedField {
  readonly field: ComparisonField;
  /** The bits of a finding; `value` is the request's, which at the highest level is the taxpayer's too. */
  bits(level: number, value: string): number;
  /** The same, one step of the waterfall for each reason. */
  steps(level: number, value: string): readonly WaterfallStep[];
}

/** The weights of a model. An unsound model, prior or field is a RangeError. */
export function weighingOf(options: FellegiSunterOptions): Weighing {
  const given = options.model ?? statedModel;
  const { prior, leastShare = 0, fields } = checkedModel({ ...given, prior: options.prior ?? given.prior });
  const chosen = options.fields ?? nameFields;
  return {
    prior,
    start: Math.log2(prior / (1 - prior)),
    fields: fields
      .filter(({ id }) => chosen.includes(id))
      .map((model) => weighedField(model, leastShare, options.frequency)),
  };
}

function weighedField(
  { id, m, u }: FellegiSunterModel['fields'][number],
  leastShare: number,
  frequency: Frequency | undefined,
): WeighedField {
  const field = comparisonField(id);
  const weights = m.map((share, level) => Math.log2(share / u[level]!));
  const highest = weights.length - 1;
  /** The share of people who agree with everybody on the value, where there is one. */
  const shareAt = (level: number, value: string) => {
    const share = level === highest ? frequency?.(id, value) : undefined;
    return share !== undefined && share > 0 && share <= 1 ? share : undefined;
  };
  const rarity = (share: number) => Math.log2(u[highest]! / Math.max(share, leastShare));
  return {
    field,
    bits(level, value) {
      if (level === MISSING) return 0;
      const share = shareAt(level, value);
      return share === undefined ? weights[level]! : weights[level]! + rarity(share);
    },
    steps(level, value) {
      if (level === MISSING) return [{ label: `${field.label} missing`, bits: 0 }];
      const found = { label: `${field.label} ${field.levels[level]}`, bits: weights[level]! };
      const share = shareAt(level, value);
      if (share === undefined) return [found];
      const borne =
        share < leastShare
          ? `borne by fewer than 1 in ${oneIn(leastShare)}`
          : `borne by 1 in ${oneIn(share)}`;
      return [found, { label: `${field.label} ${value} ${borne}`, bits: rarity(share) }];
    },
  };
}

/** The probability of a total of bits. */
export const probability = (bits: number) => 1 / (1 + 2 ** -bits);

/** A share as the number of people among whom there is one. */
export const oneIn = (share: number) => Math.round(1 / share).toLocaleString('en-US');
