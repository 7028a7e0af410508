/**
 * The Fellegi-Sunter matcher: the weights of all findings added to the prior, in bits (weighing.ts), and the score the
 * probability that follows. Its explanation is the waterfall from prior to total.
 */

import type { PersonRecord } from '../../population/record.ts';
import type { Explanation, Matcher, WaterfallStep } from '../matcher.ts';
import { MISSING } from './fields.ts';
import { type FellegiSunterOptions, oneIn, probability, weighingOf } from './weighing.ts';

interface Finding {
  readonly id: string;
  readonly request: string;
  readonly taxpayer: string;
  /** Level over the highest level, 0 where missing. */
  readonly agreement: number;
  readonly bits: number;
  readonly steps: readonly WaterfallStep[];
}

/** A matcher of a model. An unsound model, prior or field is a RangeError. */
export function fellegiSunterMatcher(options: FellegiSunterOptions = {}): Matcher {
  const weighing = weighingOf(options);
  const { prior, start, fields } = weighing;

  const total = (request: PersonRecord, taxpayer: PersonRecord): number => {
    let bits = start;
    for (const { field, bits: bitsAt } of fields) {
      const a = field.value(request);
      const b = a === '' ? '' : field.value(taxpayer);
      bits += bitsAt(a === '' || b === '' ? MISSING : field.levelOf(a, b), a);
    }
    return bits;
  };

  const findings = (request: PersonRecord, taxpayer: PersonRecord): readonly Finding[] =>
    fields.map(({ field, bits, steps }) => {
      const [a, b] = [field.value(request), field.value(taxpayer)];
      const level = a === '' || b === '' ? MISSING : field.levelOf(a, b);
      return {
        id: field.id,
        request: a,
        taxpayer: b,
        agreement: level === MISSING ? 0 : level / (field.levels.length - 1),
        bits: bits(level, a),
        steps: steps(level, a),
      };
    });

  const evidence = fields.map(({ field }) => field.label).join(', ');
  const byFrequency =
    options.frequency === undefined
      ? ''
      : '; the same value weighs by the share of people who bear it, a rare one more';
  return {
    id: 'fellegi-sunter',
    label: 'Fellegi-Sunter',
    describe: `probability of a match from the weights of ${evidence}; prior 1 in ${oneIn(prior)}${byFrequency}`,
    weighing,
    score: (request, taxpayer) => probability(total(request, taxpayer)),
    explain(request, taxpayer): Explanation {
      const found = findings(request, taxpayer);
      const bits = found.reduce((sum, finding) => sum + finding.bits, start);
      const score = probability(bits);
      const waterfall = [
        { label: `prior 1 in ${oneIn(prior)}`, bits: start },
        ...found.flatMap(({ steps }) => steps),
      ];
      const words = waterfall.map((step) => `${step.label} ${signed(step.bits)}`);
      return {
        score,
        fields: found.map(({ id, agreement, request: a, taxpayer: b }) => ({
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

const signed = (bits: number) => `${bits < 0 ? '-' : '+'}${Math.abs(bits).toFixed(2)}`;
