/** Two runs side by side, end to end: the built command in a directory of its own. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/estimation/compare.ts';
import { type Outcome, type Workplace, workplace } from './run-command.ts';

const place: Workplace = workplace();
afterAll(() => place.clear());
const at = (...names: string[]) => join(place.path, ...names);
const readJson = (...names: string[]): Comparison => JSON.parse(readFileSync(at(...names), 'utf8'));

const alone = `
id: small-unique
extends: ./small.yaml
title: A small country, one candidate only
question: What if only a single candidate were matched?
reporting: { headline: { rule: unique } }
`;

describe('mismatch compare', { timeout: 240_000 }, () => {
  let made: Outcome;
  let comparison: Comparison;
  beforeAll(async () => {
    writeFileSync(at('unique.yaml'), alone);
    made = await place.mismatch(['compare', 'small.yaml', 'unique.yaml', '--zips', '0.02', '--out', 'pair']);
    comparison = readJson('pair', 'comparison.json');
  }, 240_000);

  it('runs both scenarios on the same ZIP areas, and says what the second spares', () => {
    expect(made.stderr).not.toMatch(/cannot be paired/);
    expect(made.code).toBe(0);
    expect(made.stdout).toMatch(/EACH AT ITS HEADLINE RULE/);
    expect(made.stdout).toMatch(/US citizens wrongly matched/);
    expect(made.stdout).toMatch(/pair\/charts\/two-runs\.svg/);
    for (const side of ['first', 'second']) {
      const { seed, sampling, complete } = JSON.parse(
        readFileSync(at('pair', side, 'manifest.json'), 'utf8'),
      );
      expect({ seed, ...sampling, complete }).toEqual({
        seed: 1,
        zipShare: 0.02,
        requestShare: 1,
        complete: true,
      });
    }
  });

  it('pairs them: at the same rule both runs made the same matches', () => {
    expect(comparison.paired).toBe(true);
    expect(comparison.shared.length).toBeGreaterThan(1000);
    for (const { first, second, difference } of comparison.shared) {
      expect(second.estimate).toBe(first.estimate);
      if (first.estimate !== null) expect(difference).toBe(0);
    }
  });

  it('finds no more people under the stricter rule, with an interval around the difference', () => {
    const [people, citizens] = comparison.headline;
    for (const each of [people!, citizens!]) {
      expect(each.difference!).toBeLessThanOrEqual(0);
      expect(each.low!).toBeLessThanOrEqual(each.difference!);
      expect(each.high!).toBeGreaterThanOrEqual(each.difference!);
      expect([each.first.rule, each.second.rule]).toEqual(['all', 'unique']);
    }
  });

  it('reads the two runs again, simulating nothing, and comes to the same', async () => {
    const { code, stdout } = await place.mismatch(['compare', 'pair/first', 'pair/second', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(comparison);
  });

  it('refuses what cannot be compared, in one line each', async () => {
    await place.mismatch(['simulate', 'small.yaml', '--zips', '0.02', '--seed', '2', '--out', 'other']);
    const refused = await place.mismatch(['compare', 'pair/first', 'other']);
    expect(refused.code).toBe(2);
    expect(refused.stderr.trim()).toMatch(/^.*differ in seed; allowed: .*--unpaired.*; found: 1 and 2$/);

    const independent = await place.mismatch(['compare', 'pair/first', 'other', '--unpaired', '--json']);
    expect(independent.code).toBe(0);
    expect(JSON.parse(independent.stdout)).toMatchObject({ paired: false });

    const mistaken = await place.mismatch(['compare', 'pair/first', 'no-such-scenario', '--seed', '3']);
    expect(mistaken.code).toBe(2);
    expect(mistaken.stderr).toMatch(/unknown scenario/);
    expect(mistaken.stderr).toMatch(/--seed, --zips, --quick: a run given fixes them/);

    const full = await place.mismatch(['compare', 'small.yaml', 'unique.yaml', '--out', 'pair']);
    expect(full.code).toBe(2);
    expect(full.stderr).toMatch(/pair: holds something already/);
  });
});
