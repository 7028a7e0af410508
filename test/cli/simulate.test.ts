/** The main job, end to end: the built command in a directory of its own, its files, its words, its exit codes. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plannedBytes } from '../../src/execution/memory.ts';
import { listScenarios, loadScenario } from '../../src/scenario/load.ts';
import { type Outcome, type Workplace, workplace } from './run-command.ts';

const builtIn = listScenarios()
  .map(({ id }) => id)
  .join(', ');
/** Gigabytes, rounded up to two digits. */
const leastMemory = Math.ceil(plannedBytes(loadScenario('irs-ice-2025'), 1) / 1e7) / 100;
const place: Workplace = workplace();
afterAll(() => place.clear());
const at = (...names: string[]) => join(place.path, ...names);

/** SHA-256 of every file of a run directory, but for the manifest, which holds times. */
function contents(run: string): Record<string, string> {
  const files = readdirSync(at(run), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.endsWith('manifest.json'))
      .map(
        (path) =>
          [
            path.slice(at(run).length + 1),
            createHash('sha256').update(readFileSync(path)).digest('hex'),
          ] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

describe('mismatch simulate', { timeout: 240_000 }, () => {
  let first: Outcome;
  let reference: Record<string, string>;
  beforeAll(async () => {
    first = await place.mismatch(['simulate', 'small.yaml', '--workers', '1', '--out', 'one']);
    reference = contents('one');
  }, 240_000);

  it('ends with a summary in plain words and the path of the report', () => {
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('US citizens');
    expect(first.stdout).toContain('model estimates for invented people under a stated rule');
    expect(first.stdout.trimEnd().split('\n').at(-1)).toBe('Report: one/report.html');
    for (const line of first.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(first.stderr).toMatch(/people linked/);
  });

  it('writes the run directory of the contract', () => {
    expect(Object.keys(reference)).toEqual(
      expect.arrayContaining(['charts/people-by-threshold.svg', 'curves.csv', 'report.html', 'summary.json']),
    );
    const manifest = JSON.parse(readFileSync(at('one', 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ complete: true, seed: 1, node: process.version });
    expect(manifest.wallSeconds).toBeGreaterThan(0);
    expect(manifest.peakRssBytes).toBeGreaterThan(10_000_000);
    expect(Object.keys(manifest.kernels)).toContain('jaro-winkler');
    for (const [name, hash] of Object.entries(manifest.files)) expect(reference[name]).toBe(hash);
    const summary = JSON.parse(readFileSync(at('one', 'summary.json'), 'utf8'));
    expect(summary).toMatchObject({ schemaVersion: 1, seed: 1, requests: { represented: 5000 } });
    expect(summary.headline.estimate).toMatchObject({
      matcher: 'jaro-winkler',
      threshold: 0.92,
      group: 'citizens',
    });
    expect(summary.zipAreas.simulated).toBeLessThan(summary.zipAreas.represented);
  });

  it('gives the same bytes with two workers', async () => {
    const { code } = await place.mismatch([
      'simulate',
      'small.yaml',
      '--workers',
      '2',
      '--out',
      'two',
      '--quiet',
    ]);
    expect(code).toBe(0);
    expect(contents('two')).toEqual(reference);
  });

  it.each([
    ['kill -9', 'SIGKILL' as const],
    ['Ctrl-C', 'SIGINT' as const],
  ])('goes on after %s and ends with the same bytes', async (name, signal) => {
    const out = `stopped-by-${signal}`;
    const stopped = await place.mismatch(
      ['simulate', 'small.yaml', '--workers', '2', '--out', out],
      (line) => (/^[1-8]0%/.test(line) ? signal : undefined),
    );
    const done = readdirSync(at(out, 'tallies')).length;
    expect(done, name).toBeGreaterThan(0);
    expect(existsSync(at(out, 'summary.json'))).toBe(false);
    if (signal === 'SIGINT') {
      expect(stopped.code).toBe(130);
      expect(stopped.stderr).toContain(`mismatch simulate --resume --out ${out}`);
    } else expect(stopped.signal).toBe('SIGKILL');

    const unfinished = await place.mismatch(['report', out]);
    expect(unfinished.code).toBe(2);
    expect(unfinished.stderr).toMatch(/the run is not finished; \d+ of \d+ shards are missing/);

    const resumed = await place.mismatch(['simulate', '--resume', '--out', out]);
    expect(resumed.code).toBe(0);
    expect(contents(out)).toEqual(reference);
  });

  it('goes on with the matchers and places that were chosen when it began', async () => {
    const chosen = ['--matchers', 'exact,levenshtein', '--places', 'zip'];
    const begin = ['simulate', 'small.yaml', ...chosen, '--workers', '2', '--out'];
    expect((await place.mismatch([...begin, 'chosen', '--quiet'])).code).toBe(0);
    const stopped = await place.mismatch([...begin, 'chosen-stopped'], (line) =>
      /^[1-8]0%/.test(line) ? 'SIGINT' : undefined,
    );
    expect(stopped.code).toBe(130);
    const refused = await place.mismatch([
      'simulate',
      '--resume',
      '--out',
      'chosen-stopped',
      '--matchers',
      'exact',
    ]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toBe(
      '--resume --out: goes on with the run as it was begun; allowed: no --matchers\n',
    );
    const resumed = await place.mismatch(['simulate', '--resume', '--out', 'chosen-stopped', '--quiet']);
    expect(resumed).toMatchObject({ code: 0, stderr: '' });
    expect(contents('chosen-stopped')).toEqual(contents('chosen'));
    const { estimates } = JSON.parse(readFileSync(at('chosen-stopped', 'summary.json'), 'utf8')) as {
      readonly estimates: readonly { readonly matcher: string; readonly place: string }[];
    };
    const compared = estimates.filter(({ matcher }) => !matcher.startsWith('procedure:'));
    expect(new Set(compared.map(({ matcher }) => matcher))).toEqual(new Set(['exact', 'levenshtein']));
    expect(new Set(compared.map(({ place: scope }) => scope))).toEqual(new Set(['zip']));
  });

  it('renders again from the tallies what was deleted or changed', async () => {
    rmSync(at('two', 'report.html'));
    writeFileSync(at('two', 'summary.json'), 'changed');
    const { code } = await place.mismatch(['report', 'two', '--quiet']);
    expect(code).toBe(0);
    expect(contents('two')).toEqual(reference);
  });

  it('does not take a run for finished that was stopped between its last shard and its report', async () => {
    const manifest = JSON.parse(readFileSync(at('two', 'manifest.json'), 'utf8'));
    const begun = { ...manifest, realised: [], complete: false, files: {} };
    writeFileSync(at('two', 'manifest.json'), JSON.stringify(begun));
    rmSync(at('two', 'summary.json'));
    const refused = await place.mismatch(['report', 'two']);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('go on with mismatch simulate --resume --out two');
    expect((await place.mismatch(['simulate', '--resume', '--out', 'two', '--quiet'])).code).toBe(0);
    expect(contents('two')).toEqual(reference);
  });

  it('names a damaged or foreign tally and refuses it', async () => {
    const [tally] = readdirSync(at('two', 'tallies')) as [string];
    const bytes = readFileSync(at('two', 'tallies', tally));
    writeFileSync(at('two', 'tallies', tally), bytes.subarray(0, bytes.length - 9));
    const damaged = await place.mismatch(['report', 'two']);
    expect(damaged).toMatchObject({ code: 2, stdout: '' });
    expect(damaged.stderr).toBe(
      `two/tallies/${tally}: damaged tally; its bytes do not unpack; delete it to have it made again\n`,
    );
    rmSync(at('two', 'tallies', tally));
    expect((await place.mismatch(['simulate', '--resume', '--out', 'two', '--quiet'])).code).toBe(0);
    expect(contents('two')).toEqual(reference);
  });

  it('prints one JSON document with --json, and nothing with --quiet', async () => {
    const json = await place.mismatch(['report', 'one', '--json']);
    expect(JSON.parse(json.stdout)).toEqual(JSON.parse(readFileSync(at('one', 'summary.json'), 'utf8')));
    expect(await place.mismatch(['report', 'one', '--quiet'])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('another seed is another roll of the dice', async () => {
    const { code } = await place.mismatch([
      'simulate',
      'small.yaml',
      '--quick',
      '--seed',
      '2',
      '--out',
      'seed-2',
      '--quiet',
    ]);
    expect(code).toBe(0);
    expect(contents('seed-2')['summary.json']).not.toBe(reference['summary.json']);
  });

  it('never overwrites a run without --force', async () => {
    const refused = await place.mismatch(['simulate', 'small.yaml', '--quick', '--out', 'one']);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toBe(
      'one: holds a run already; allowed: --resume to go on with it, --force to start over, or another --out\n',
    );
    expect(contents('one')).toEqual(reference);
    expect(
      (await place.mismatch(['simulate', 'small.yaml', '--quick', '--out', 'one', '--force', '--quiet']))
        .code,
    ).toBe(0);
    expect(contents('one')).not.toEqual(reference);
  });
});

describe('what cannot be used', () => {
  it.each<[string, string[], string[]]>([
    [
      'an unknown scenario',
      ['simulate', 'nope'],
      [`unknown scenario; allowed: ${builtIn}, or the path of a YAML file; found: "nope"`],
    ],
    [
      'several arguments, all at once',
      ['simulate', '--seed', '-1', '--zips', '1.5', '--workers', 'x'],
      [
        '--seed: not a usable value; allowed: a whole number from 0 to 2^53 - 1; found: -1',
        '--zips: not a usable value; allowed: a share above 0, up to 1; found: 1.5',
        '--workers: not a usable value; allowed: a whole number from 1 to 256; found: x',
      ],
    ],
    [
      'more requests than there are',
      ['simulate', 'small.yaml', '--requests', '5001'],
      ['--requests: more than there are; allowed: up to 5000; found: 5001'],
    ],
    [
      'less memory than a run takes',
      ['simulate', '--memory', '0.1'],
      [`--memory: too little for this run; allowed: ${leastMemory} or more; found: 0.1`],
    ],
    [
      'a directory that is a file',
      ['simulate', '--out', 'small.yaml/run'],
      ['small.yaml/run: cannot be written; a part of the path is a file'],
    ],
    [
      'a directory that holds something else',
      ['simulate', '--out', '.', '--force'],
      ['.: holds something else; allowed: a new or empty directory, or one that simulate made'],
    ],
    [
      'nothing to resume',
      ['simulate', '--resume'],
      ['--resume: no interrupted run of irs-ice-2025 under runs/; allowed: --out <dir> of one'],
    ],
    [
      'no run directory',
      ['report', 'nowhere'],
      [
        'nowhere/manifest.json: not a run directory; allowed: a directory that simulate made; found: no manifest.json',
      ],
    ],
  ])('%s', async (_, args, lines) => {
    const { code, stdout, stderr } = await place.mismatch(args);
    expect({ code, stdout, lines: stderr.trimEnd().split('\n') }).toEqual({ code: 2, stdout: '', lines });
  });

  it('an unknown command or option, with the nearest', async () => {
    const command = await place.mismatch(['simulat']);
    expect(command).toMatchObject({ code: 2 });
    expect(command.stderr).toContain('Did you mean simulate?');
    expect((await place.mismatch(['simulate', '--quik'])).code).toBe(2);
  });
});

describe('the lists', () => {
  it.each(['matchers', 'comparators', 'corruptions', 'scenarios', 'evidence'])(
    '%s, as text and as JSON',
    async (list) => {
      const [text, json] = await Promise.all([place.mismatch([list]), place.mismatch([list, '--json'])]);
      expect(text.code).toBe(0);
      const entries = Object.values(JSON.parse(json.stdout) as Record<string, { id: string }[]>)[0]!;
      expect(entries.length).toBeGreaterThan(0);
      for (const { id } of entries) expect(text.stdout).toContain(id);
    },
  );
});
