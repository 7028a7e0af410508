/** `mismatch generate`, end to end: the built command in a directory of its own. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCsv, readParquet } from '../export/read-back.ts';
import { workplace } from './run-command.ts';

const place = workplace();
afterAll(() => place.clear());
const at = (...names: string[]) => join(place.path, ...names);
const generate = (...args: string[]) => place.mismatch(['generate', 'small.yaml', ...args]);

describe('mismatch generate', () => {
  it('writes a small part of the country where nothing is said, and says so', async () => {
    const { code, stdout, stderr } = await generate();
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stderr).toContain('0.001 of the ZIP areas; --zips <share> or --state <XX>');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('SYNTHETIC, nobody is real: synthetic/small-1');
    expect(readdirSync(at('synthetic/small-1')).toSorted()).toEqual([
      'SYNTHETIC.txt',
      'requests.csv',
      'taxpayer-truth.csv',
      'taxpayers.csv',
      'truth.csv',
    ]);
  });

  it('writes the whole of a state, the same rows in either format', async () => {
    const told = await generate('--state', 'nm', '--out', 'nm', '--json', '--quiet');
    expect(told).toMatchObject({ code: 0, stderr: '' });
    const { files, ...rest } = JSON.parse(told.stdout);
    expect(rest).toMatchObject({ synthetic: true, seed: 1, format: 'csv', directory: 'nm' });
    const taxpayers = readCsv(at('nm/taxpayers.csv'));
    expect(files[0]).toMatchObject({ name: 'taxpayers.csv', rows: taxpayers.length });
    expect(new Set(taxpayers.map((row) => row['state']))).toEqual(new Set(['NM']));
    expect(readCsv(at('nm/requests.csv')).length).toBeGreaterThan(0);

    await generate('--state', 'NM', '--format', 'parquet', '--out', 'nm', '--force', '--quiet');
    expect(existsSync(at('nm/taxpayers.csv'))).toBe(false);
    expect(await readParquet(at('nm/taxpayers.parquet'))).toEqual(taxpayers);
  });

  it('takes a share of a state, and a limited number of requests', async () => {
    const { code, stderr } = await generate(
      '--state',
      'NM',
      '--zips',
      '0.1',
      '--requests',
      '2',
      '--out',
      'few',
    );
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stderr).toMatch(/seed 1, \d+ of \d+ ZIP areas of NM, [\d,]+ taxpayers/);
    expect(readCsv(at('few/requests.csv')).length).toBeLessThanOrEqual(2);
  });

  it('tells all mistakes at once, a line each, and writes nothing', async () => {
    const wrong = ['--zips', '2', '--requests', '1.5', '--state', 'XX', '--format', 'parqet', '--seed', '-1'];
    const { code, stderr } = await generate(...wrong, '--out', 'wrong');
    expect(code).toBe(2);
    expect(stderr.trimEnd().split('\n')).toEqual([
      '--seed: not a usable value; allowed: a whole number from 0 to 2^53 - 1; found: -1',
      '--zips: not a usable value; allowed: a share above 0, up to 1; found: 2',
      '--requests: not a usable value; allowed: a whole number from 0 to 5000; found: 1.5',
      '--format: unknown file format; allowed: csv, parquet, duckdb; found: parqet; did you mean parquet?',
      expect.stringMatching(/^--state: unknown state; allowed: AK, AL, .*WY; found: XX$/),
    ]);
    expect(existsSync(at('wrong'))).toBe(false);
  });

  it.each([
    ['nonsense', [], /^unknown scenario; .*found: "nonsense"$/],
    ['small.yaml', ['--out', '.'], /^--out: not empty; .* --force .*; found: \.$/],
    [
      'small.yaml',
      ['--out', 'small.yaml/x'],
      /^small\.yaml\/x: cannot be written; a part of the path is a file$/,
    ],
    ['small.yaml', ['--requests', '-3'], /^--requests: not a usable value; .* found: -3$/],
    ['small.yaml', ['--zips', '0'], /^--zips: not a usable value; .* found: 0$/],
    ['small.yaml', ['--state', 'GU'], /^--state: .* found: GU$/],
  ])('refuses %s %j in one line', async (scenario, args, line) => {
    const { code, stderr } = await place.mismatch(['generate', scenario, ...args, '--quiet']);
    expect({ code, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 2, lines: 1 });
    expect(stderr.trimEnd()).toMatch(line);
  });

  it('leaves nothing when interrupted', async () => {
    const kill = (line: string) => (line.startsWith('10%') ? ('SIGINT' as const) : undefined);
    const { code, stderr } = await place.mismatch(
      ['generate', 'small.yaml', '--zips', '0.5', '--out', 'new/stopped'],
      kill,
    );
    expect({ code, last: stderr.trimEnd().split('\n').at(-1) }).toEqual({
      code: 130,
      last: 'interrupted; nothing was written',
    });
    expect(existsSync(at('new'))).toBe(false);
  });

  it('with --force keeps what is not its own', async () => {
    writeFileSync(at('few/notes.txt'), 'mine');
    const args = ['--state', 'NM', '--zips', '0.1', '--out', 'few', '--force', '--quiet'];
    expect(await generate(...args)).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(at('few/notes.txt'), 'utf8')).toBe('mine');
  });
});
