/** Tallies on disk that cannot be used are named, all of them, and nothing is made of them. */

import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRunDirectory, type RunDirectory, tallyKey } from '../../src/execution/run-directory.ts';
import { countPlan } from '../../src/execution/run-plan.ts';
import { readTallies } from '../../src/execution/stored-tallies.ts';
import { emptyTally, encodeTally, type Tally } from '../../src/linkage/tally.ts';
import { InputError } from '../../src/scenario/input-error.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const counts = countPlan(loadScenario('irs-ice-2025'));
const RUN = 'this run';
const shards = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));

let path: string;
let directory: RunDirectory;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'mismatch-test-'));
  directory = createRunDirectory(join(path, 'run'), false);
});
afterEach(() => rmSync(path, { recursive: true }));

function tallyOf(taxpayers: number): Tally {
  return { ...emptyTally(counts), zipAreas: 1, taxpayers };
}
const write = (id: string, taxpayers: number, key = tallyKey(RUN, id)) =>
  directory.writeTally(id, encodeTally(tallyOf(taxpayers), key));

function read() {
  const found: Record<string, number> = {};
  const missing = readTallies(directory, RUN, counts, shards, ({ id }, { taxpayers }) => {
    found[id] = taxpayers;
  });
  return { found, missing: missing.map(({ id }) => id) };
}

describe('stored tallies', () => {
  it('are read where they stand, and the others listed', () => {
    expect(directory.hasTallies()).toBe(false);
    expect(read()).toEqual({ found: {}, missing: ['a', 'b', 'c', 'd', 'e'] });
    write('b', 7);
    write('d', 8);
    expect(directory.hasTallies()).toBe(true);
    expect(read()).toEqual({ found: { b: 7, d: 8 }, missing: ['a', 'c', 'e'] });
  });

  it('are named, all of them, where they are damaged, of another run or of another shard', () => {
    write('a', 1);
    directory.writeTally('b', directory.readTally('a')!.subarray(0, 30));
    write('c', 3, tallyKey('another run', 'c'));
    write('d', 4);
    renameSync(directory.tallyPath('d'), directory.tallyPath('e'));
    writeFileSync(directory.tallyPath('d'), '');
    const line = (id: string, problem: string) =>
      `${directory.tallyPath(id)}: ${problem}; delete it to have it made again`;
    try {
      read();
      expect.unreachable('they were taken');
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      const { problems } = error as InputError;
      const damaged = 'damaged tally; its bytes do not unpack';
      expect(problems.map((problem) => problem.replace(/foreign tally; [^;]*/, 'foreign tally'))).toEqual([
        line('b', damaged),
        line('c', 'foreign tally'),
        line('d', damaged),
        line('e', 'foreign tally'),
      ]);
    }
  });
});

describe('a run directory', () => {
  it('of a run that was killed before it said what it is can be begun again', () => {
    expect(createRunDirectory(join(path, 'run'), false).path).toBe(join(path, 'run'));
    writeFileSync(join(path, 'run', 'manifest.json.unfinished'), '{');
    expect(createRunDirectory(join(path, 'run'), false).path).toBe(join(path, 'run'));
    write('a', 1);
    expect(() => createRunDirectory(join(path, 'run'), true)).toThrow('holds something else');
  });
});
