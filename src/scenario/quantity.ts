/**
 * A quantity: one uncertain number of a scenario, with the range it may lie in and the reason to believe it,
 * which is published evidence, a declared assumption, or both. No quantity comes without a reason.
 */
import { z } from 'zod';
import { facts } from '../evidence/facts.ts';

const evidenceId = z.enum(facts.map((fact) => fact.id)).meta({
  id: 'EvidenceId',
  description: 'Id of a fact of the evidence table; `mismatch evidence` lists them.',
});

function quantity(id: string, number: z.ZodNumber, description: string) {
  return z
    .strictObject({
      value: number.meta({ description: 'The central value: what a run uses when nothing is drawn.' }),
      low: number.meta({ description: 'The lowest value held plausible.' }).optional(),
      high: number.meta({ description: 'The highest value held plausible.' }).optional(),
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
    .superRefine(checkQuantity, evenBesideOtherMistakes)
    .meta({ id, description });
}

function checkQuantity({ value, low, high, evidence, assumption }: Parts, context: Context): void {
  const refuse = (path: string[], message: string, allowed: string, found: string) =>
    context.addIssue({ code: 'custom', path, message, params: { allowed, found } });
  if (isNumber(value) && isNumber(low) && low > value) {
    refuse(['low'], 'is above the value', 'low <= value <= high', `low ${low}, value ${value}`);
  }
  if (isNumber(value) && isNumber(high) && high < value) {
    refuse(['high'], 'is below the value', 'low <= value <= high', `value ${value}, high ${high}`);
  }
  if (evidence === undefined && assumption === undefined) {
    refuse([], 'has no source', 'evidence (ids of facts), an assumption (a sentence), or both', 'neither');
  }
}

type Context = z.RefinementCtx<unknown>;
type Parts = Readonly<Partial<Record<'value' | 'low' | 'high' | 'evidence' | 'assumption', unknown>>>;
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

type Shares = Readonly<Record<string, Quantity>>;
const SUM_TOLERANCE = 1e-6;
const total = (shares: Shares) => Object.values(shares).reduce((sum, { value }) => sum + value, 0);
const asFound = (sum: number) => `a sum of ${Number(sum.toFixed(6))}`;

/** Check of a map of shares that divide a whole: their values sum to 1 within 1e-6. */
export function sumsToOne(shares: Shares, context: Context): void {
  const sum = total(shares);
  if (Math.abs(sum - 1) <= SUM_TOLERANCE) return;
  const params = { allowed: 'shares that sum to 1', found: asFound(sum) };
  context.addIssue({ code: 'custom', message: 'do not sum to 1', params });
}

/** Check of a map of shares that leave a remainder: their values sum to at most 1. */
export function sumsToAtMostOne(shares: Shares, context: Context): void {
  const sum = total(shares);
  if (sum <= 1 + SUM_TOLERANCE) return;
  const params = { allowed: 'shares that sum to at most 1', found: asFound(sum) };
  context.addIssue({ code: 'custom', message: 'sum to more than 1', params });
}
