/** A user's own matcher: a good one is used as it is, a bad one gets one line that names it. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BUDGET_MILLISECONDS, loadMatcher } from '../../src/matching/own-matcher.ts';
import { InputError } from '../../src/scenario/input-error.ts';
import { personRecord } from './person-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'own-matcher-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function written(code: string): string {
  const path = join(folder, `matcher-${files++}.mjs`);
  writeFileSync(path, code);
  return path;
}

/** A clock that runs by so much at every look. */
function clock(step: number): () => number {
  let time = 0;
  return () => {
    time += step;
    return time;
  };
}

const matcher = (score: string, explain = '{ score: this.score(a, b), fields: [], text: "because" }') =>
  written(`export default { id: 'mine', score(a, b) { ${score} }, explain(a, b) { return ${explain}; } };`);

describe('a good matcher', () => {
  it('is used as it is', async () => {
    const mine = await loadMatcher(
      matcher('return a.surname !== "" && a.surname === b.surname ? 1 : 0;'),
      clock(1),
    );
    expect(mine.id).toBe('mine');
    expect(mine.score(personRecord(), personRecord())).toBe(1);
    expect(mine.score(personRecord(), personRecord({ surname: 'LOPEZ' }))).toBe(0);
    expect(mine.explain(personRecord(), personRecord())).toEqual({ score: 1, fields: [], text: 'because' });
  });

  it('that fails on data of its own kind fails with its name', async () => {
    const path = matcher('if (a.zip === "99999") throw new Error("no such place"); return 0.5;');
    const mine = await loadMatcher(path, clock(1));
    expect(() => mine.score(personRecord({ zip: '99999' }), personRecord())).toThrow(
      `matcher ${path} threw while scoring a pair; allowed: a score for any two records; found: no such place`,
    );
  });
});

describe('a bad matcher', () => {
  it.each([
    [
      'throws',
      () => matcher('return a.surname.nothing.length;'),
      /threw while scoring a pair; .*found: Cannot read/,
    ],
    [
      'gives NaN',
      () => matcher('return 0 / 0;'),
      /gave a score that is none; allowed: a number from 0 to 1; found: NaN$/,
    ],
    ['leaves [0, 1]', () => matcher('return 1.5;'), /found: 1\.5$/],
    ['gives a word', () => matcher('return "yes";'), /found: a string$/],
    ['gives nothing', () => matcher(''), /found: undefined$/],
    [
      'changes its mind',
      () => matcher('return (this.n = (this.n ?? 0) + 1) % 7 / 7;'),
      /scores the same pair differently/,
    ],
    ['writes to the records', () => matcher('a.surname = ""; return 0;'), /threw while scoring a pair/],
    [
      'explains another score',
      () => matcher('return 0.5;', '{ score: 0.25 }'),
      /explains another score than it gives/,
    ],
    [
      'has no default export',
      () => written('export const score = 1;'),
      /is no matcher; .*found: no default export$/,
    ],
    [
      'has no explain',
      () => written('export default { score() { return 1; } };'),
      /is no matcher; .*found: object with score$/,
    ],
    ['does not parse', () => written('export default {'), /cannot be loaded; allowed: an ES module; found: /],
    ['is not there', () => join(folder, 'nothing.mjs'), /cannot be loaded/],
  ])('that %s gets one line that names it', async (_, path, message) => {
    const file = path();
    const error = await loadMatcher(file, clock(0)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    const { problems } = error as InputError;
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
    expect(problems[0]!.startsWith(`matcher ${file} `)).toBe(true);
    expect(problems[0]).not.toContain('\n');
  });

  it('that takes longer than the budget is too slow', async () => {
    const slow = clock(BUDGET_MILLISECONDS * 1000);
    await expect(loadMatcher(matcher('return 0.5;'), slow)).rejects.toThrow(
      /is too slow; allowed: 1 ms a pair; found: [0-9.]+ ms a pair$/,
    );
  });
});
