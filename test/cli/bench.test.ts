/** `mismatch bench` says what it measured, for every matcher and comparator, and the same of the same pairs. */

import { beforeAll, describe, expect, it } from 'vitest';
import { benchText } from '../../src/cli/bench-text.ts';
import { runBench } from '../../src/cli/commands/bench.ts';
import type { BenchReport } from '../../src/execution/bench.ts';
import { comparators } from '../../src/matching/comparators/index.ts';
import { matchers } from '../../src/matching/matchers/index.ts';
import { places } from '../../src/matching/places/index.ts';

const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
let report: BenchReport;

beforeAll(async () => {
  let told = '';
  const flags = { seconds: '0.002', people: '10000', pairs: '20', json: true, quiet: true } as const;
  await runBench(flags, (text) => {
    told += text;
  });
  report = JSON.parse(told) as BenchReport;
}, 120_000);

describe('the document', () => {
  it('has every matcher, place and comparator of the registries', () => {
    expect(idsOf(report.matchers)).toEqual(idsOf(matchers));
    expect(idsOf(report.places)).toEqual(idsOf(places));
    expect(idsOf(report.comparators)).toEqual(idsOf(comparators));
  });

  it('gives speeds above 0', () => {
    for (const { id, pairsPerSecond, linkedPairsPerSecond } of report.matchers) {
      expect(pairsPerSecond, id).toBeGreaterThan(0);
      expect(linkedPairsPerSecond, id).toBeGreaterThan(0);
    }
    for (const { id, ...speeds } of report.comparators) {
      for (const speed of Object.values(speeds)) expect(speed, id).toBeGreaterThan(0);
    }
  });

  it('gives accuracy by every category', () => {
    for (const { accuracy } of [...report.matchers, ...report.places]) {
      expect(accuracy.map(({ category }) => category)).toEqual(idsOf(report.set.categories));
    }
  });

  it('holds comparators against other programs', () => {
    const agreement = (program: string, comparator: string) => {
      const peer = report.peers.find((p) => p.program === program && p.comparator === comparator);
      return peer && peer.agreement.equal / peer.agreement.compared;
    };
    expect(agreement('fastest-levenshtein', 'levenshtein')).toBe(1);
    // The package leaves out some rules, GARCIA's among them (text/double-metaphone.ts).
    expect(agreement('double-metaphone', 'double-metaphone')).toBeGreaterThan(0.97);
    expect(agreement('double-metaphone', 'double-metaphone')).toBeLessThan(1);
    const phonetic = report.peers.find(({ program }) => program === 'double-metaphone')!;
    expect(phonetic.agreement.unequal).toContain('GARCIA');
    for (const comparator of ['levenshtein', 'jaro', 'jaro-winkler']) {
      expect(agreement('DuckDB', comparator) ?? 1, comparator).toBe(1);
    }
  });
});

describe('the tables', () => {
  it('fit a terminal, but for sentences', () => {
    const rules = benchText(report)
      .split('\n')
      .filter((line) => /^-+( +-+)*$/.test(line));
    expect(rules.length).toBe(5);
    for (const rule of rules.slice(0, 4)) expect(rule.length).toBeLessThanOrEqual(80);
  });

  it('name every matcher, category and peer', () => {
    const text = benchText(report);
    for (const { id } of [...report.matchers, ...report.comparators]) expect(text).toContain(id);
    for (const { label, describe: how } of report.set.categories) expect(text).toContain(`${label}: ${how}`);
    for (const { program } of report.peers) expect(text).toContain(program);
  });
});

it('refuses arguments that cannot be used, all at once', async () => {
  const flags = { threshold: '1.5', seconds: '0', people: 'many', pairs: '0' };
  const refused = runBench(flags, () => {}).catch((error: Error) => error.message.split('\n'));
  expect(await refused).toEqual([
    '--threshold: not a usable value; allowed: a number above 0, up to 1; found: 1.5',
    '--seconds: not a usable value; allowed: a number above 0, up to 60; found: 0',
    '--people: not a usable value; allowed: a whole number from 1 to 5000000; found: many',
    '--pairs: not a usable value; allowed: a whole number from 1 to 10000; found: 0',
  ]);
});
