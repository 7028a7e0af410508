/**
 * A quantity: one uncertain number of a scenario, with the range it may lie in, how it is distributed there, and the
 * reason to believe it, which is published evidence, a declared assumption, or both. No quantity comes without a
 * reason. Convention: a file says `mode`, the central value; code reads `value`, the number that a run uses, which
 * is the mode unless it was drawn (`draw.ts`).
 */
import { z } from 'zod';
import { facts } from '../evidence/facts.ts';
import type { Distribution } from './distribution.ts';
import { distributions } from './distributions/index.ts';

const evidenceId = z.enum(facts.map((fact) => fact.id)).meta({
  id: 'EvidenceId',
  description: 'Id of a fact of the evidence table; `mismatch evidence` lists them.',
});
const distributionId = z.enum(distributions.map(({ id }) => id));

function quantity(id: string, number: z.ZodNumber, description: string) {
  const isShare = id === 'Share';
  return z
    .strictObject({
      mode: number.meta({ description: 'The central value: what a run uses when nothing is drawn.' }),
      low: number.meta({ description: 'The lowest value held plausible.' }).optional(),
      high: number.meta({ description: 'The highest value held plausible.' }).optional(),
      distribution: distributionId
        .meta({
          description:
            'How draws lie in the range. Default: triangular where there is a low or a high, else fixed. ' +
            `${distributions.map(({ id: name, describe }) => `${name}: ${describe}`).join('; ')}.`,
        })
        .optional(),
      evidence: z
        .union([evidenceId, z.array(evidenceId).min(1)])
        .meta({ description: 'The facts that the value rests on: one id, or a list of ids.' })
        .optional(),
      assumption: z
        .string()
        .trim()
        .min(1)
        .meta({ description: 'What is assumed beyond the evidence, and why, in plain sentences.' })
        .optional(),
    })
    .superRefine((parts, context) => checkQuantity(parts, context, isShare), evenBesideOtherMistakes)
    .transform(({ mode, ...rest }) => ({ value: mode, ...rest }))
    .meta({ id, description });
}

function checkQuantity(parts: Parts, context: Context, isShare: boolean): void {
  const { mode, low, high, evidence, assumption } = parts;
  const refuse = (path: string[], message: string, allowed: string, found: string) =>
    context.addIssue({ code: 'custom', path, message, params: { allowed, found } });
  let isOrdered = true;
  const outOfOrder = (path: string[], message: string, found: string) => {
    isOrdered = false;
    refuse(path, message, 'low <= mode <= high', found);
  };
  if (isNumber(mode) && isNumber(low) && low > mode)
    outOfOrder(['low'], 'is above the mode', `low ${low}, mode ${mode}`);
  if (isNumber(mode) && isNumber(high) && high < mode)
    outOfOrder(['high'], 'is below the mode', `mode ${mode}, high ${high}`);
  const distribution = distributions.find(({ id }) => id === parts.distribution);
  if (distribution?.needsRange) {
    const missing = [low === undefined ? ['low'] : [], high === undefined ? ['high'] : []].flat();
    if (missing.length > 0) {
      const found = `no ${missing.join(' and no ')}`;
      refuse(['distribution'], 'has no range to draw from', 'low and high beside it', found);
    } else if (isOrdered && isNumber(mode) && isNumber(low) && isNumber(high)) {
      const refused = distribution.refuses?.({ low, mode, high }, isShare);
      if (refused) refuse(['distribution'], 'does not fit', refused.allowed, refused.found);
    }
  }
  if (evidence === undefined && assumption === undefined) {
    refuse([], 'has no source', 'evidence (ids of facts), an assumption (a sentence), or both', 'neither');
  }
}

type Context = z.RefinementCtx<unknown>;
type Parts = Readonly<
  Partial<Record<'mode' | 'low' | 'high' | 'distribution' | 'evidence' | 'assumption', unknown>>
>;
const isNumber = (part: unknown): part is number => typeof part === 'number';

/** A check of a map that runs although one of its parts is wrong, so that all mistakes are told at once. */
const evenBesideOtherMistakes = {
  when: ({ value }: { readonly value: unknown }) => typeof value === 'object' && value !== null,
};

const shareQuantity = quantity('Share', z.number().min(0).max(1), 'A share of a whole, between 0 and 1.');
const countQuantity = quantity('Count', z.int().min(1), 'A whole number, 1 or more.');
const positiveQuantity = quantity('Positive', z.number().gt(0), 'A number above 0.');

/** A quantity in [0, 1], described in plain words. */
export const share = (description: string) => shareQuantity.meta({ description });
/** A quantity that is a whole number from 1. */
export const count = (description: string) => countQuantity.meta({ description });
/** A quantity above 0. */
export const positive = (description: string) => positiveQuantity.meta({ description });

/** An uncertain number with its range and its reason. */
export type Quantity = Readonly<z.infer<typeof shareQuantity>>;

/** Whether a part of a scenario is a quantity. */
export function isQuantity(part: unknown): part is Quantity {
  return typeof part === 'object' && part !== null && 'value' in part;
}

/** How a quantity is drawn: as it says, else triangular where it has an end of a range, else not at all. */
export function distributionOf({ distribution, low, high }: Quantity): Distribution {
  const id = distribution ?? (low === undefined && high === undefined ? 'fixed' : 'triangular');
  const found = distributions.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`no such distribution: ${id}`);
  return found;
}
