/**
 * What `mismatch validate` prints: a table with one line a fact, what lies behind each line that is not a plain pass,
 * and the counts; or the same as one JSON document, in which an unbounded end of an interval is null.
 */

import { exactCount } from '../report/number.ts';
import { type Column, table } from '../report/table.ts';
import type { Check, Unit, Verdict } from '../validation/check.ts';
import { LEVEL } from '../validation/estimate.ts';
import type { Validation } from '../validation/validate.ts';

const fourDigits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 });

const columns: readonly Column<Verdict>[] = [
  { title: 'fact', cell: ({ check }) => check.fact },
  { title: 'source', cell: ({ check }) => sourceOf(check) },
  { title: 'target', align: 'right', cell: ({ check }) => shown(check.unit, check.target) },
  { title: 'simulated', align: 'right', cell: (verdict) => simulated(verdict) },
  { title: `${LEVEL * 100}% interval`, align: 'right', cell: (verdict) => interval(verdict) },
  { title: 'distance', align: 'right', cell: (verdict) => distance(verdict) },
  { title: 'tolerance', align: 'right', cell: ({ check }) => tolerance(check) },
  { title: 'result', cell: ({ result }) => (result === 'fail' ? 'FAIL' : result) },
];

/** The table, the notes and the counts, without a line break at the end. */
export function validationTable(validation: Validation): string {
  const notes = validation.verdicts.flatMap((verdict) => {
    const text = note(verdict);
    return verdict.result === 'pass' || text === ''
      ? []
      : [`${verdict.result}: ${verdict.check.fact}: ${text}`];
  });
  return [
    table(validation.verdicts, columns),
    '',
    ...notes,
    ...(notes.length > 0 ? [''] : []),
    summary(validation),
  ].join('\n');
}

/** The same as plain data. */
export function validationDocument(
  scenario: string,
  { seed, people, zipAreas, verdicts, counts }: Validation,
): object {
  return {
    schemaVersion: 1,
    scenario,
    seed,
    people,
    zipAreas,
    level: LEVEL,
    counts,
    checks: verdicts.map((verdict) => {
      const { id, fact, source, unit, target, tolerance: allowed } = verdict.check;
      const asked = { id, fact, source, unit, target, tolerance: allowed, result: verdict.result };
      if (verdict.result === 'not modelled') return { ...asked, reason: verdict.reason };
      const { value, low, high, note: remark } = verdict.measured;
      return {
        ...asked,
        value: finite(value),
        low: finite(low),
        high: finite(high),
        distance: finite(verdict.distance),
        ...(remark === undefined ? {} : { note: remark }),
      };
    }),
  };
}

function summary({ seed, people, zipAreas, counts }: Validation): string {
  const seen = `${exactCount(people)} people in ${exactCount(zipAreas)} whole ZIP areas, seed ${seed}`;
  const results = (['pass', 'fail', 'cannot tell', 'not modelled'] as const)
    .map((result) => `${counts[result]} ${result}`)
    .join(', ');
  return `${results}; ${seen}`;
}

function note(verdict: Verdict): string {
  return verdict.result === 'not modelled' ? verdict.reason : (verdict.measured.note ?? '');
}

function sourceOf({ source }: Check): string {
  return 'evidence' in source ? source.evidence : source.table;
}

function simulated(verdict: Verdict): string {
  return verdict.result === 'not modelled' ? '' : shown(verdict.check.unit, verdict.measured.value);
}

function interval(verdict: Verdict): string {
  if (verdict.result === 'not modelled') return '';
  const { low, high } = verdict.measured;
  if (low === high) return 'exact';
  if (!Number.isFinite(low) && !Number.isFinite(high)) return 'unknown';
  const plain = (end: number) => shown(verdict.check.unit, end).replace(/^1 in /, '');
  return `${plain(low)} to ${plain(high)}`;
}

function distance(verdict: Verdict): string {
  if (verdict.result === 'not modelled') return '';
  const { check, distance: away } = verdict;
  if (check.unit === 'names') return `${away}`;
  const percent = `${away < 0 ? '-' : '+'}${(100 * Math.abs(away)).toFixed(1)}`;
  return 'relative' in check.tolerance ? `${percent}%` : `${percent} pt`;
}

function tolerance({ tolerance: allowed, unit }: Check): string {
  if (unit === 'names') return 'none';
  return 'relative' in allowed ? `${100 * allowed.relative}%` : `${100 * allowed.absolute} pt`;
}

function shown(unit: Unit, value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'none' : value > 0 ? 'no bound' : '-no bound';
  if (unit === 'names') return `${value}`;
  if (unit === 'share') return `${(100 * value).toFixed(value < 0.1 ? 2 : 1)}%`;
  if (unit === 'one in') return `1 in ${exactCount(value)}`;
  return unit === 'mean' || value < 100 ? fourDigits.format(value) : exactCount(value);
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);
