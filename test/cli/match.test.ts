/** `mismatch match` and `mismatch evaluate`, end to end: the built command on files of every kind. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isDuckDbInstalled } from '../../src/export/duckdb.ts';
import { readCsv, readDuckDb, readParquet } from '../export/read-back.ts';
import { workplace } from './run-command.ts';

const place = workplace();
afterAll(() => place.clear());
const at = (name: string) => join(place.path, name);

writeFileSync(
  at('requests.csv'),
  'record_id,given_name,surname,zip\nR1,MARIA,GARCIA,62701\nR2,JOSE,LOPEZ,62701\nR2,JOSE,LOPEZ,62701\n=R3,ANA,RUIZ,87101\n',
);
writeFileSync(
  at('taxpayers.csv'),
  'id,first,last,postcode\nT2,MARIA,GARZIA,62701\nT1,MARIA,GARCIA,62701\nT3,JOSE,LOPES,62701\nT4,ANA,RUIZ,87101\nT5,ANA,RUIZ\n',
);
writeFileSync(at('truth.csv'), 'request_id,taxpayer_id,group\nR1,T1,a\nR2,,a\n=R3,T4,b\n');
const names = ['--map-taxpayers', 'record_id=id,given_name=first,surname=last,zip=postcode'];
const match = (...args: string[]) =>
  place.mismatch(['match', 'requests.csv', 'taxpayers.csv', ...names, ...args]);

describe('mismatch match', () => {
  it('links files of other column names, and keeps what it cannot use', async () => {
    const { code, stdout, stderr } = await match('--threshold', '0.9', '--truth', 'truth.csv');
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout).toBe('4 links: links.csv\n');
    expect(stderr).toContain('3 requests, 4 taxpayers');
    expect(stderr).toContain('2 rows cannot be used, for reasons in rejects.csv');
    expect(stderr).toContain('7 pairs are in the same ZIP area, 58.3% of all');
    expect(stderr).toContain('of 2 true pairs in both files 0 are not in the same ZIP area');
    const links = readCsv(at('links.csv'));
    expect(links.map((row) => [row['request_id'], row['taxpayer_id']])).toEqual([
      ['R1', 'T1'],
      ['R1', 'T2'],
      ['R2', 'T3'],
      ["'=R3", 'T4'],
    ]);
    expect(links[0]!['score']).toBe('1');
    expect(readCsv(at('rejects.csv'))).toEqual([
      { file: 'requests.csv', line: '4', reason: 'record_id R2 is that of an earlier row' },
      { file: 'taxpayers.csv', line: '6', reason: 'ragged: 3 cells where the header has 4' },
    ]);
  });

  it('replaces files only when told to, and writes Parquet as well', async () => {
    const refused = await match();
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr.trimEnd().split('\n')).toEqual([
      '--out: there already; allowed: a new file, or --force to replace it; found: links.csv',
      '--out: there already; allowed: a new file, or --force to replace it; found: rejects.csv',
    ]);
    const { code, stdout } = await match('--rule', 'best', '--out', 'new/links.parquet', '--json', '--quiet');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      links: 3,
      rejected: 2,
      rejects: 'new/rejects.csv',
      place: 'zip',
    });
    expect((await readParquet(at('new/links.parquet')))[2]).toEqual({
      request_id: '=R3',
      taxpayer_id: 'T4',
      score: '1',
    });
  });

  it.skipIf(!isDuckDbInstalled())('writes a DuckDB database, which it evaluates', async () => {
    const { code, stderr } = await match('--out', 'base/links.duckdb', '--truth', 'truth.csv', '--quiet');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const sql = 'SELECT request_id, taxpayer_id, score >= 0.92 AS high FROM links WHERE score = 1';
    expect(await readDuckDb(at('base/links.duckdb'), sql)).toEqual([
      { request_id: 'R1', taxpayer_id: 'T1', high: 'true' },
      { request_id: '=R3', taxpayer_id: 'T4', high: 'true' },
    ]);
    expect(readdirSync(at('base')).toSorted()).toEqual(['links.duckdb', 'rejects.csv']);
    const evaluated = await place.mismatch(['evaluate', 'base/links.duckdb', 'truth.csv', '--json']);
    expect(JSON.parse(evaluated.stdout).oneToMany).toMatchObject({ links: 4, correct: 2 });
  });

  it('takes a matcher of the user', async () => {
    const score = '(a, b) => (a.givenName === b.givenName ? 0.95 : 0)';
    writeFileSync(
      at('mine.mjs'),
      `const score = ${score};\nexport default { score, explain: (a, b) => ({ score: score(a, b), fields: [], text: '' }) };\n`,
    );
    const { code, stderr } = await match(
      '--matcher',
      './mine.mjs',
      '--place',
      'nation',
      '--out',
      'mine.csv',
      '--force',
    );
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(readCsv(at('mine.csv')).length).toBe(4);
  });

  it('gives the same bytes whatever the number of threads, at every place', async () => {
    const rows = (side: string) =>
      Array.from(
        { length: 4000 },
        (_, i) =>
          `${side}${i},ANA${(i * 31) % 83},RUIZ${(i * 37) % 211},NM,8710${i % 3},1980-01-0${1 + (i % 9)}\n`,
      );
    for (const side of ['a', 'b']) {
      const header = 'record_id,given_name,surname,state,zip,date_of_birth\n';
      writeFileSync(at(`${side}.csv`), header + rows(side).join(''));
    }
    for (const asked of [
      ['--place', 'zip'],
      ['--place', 'nation', '--date-of-birth', 'veto'],
      ['--place', 'state', '--matcher', './mine.mjs', '--threshold', '0.95', '--rule', 'best'],
    ]) {
      const linksBy = async (workers: string) => {
        const out = `by-${workers}/links.csv`;
        const { code, stderr } = await place.mismatch([
          'match',
          'a.csv',
          'b.csv',
          ...asked,
          '--workers',
          workers,
          '--out',
          out,
          '--force',
        ]);
        expect({ code, stderr }).toMatchObject({ code: 0 });
        return readFileSync(at(out), 'utf8');
      };
      const alone = await linksBy('1');
      expect(alone.split('\n').length).toBeGreaterThan(1000);
      expect(await linksBy('3')).toBe(alone);
    }
  });

  it('takes date of birth as evidence, and asks for its column', async () => {
    const header = 'record_id,given_name,surname,zip,date_of_birth\n';
    writeFileSync(at('born-r.csv'), `${header}R1,MARIA,GARCIA,62701,1980-05-17\n`);
    writeFileSync(
      at('born-t.csv'),
      `${header}T1,MARIA,GARCIA,62701,1980-05-17\nT2,MARIA,GARCIA,62701,1971-02-03\nT3,MARIA,GARCIA,62701,\n`,
    );
    const linked = async (use: string) => {
      const asked = [
        'match',
        'born-r.csv',
        'born-t.csv',
        '--date-of-birth',
        use,
        '--out',
        'born.csv',
        '--force',
      ];
      const { code, stdout } = await place.mismatch([...asked, '--json', '--quiet']);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ matcher: 'jaro-winkler', dateOfBirth: use });
      return readCsv(at('born.csv')).map((row) => [row['taxpayer_id'], row['score']]);
    };
    expect(await linked('veto')).toEqual([
      ['T1', '1'],
      ['T3', '1'],
    ]);
    expect(await linked('require')).toEqual([['T1', '1']]);
    const refused = await match('--tin', 'veto', '--date-of-birth', 'maybe', '--force');
    expect(refused.stderr).toBe('--date-of-birth: unknown; allowed: veto, require, weigh; found: maybe\n');
    expect((await match('--tin', 'veto', '--force')).stderr).toContain('no column tin; allowed');
  });

  it('weighs a rare name more, or all alike, and says which', async () => {
    const header = 'record_id,given_name,surname,zip\n';
    for (const side of ['R', 'T']) {
      const rows = `${side}1,MARIA,GARCIA,62701\n${side}2,MARIA,QUACKENBUSH,62701\n`;
      writeFileSync(at(`frequencies-${side}.csv`), header + rows);
    }
    const scores = async (...frequencies: string[]) => {
      const asked = ['match', 'frequencies-R.csv', 'frequencies-T.csv', '--matcher', 'fellegi-sunter'];
      const out = ['--threshold', '0.01', '--out', 'frequencies.csv', '--force', '--json'];
      const { code, stdout, stderr } = await place.mismatch([...asked, ...frequencies, ...out]);
      expect(code).toBe(0);
      const links = readCsv(at('frequencies.csv'));
      expect(links.map((row) => `${row['request_id']} ${row['taxpayer_id']}`)).toEqual(['R1 T1', 'R2 T2']);
      const [common, rare] = links.map(({ score }) => Number(score));
      return { common: common!, rare: rare!, told: JSON.parse(stdout).frequencies, stderr };
    };
    const none = await scores('--frequencies', 'none');
    expect(none).toMatchObject({ told: 'none', common: none.rare });
    expect(none.stderr).not.toContain('a rare one more');
    const national = await scores('--frequencies', 'national');
    expect(national.told).toBe('national');
    expect(national.stderr).toContain('the share of people who bear it, a rare one more');
    expect(national.common).toBeLessThan(none.common);
    expect(national.rare).toBeGreaterThan(none.rare);
    expect(await scores()).toMatchObject({ ...national, stderr: expect.any(String) });
    expect((await match('--frequencies', 'none', '--force')).stderr).toBe(
      '--frequencies: only of one matcher; allowed: --matcher fellegi-sunter; found: jaro-winkler\n',
    );
  });

  it('tells all mistakes at once, a line each, and writes nothing', async () => {
    const wrong = [
      '--matcher',
      'jaro',
      '--place',
      'zp',
      '--rule',
      'first',
      '--threshold',
      '0',
      '--map',
      'name=x',
    ];
    const { code, stderr } = await match(...wrong, '--out', 'wrong/links.txt');
    expect(code).toBe(2);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^--matcher: unknown; allowed: exact, .*; found: jaro/),
      '--place: unknown; allowed: nation, state, zip, address; found: zp; did you mean zip?',
      '--rule: unknown; allowed: all, best, unique; found: first',
      '--threshold: not a usable value; allowed: a score above 0, up to 1; found: 0',
      expect.stringMatching(/^--map: unknown field; allowed: record_id, .*; found: name/),
      '--out: unknown ending; allowed: .csv, .parquet, .duckdb; found: wrong/links.txt',
    ]);
    expect(existsSync(at('wrong'))).toBe(false);
  });

  it('tells of a missing column before anything is written', async () => {
    const { code, stderr } = await place.mismatch([
      'match',
      'requests.csv',
      'taxpayers.csv',
      '--out',
      'none/l.csv',
    ]);
    expect(code).toBe(2);
    expect(stderr.trimEnd().split('\n').length).toBe(4);
    expect(stderr).toMatch(
      /^taxpayers\.csv:1: no column record_id; allowed: that column, or --map record_id=<column>/,
    );
    expect(existsSync(at('none'))).toBe(false);
  });

  it('leaves nothing when interrupted', async () => {
    const rows = (side: string) =>
      Array.from({ length: 20_000 }, (_, i) => `${side}${i},ANA${i % 50},N${(i * 7919) % 20_011}X${i},1\n`);
    for (const side of ['r', 't'])
      writeFileSync(at(`${side}.csv`), `record_id,given_name,surname,zip\n${rows(side).join('')}`);
    const kill = (line: string) => (line.includes('pairs are in') ? ('SIGINT' as const) : undefined);
    const { code, stderr } = await place.mismatch(
      ['match', 'r.csv', 't.csv', '--threshold', '0.5', '--out', 'stopped/links.csv'],
      kill,
    );
    expect({ code, last: stderr.trimEnd().split('\n').at(-1) }).toEqual({
      code: 130,
      last: 'interrupted; nothing was written',
    });
    expect(existsSync(at('stopped'))).toBe(false);
  });
});

describe('mismatch evaluate', () => {
  const evaluate = (...args: string[]) => place.mismatch(['evaluate', 'ours.csv', 'truth.csv', ...args]);
  writeFileSync(
    at('ours.csv'),
    "request_id,taxpayer_id,score\nR1,T1,1\nR1,T2,0.93\nR2,T3,0.95\n'=R3,T4,1\nR9,T1,0.9\n",
  );

  it('prints measures with intervals, and what the files hold beside them', async () => {
    const { code, stdout, stderr } = await evaluate();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^precision +0\.5 \(0\.\d+ to 0\.\d+\) +0\.667 \(/m);
    expect(stdout).toMatch(/^recall +1 \(0\.158 to 1\) +1 \(0\.158 to 1\)$/m);
    expect(stdout).toMatch(/^requests with any wrong link +2 of 3 \(/m);
    expect(stdout).toMatch(/^links of requests that the truth does not have, left out: 1$/m);
  });

  it('says the same as one JSON document, by threshold and group', async () => {
    const { stdout } = await evaluate('--thresholds', '0.9:1:0.05', '--group', 'group', '--json');
    const { oneToMany, thresholds, groups, input } = JSON.parse(stdout);
    expect(oneToMany).toMatchObject({ links: 4, correct: 2, wrong: 2, truePairs: 2 });
    expect(
      thresholds.map(({ threshold, links }: { threshold: number; links: number }) => [threshold, links]),
    ).toEqual([
      [0.9, 4],
      [0.95, 3],
      [1, 2],
    ]);
    expect(groups.map(({ group, links }: { group: string; links: number }) => [group, links])).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
    expect(input.unknownRequests).toBe(1);
  });

  it('holds the links to what is asked, with exit code 3 and a line for each failure', async () => {
    expect(await evaluate('--min', 'precision=0.5,recall=1')).toMatchObject({ code: 0 });
    const { code, stdout, stderr } = await evaluate('--min', 'precision=0.9,recall=1,f1=0.7');
    expect(code).toBe(3);
    expect(stdout).toContain('precision');
    expect(stderr.trimEnd().split('\n')).toEqual([
      'check failed: precision; allowed: 0.9 or more; found: 0.5',
      'check failed: f1; allowed: 0.7 or more; found: 0.667',
    ]);
  });

  it('tells all mistakes of the arguments at once', async () => {
    const { code, stderr } = await evaluate(
      '--level',
      '1',
      '--min',
      'speed=1',
      '--thresholds',
      '2',
      '--unlisted',
      'x',
    );
    expect(code).toBe(2);
    expect(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(['--level', '--unlisted', '--thresholds', '--min']);
  });

  it('refuses files that would give a wrong number', async () => {
    writeFileSync(at('bad.csv'), 'request_id,taxpayer_id,score\nR1,T1,1.2\nR1,,1\nR1,T1\n');
    const bad = await place.mismatch(['evaluate', 'bad.csv', 'truth.csv']);
    expect(bad.code).toBe(2);
    expect(bad.stderr.trimEnd().split('\n')).toEqual([
      'bad.csv:2: score is not usable; allowed: a number from 0 to 1; found: 1.2',
      'bad.csv:3: an id is empty; allowed: request_id and taxpayer_id in every row; found: nothing',
      'bad.csv:4: ragged: 2 cells where the header has 3',
    ]);
    writeFileSync(at('empty.csv'), 'request_id,taxpayer_id\n');
    expect((await place.mismatch(['evaluate', 'ours.csv', 'empty.csv'])).stderr).toBe(
      'empty.csv: no rows; allowed: a row for each request; found: a header\n',
    );
    const none = await place.mismatch(['evaluate', 'empty.csv', 'truth.csv']);
    expect(none.code).toBe(0);
    expect(none.stdout).toMatch(/^precision +not defined +not defined$/m);
    expect((await evaluate('--group', 'grop')).stderr).toMatch(
      /^--group: no such column; .*did you mean group\?$/m,
    );
    expect(readFileSync(at('ours.csv'), 'utf8')).toContain('R9');
  });
});
