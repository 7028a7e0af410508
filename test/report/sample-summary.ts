/**
 * A summary as a run would publish it, made by formula: smooth curves that fall with the threshold, an outcome that
 * is never seen (strict rules at the same address), a ratio that does not exist, and a title that needs escaping.
 */

import type { Estimate, Measure, Summary } from '../../src/estimation/summary.ts';
import { measures } from '../../src/estimation/summary.ts';

const matchers = [
  { id: 'exact', strict: 2100, steepness: 0 },
  { id: 'levenshtein', strict: 2100, steepness: 15 },
  { id: 'jaro-winkler', strict: 2100, steepness: 22 },
  { id: 'double-metaphone', strict: 6400, steepness: 2 },
];
const places = [
  { id: 'zip', factor: 1 },
  { id: 'address', factor: 0.004 },
];
const rules = [
  { id: 'all', factor: 1 },
  { id: 'best', factor: 0.6 },
  { id: 'unique', factor: 0.35 },
];
const groups: Readonly<Record<string, number>> = {
  all: 1,
  citizens: 0.62,
  'us-born-citizens': 0.4,
  'naturalized-citizens': 0.22,
  'permanent-residents': 0.13,
  'other-lawful': 0.05,
  unauthorized: 0.2,
  'origin:hispanic': 0.8,
  'origin:white': 0.06,
  'origin:black': 0.03,
  'origin:asian': 0.1,
  'origin:american-indian': 0,
  'origin:other': 0.01,
  'cause:namesake': 0.7,
  'cause:household': 0.2,
  'cause:occupant': 0.07,
  'cause:building': 0.03,
  'cause:number': 0,
};
const represented = 1_280_000;
const simulated = 128_000;

const thresholds: readonly number[] = Array.from({ length: 31 }, (_, step) => (70 + step) / 100);

const value: Readonly<Record<Measure, (wrong: number) => number | null>> = {
  'people-wrongly-matched': (wrong) => wrong,
  'requests-wrongly-matched': (wrong) => wrong * 0.8,
  'requests-correctly-matched': () => 48_000,
  'requests-missed': () => 510_000,
  'share-of-matches-wrong': (wrong) => (wrong === 0 ? null : wrong / (wrong + 48_000)),
  'wrong-per-correct': (wrong) => (wrong === 0 ? null : wrong / 48_000),
  'pairs-wrongly-matched': (wrong) => wrong * 1.3,
};

const alwaysSeen: Partial<Record<Measure, true>> = {
  'requests-correctly-matched': true,
  'requests-missed': true,
};

/** An estimate with an interval, and with the bound of three in the sample where nothing was seen. */
function estimate(
  coordinates: Omit<Estimate, 'estimate' | 'low' | 'high' | 'level' | 'events'>,
  wrong: number,
): Estimate {
  const scale = represented / simulated;
  const events = Math.floor(wrong / scale);
  const seen = coordinates.measure in alwaysSeen ? 4_800 : events;
  const isRatio =
    coordinates.measure === 'share-of-matches-wrong' || coordinates.measure === 'wrong-per-correct';
  const number = value[coordinates.measure](events * scale);
  const spread = Math.exp(1.645 / Math.sqrt(Math.max(seen, 1)));
  const bounds =
    number === null
      ? { low: null, high: null }
      : number === 0
        ? { low: 0, high: 3 * scale }
        : { low: number / spread, high: isRatio ? Math.min(number * spread, 1) : number * spread };
  return { ...coordinates, estimate: number, ...bounds, level: 0.9, events: seen };
}

const estimates: readonly Estimate[] = matchers.flatMap((matcher) =>
  places.flatMap((place) =>
    rules.flatMap((rule) =>
      thresholds.flatMap((threshold) =>
        measures.flatMap((measure) =>
          Object.entries(groups).map(([group, share]) => {
            const pull = Math.exp(matcher.steepness * (1 - threshold));
            const wrong = matcher.strict * pull * place.factor * rule.factor * share;
            return estimate(
              { matcher: matcher.id, place: place.id, rule: rule.id, threshold, measure, group },
              wrong,
            );
          }),
        ),
      ),
    ),
  ),
);

const headline = estimates.find(
  (each) =>
    each.matcher === 'jaro-winkler' &&
    each.place === 'zip' &&
    each.rule === 'all' &&
    each.threshold === 0.92 &&
    each.measure === 'people-wrongly-matched' &&
    each.group === 'citizens',
);
if (headline === undefined) throw new Error('the sample has no headline');

export const sampleSummary: Summary = {
  schemaVersion: 1,
  tool: 'mismatch 0.1.0',
  scenario: {
    id: 'irs-ice-2025',
    title: 'IRS & ICE, 2025: a <name> and address rule',
    question: 'How many people would a name and address rule have matched wrongly?',
    sha256: 'ab12'.repeat(16),
  },
  seed: 1,
  command: 'mismatch simulate irs-ice-2025 --seed 1 --zips 0.1',
  requests: { represented, simulated },
  taxpayers: { represented: 213_000_000, simulated: 21_300_000 },
  zipAreas: { represented: 33_000, simulated: 3_300 },
  headline: {
    text: 'Under the stated rule, about 7,560 US citizens would be matched to a request that is not about them.',
    rule: 'Jaro-Winkler name score of at least 0.92, in the same ZIP area.',
    estimate: headline,
  },
  cautions: [
    'No wrong match has been publicly traced to the 2025 disclosures.',
    'The comparison rule for name and address used in 2025 is not public.',
    'Where relatives share names more often than assumed, the household numbers are a lower bound.',
  ],
  warnings: [],
  realised: [
    { id: 'address-blank', asked: 0.055, realised: 0.0548, records: 128_000 },
    { id: 'unit-missing', asked: 0.099, realised: 0.0991, records: 128_000 },
  ],
  estimates,
};
