/**
 * The Fellegi-Sunter matcher: the weights of all findings added to the prior, in bits, and the score the probability
 * that follows. Its explanation is the waterfall from prior to total.
 *
 * Convention: a finding at level l of a field weighs log2(m[l] / u[l]); a missing value weighs nothing. With a
 * frequency table, exact agreement on a value weighs log2(m / share of the value) instead, shown as a step of its
 * own: agreeing on GARCIA says less than agreeing on a rare name. Probability = 1 / (1 + 2^-total).
 */

import type { PersonRecord } from '../../population/record.ts';
import type { Explanation, Matcher, WaterfallStep } from '../matcher.ts';
import { comparisonField, MISSING, nameFields } from './fields.ts';
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

interface Finding {
  readonly id: string;
  readonly label: string;
  readonly request: string;
  readonly taxpayer: string;
  /** Level over the highest level, 0 where missing. */
  readonly agreement: number;
  readonly steps: readonly WaterfallStep[];
}

/** A matcher of a model. An unsound model, prior or field is a RangeError. */
export function fellegiSunterMatcher(options: FellegiSunterOptions = {}): Matcher {
  const given = options.model ?? statedModel;
  const model = checkedModel({ ...given, prior: options.prior ?? given.prior });
  const chosen = options.fields ?? nameFields;
  const fields = model.fields
    .filter(({ id }) => chosen.includes(id))
    .map(({ id, m, u }) => ({ field: comparisonField(id), m, u }));
  const { frequency } = options;
  const start = Math.log2(model.prior / (1 - model.prior));

  const find = (request: PersonRecord, taxpayer: PersonRecord): readonly Finding[] =>
    fields.map(({ field, m, u }) => {
      const [a, b] = [field.value(request), field.value(taxpayer)];
      const missing = a === '' || b === '';
      const level = missing ? MISSING : field.levelOf(a, b);
      const highest = field.levels.length - 1;
      const steps: WaterfallStep[] = [];
      if (missing) steps.push({ label: `${field.label} missing`, bits: 0 });
      else
        steps.push({
          label: `${field.label} ${field.levels[level]}`,
          bits: Math.log2(m[level]! / u[level]!),
        });
      const share = level === highest && a === b ? frequency?.(field.id, a) : undefined;
      if (share !== undefined && share > 0 && share <= 1) {
        steps.push({
          label: `${field.label} ${a} borne by 1 in ${oneIn(share)}`,
          bits: Math.log2(u[level]! / share),
        });
      }
      return {
        id: field.id,
        label: field.label,
        request: a,
        taxpayer: b,
        agreement: missing ? 0 : level / highest,
        steps,
      };
    });

  const total = (findings: readonly Finding[]) =>
    findings.reduce((sum, { steps }) => steps.reduce((bits, step) => bits + step.bits, sum), start);

  return {
    id: 'fellegi-sunter',
    label: 'Fellegi-Sunter',
    describe: `probability of a match from the weights of ${fields.map(({ field }) => field.label).join(', ')}; prior 1 in ${oneIn(model.prior)}`,
    score: (request, taxpayer) => probability(total(find(request, taxpayer))),
    explain(request, taxpayer): Explanation {
      const findings = find(request, taxpayer);
      const bits = total(findings);
      const score = probability(bits);
      const waterfall = [
        { label: `prior 1 in ${oneIn(model.prior)}`, bits: start },
        ...findings.flatMap(({ steps }) => steps),
      ];
      const words = waterfall.map((step) => `${step.label} ${signed(step.bits)}`);
      return {
        score,
        fields: findings.map(({ id, agreement, request: a, taxpayer: b }) => ({
          field: id,
          request: a,
          taxpayer: b,
          score: agreement,
        })),
        text: `${words.join(', ')}; together ${signed(bits)} bits, probability ${score.toFixed(3)}`,
        waterfall,
      };
    },
  };
}

const probability = (bits: number) => 1 / (1 + 2 ** -bits);
const signed = (bits: number) => `${bits < 0 ? '-' : '+'}${Math.abs(bits).toFixed(2)}`;
const oneIn = (share: number) => Math.round(1 / share).toLocaleString('en-US');
