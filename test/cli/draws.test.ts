/** Draws of the uncertain parameters, end to end: the same bytes whatever the workers and interruptions. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/estimation/summary.ts';
import { type Outcome, type Workplace, workplace } from './run-command.ts';

const place: Workplace = workplace();
afterAll(() => place.clear());
const at = (...names: string[]) => join(place.path, ...names);
const summaryIn = (run: string) => readFileSync(at(run, 'summary.json'), 'utf8');
const manifestIn = (...run: string[]) => JSON.parse(readFileSync(at(...run, 'manifest.json'), 'utf8'));

/** Half of the requested are in the file, so that a few ZIP areas hold some correct matches in every draw. */
const scenario = `
extends: small.yaml
id: drawn
sampling: { quickZipShare: 0.1, drawZipShare: 0.05 }
matching: { matchers: [jaro-winkler], places: [zip], rules: [all], procedures: [] }
requests:
  count: { mode: 5000, low: 4000, high: 5000, assumption: for a test }
  men: { mode: 0.6, assumption: for a test }
  inTaxpayerFile: { mode: 0.5, low: 0.4, high: 0.6, assumption: for a test }
  informationAgeYears: { mode: 1, low: 0.5, high: 2, assumption: for a test }
  tin:
    held:
      inFile: { mode: 0, assumption: for a test }
      outsideFile: { mode: 0, assumption: for a test }
corruption:
  agency:
    rates:
      tin-digit-error: { mode: 0.5, assumption: nobody has a number }
`;
const args = (out: string, workers: number) => [
  'simulate',
  'drawn.yaml',
  '--quick',
  '--draws',
  '2',
  '--workers',
  String(workers),
  '--out',
  out,
];

describe('mismatch simulate --draws', { timeout: 600_000 }, () => {
  let first: Outcome;
  let summary: Summary;
  beforeAll(async () => {
    writeFileSync(at('drawn.yaml'), scenario);
    first = await place.mismatch(args('one', 1));
    summary = JSON.parse(summaryIn('one'));
  }, 600_000);

  it('tells chance, ignorance and both of the main estimates', () => {
    expect(first.code).toBe(0);
    expect(summary.command).toMatch(/ --draws 2$/);
    expect(summary.draws).toMatchObject({ count: 2, zipShare: 0.05 });
    expect(summary.draws!.parameters).toBeGreaterThan(200);
    const correct = summary.draws!.estimates.find(
      ({ matcher, measure }) => matcher === 'jaro-winkler' && measure === 'requests-correctly-matched',
    )!;
    expect(correct.ignorance!.low).toBeLessThanOrEqual(correct.ignorance!.high);
    expect(correct.both!.high).toBeGreaterThan(correct.both!.low);
    const same = summary.estimates.find(
      (each) =>
        each.matcher === correct.matcher && each.measure === correct.measure && each.threshold === 0.92,
    )!;
    expect(correct).toMatchObject({ estimate: same.estimate, chance: { low: same.low, high: same.high } });
  });

  it('says so in words, in the terminal and in the report', () => {
    expect(first.stdout).toContain('HOW SURE: CHANCE, ASSUMPTIONS, BOTH');
    for (const line of first.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(first.stderr).toContain('2 of 2 draws simulated');
    const html = readFileSync(at('one', 'report.html'), 'utf8');
    expect(html).toContain('Two kinds of doubt, apart and together');
  });

  it('keeps what could not be done, not only on stderr', () => {
    const [warning] = summary.warnings;
    expect(warning).toMatch(/^tin-digit-error: a rate of 0\.5\d* cannot be met/);
    expect(first.stderr).toContain(warning);
    expect(readFileSync(at('one', 'report.html'), 'utf8')).toContain(warning);
    expect(manifestIn('one').warnings).toEqual(summary.warnings);
  });

  it('keeps the numbers drawn: those of a draw are those of its own scenario', () => {
    const { values } = manifestIn('one').draws;
    expect(Object.keys(values)).toHaveLength(summary.draws!.parameters);
    expect(values['requests.men']).toBeUndefined();
    expect(values['requests.inTaxpayerFile']).toHaveLength(2);
    for (const draw of [1, 2]) {
      const { scenario: drawn, complete, shards } = manifestIn('one', 'draws', String(draw));
      expect(complete).toBe(true);
      expect(values['requests.inTaxpayerFile'][draw - 1]).toBe(drawn.requests.inTaxpayerFile.value);
      const areas = (all: { zipAreas: number[] }[]) => all.flatMap(({ zipAreas }) => zipAreas).sort();
      expect(areas(shards)).toEqual(areas(manifestIn('one', 'draws', '0').shards));
    }
  });

  it('gives the same bytes with two workers, and rendered again', async () => {
    expect((await place.mismatch([...args('two', 2), '--quiet'])).code).toBe(0);
    expect(summaryIn('two')).toBe(summaryIn('one'));
    writeFileSync(at('two', 'summary.json'), 'changed');
    expect((await place.mismatch(['report', 'two', '--quiet'])).code).toBe(0);
    expect(summaryIn('two')).toBe(summaryIn('one'));
  });

  it('goes on after kill -9 between two draws, and keeps those done', async () => {
    const stopped = await place.mismatch(args('stopped', 1), (line) =>
      /^1 of 2 draws/.test(line) ? 'SIGKILL' : undefined,
    );
    expect(stopped.signal).toBe('SIGKILL');
    expect(existsSync(at('stopped', 'summary.json'))).toBe(false);
    expect(readdirSync(at('stopped', 'draws'))).toEqual(expect.arrayContaining(['0', '1']));
    const refused = await place.mismatch(['report', 'stopped']);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(
      /^stopped: the run is not finished; .*: go on with mismatch simulate --resume --out stopped\n$/,
    );
    const resumed = await place.mismatch(['simulate', '--resume', '--out', 'stopped']);
    expect(resumed.code).toBe(0);
    expect(summaryIn('stopped')).toBe(summaryIn('one'));
  });

  it('ends where no draw can be simulated, and names why', async () => {
    writeFileSync(
      at('crowded.yaml'),
      'extends: drawn.yaml\nid: crowded\nrequests: { count: { mode: 5000, low: 5000, high: 900000, distribution: uniform, assumption: for a test } }\n',
    );
    const { code, stderr } = await place.mismatch([
      'simulate',
      'crowded.yaml',
      '--quick',
      '--draws',
      '2',
      '--quiet',
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^draw 1: requests: too many for the taxpayer file; .*\(and \d+ more such\); narrow the range of what it concerns, or say distribution: fixed\n$/,
    );
  });
});

it('refuses a number of draws that is none', async () => {
  const { code, stderr } = await place.mismatch(['simulate', '--draws', '1']);
  expect(code).toBe(2);
  expect(stderr).toBe('--draws: not a usable value; allowed: a whole number from 2 to 10000; found: 1\n');
});
