/**
 * What a fall in filing would cost, by the published figures: arithmetic, not a simulation. Each source keeps its own
 * basis (whose taxes, which year, which compliance), so its figures are scaled by what that source scales them by,
 * and figures of two sources are never added, averaged or divided by one another.
 *
 * Convention: a figure linear in a quantity takes its range from the range of that quantity; a projection that a source
 * gives with a range of its own is passed on as it is.
 */

import { fact } from '../evidence/facts.ts';
import type { Scenario } from '../scenario/schema.ts';

/** A published figure carried through the assumptions of the scenario: US dollars, lost. */
export interface ContextFigure {
  /** Whose figure it is. */
  readonly source: string;
  /** What is lost, to whom, over what time. */
  readonly what: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The fact that it follows from, and how. */
  readonly evidence: string;
  readonly basis: string;
}

/** The figures of a scenario with a context; none for the others. */
export function contextFigures({ context }: Pick<Scenario, 'context'>): readonly ContextFigure[] {
  if (context === undefined) return [];
  const { filingFall, overallComplianceFall } = context;
  const tenPoints = numbersOf('itep-10pp');
  const projection = numbersOf('ybl-loss');
  const onePoint = Number(fact('tpc-1pp').value);

  const itep = (what: string, lost: number): ContextFigure => ({
    source: 'Institute on Taxation and Economic Policy',
    what,
    ...scaled(filingFall, lost / 0.1),
    evidence: 'itep-10pp',
    basis:
      `Taxes of undocumented people; the source gives the loss for a fall of ten points, here in proportion for ` +
      `${points(filingFall.value)}.`,
  });
  const yale = (what: string, period: '2026' | 'decade'): ContextFigure => ({
    source: 'Yale Budget Lab',
    what,
    value: projection[period]!,
    low: projection[`${period}${period === '2026' ? 'low' : 'Low'}`]!,
    high: projection[`${period}${period === '2026' ? 'high' : 'High'}`]!,
    evidence: 'ybl-loss',
    basis: "The source's own projection with its own range; the fall assumed here does not enter.",
  });
  return [
    itep('federal taxes, a year', tenPoints['federal']!),
    itep('state and local taxes, a year', tenPoints['stateLocal']!),
    itep('all taxes, a year', tenPoints['total']!),
    yale('federal revenue, 2026', '2026'),
    yale('federal revenue, 2026 to 2035', 'decade'),
    {
      source: 'Tax Policy Center',
      what: 'federal revenue from all taxpayers, a year',
      ...scaled(overallComplianceFall, onePoint / 0.01),
      evidence: 'tpc-1pp',
      basis:
        'Voluntary compliance of everybody, not of undocumented people; the source gives one point, here in proportion ' +
        `for ${points(overallComplianceFall.value)}.`,
    },
  ];
}

type Fall = NonNullable<Scenario['context']>['filingFall'];

function scaled({ value, low = value, high = value }: Fall, perWhole: number) {
  return { value: dollars(value * perWhole), low: dollars(low * perWhole), high: dollars(high * perWhole) };
}

/** To the dollar, free of the dust of binary fractions. */
const dollars = (amount: number) => Math.round(amount);

const points = (share: number) => `${Number((100 * share).toPrecision(6))} points`;

function numbersOf(id: string): Readonly<Record<string, number>> {
  return fact(id).value as Readonly<Record<string, number>>;
}
