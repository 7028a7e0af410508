/** `mismatch validate` as a user meets it, and its verdict on targets that no file can meet. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CheckFailed } from '../../src/cli/check-failed.ts';
import { runChecks } from '../../src/cli/commands/validate.ts';
import type { CheckFamily } from '../../src/validation/check.ts';
import { checkFamilies } from '../../src/validation/checks/index.ts';
import { exact } from '../../src/validation/estimate.ts';
import { type Outcome, type Workplace, workplace } from './run-command.ts';

let place: Workplace;
beforeAll(() => {
  place = workplace();
});
afterAll(() => place.clear());

describe('a small country', () => {
  // It has 1.5 million people: not the returns of the real one.
  const asked = ['validate', '--scenario', 'small.yaml', '--people', '60000', '--seed', '3'];
  let text: Outcome;
  let json: Outcome;
  beforeAll(async () => {
    [text, json] = [await place.mismatch(asked), await place.mismatch([...asked, '--json'])];
  });

  it('fails the check of the number of returns, with exit code 3', () => {
    expect(text.code).toBe(3);
    expect(text.stderr).toMatch(/^(a check|\d+ checks) failed: .*\breturns\b/);
    expect(text.stderr.trimEnd().split('\n').length).toBe(1);
    expect(json.code).toBe(3);
  });

  it('prints a line for each check, then the counts', () => {
    const lines = text.stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^fact +source +target +simulated +99% interval +distance +tolerance +result$/);
    for (const { fact } of checkFamilies.flatMap(({ checks }) => checks)) {
      expect(lines.filter((line) => line.startsWith(`${fact}  `)).length, fact).toBe(1);
    }
    expect(lines.find((line) => line.startsWith('returns  '))).toMatch(/163,473,000 .* 3% {2}FAIL$/);
    expect(lines.at(-1)).toMatch(
      /^\d+ pass, \d+ fail, \d+ cannot tell, \d+ not modelled; [\d,]+ people in [\d,]+ whole ZIP areas, seed 3$/,
    );
  });

  it('says the same as one JSON document', () => {
    const document = JSON.parse(json.stdout);
    expect(document).toMatchObject({ schemaVersion: 1, scenario: 'small', seed: 3, level: 0.99 });
    const results = document.checks.map(({ result }: { result: string }) => result);
    for (const [result, count] of Object.entries(document.counts)) {
      expect(results.filter((one: string) => one === result).length).toBe(count);
    }
    expect(document.checks.find(({ id }: { id: string }) => id === 'returns')).toMatchObject({
      source: { evidence: 'returns-2024' },
      target: 163_473_000,
      tolerance: { relative: 0.03 },
      result: 'fail',
    });
  });

  it('prints the same bytes again', async () => {
    expect((await place.mismatch(asked)).stdout).toBe(text.stdout);
  });
});

describe('one check', () => {
  const family = (target: number): readonly CheckFamily[] => [
    {
      id: 'one',
      checks: [
        {
          id: 'areas',
          fact: 'ZIP areas looked at',
          source: { table: 'this test' },
          unit: 'count',
          target,
          tolerance: { relative: 0.01 },
          measure: ({ areas }) => exact(Math.sign(areas.length)),
        },
      ],
    },
  ];
  const outcome = async (target: number) => {
    const written: string[] = [];
    const flags = { scenario: `${place.path}/small.yaml`, people: '1000' };
    const failure = await runChecks(flags, family(target), (text) => written.push(text)).catch(
      (error) => error,
    );
    return { failure, text: written.join('') };
  };

  it('that passes is no failure', async () => {
    const { failure, text } = await outcome(1);
    expect(failure).toBeUndefined();
    expect(text).toMatch(/ZIP areas looked at +this test +1 +1 +exact +\+0\.0% +1% {2}pass\n/);
  });

  it('that cannot pass is printed first and fails then', async () => {
    const { failure, text } = await outcome(2);
    expect(failure).toBeInstanceOf(CheckFailed);
    expect(failure.message).toBe('a check failed: areas');
    expect(text).toMatch(/ZIP areas looked at +this test +2 +1 +exact +-50\.0% +1% {2}FAIL\n/);
  });
});

it('refuses what it cannot use, all at once, with exit code 2', async () => {
  const { code, stdout, stderr } = await place.mismatch([
    'validate',
    '--people',
    '0',
    '--seed',
    'x',
    '--scenario',
    'nowhere',
  ]);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  const lines = stderr.trimEnd().split('\n');
  expect(lines[0]).toBe('--seed: not a usable value; allowed: a whole number from 0 to 2^53 - 1; found: x');
  expect(lines[1]).toBe('--people: not a usable value; allowed: a whole number from 1 to 2^53 - 1; found: 0');
  expect(lines[2]).toContain('nowhere');
  expect(lines.length).toBe(3);
});
