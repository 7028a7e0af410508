/** An export against the world it was made from, person by person, and read back by other programs' means. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportedFiles } from '../../src/export/columns.ts';
import { isDuckDbInstalled } from '../../src/export/duckdb.ts';
import { exportDirectory } from '../../src/export/export-directory.ts';
import { csv } from '../../src/export/formats/csv.ts';
import { duckdb } from '../../src/export/formats/duckdb.ts';
import { parquet } from '../../src/export/formats/parquet.ts';
import { requestsRecordedIn } from '../../src/export/requests.ts';
import { writeExport } from '../../src/export/write-export.ts';
import { statuses } from '../../src/population/statuses.ts';
import { smallWorld } from '../small-world.ts';
import { type Rows, readCsv, readDuckDb, readParquet, readParquetMetadata } from './read-back.ts';

const world = smallWorld({ seed: 5, people: 9_000, requests: 300, zipAreas: 8 });
const { population, requests } = world;
const everywhere = Array.from({ length: population.layout.zipAreas }, (_, zip) => zip);
const folder = mkdtempSync(join(tmpdir(), 'mismatch-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

const provenance = {
  tool: 'mismatch 0.0.0',
  scenario: 'small',
  scenarioSha256: 'abc',
  seed: 5,
  extent: 'all of a few ZIP areas',
};

async function write(name: string, chosen = everywhere, format = csv, most = Number.POSITIVE_INFINITY) {
  const plan = { chosen, requests: requestsRecordedIn(requests, chosen, most), format, provenance };
  return writeExport(world, plan, exportDirectory(join(folder, name)));
}
const rowsOf = (name: string, file: keyof typeof exportedFiles) => readCsv(join(folder, name, `${file}.csv`));

describe('an export of every ZIP area', () => {
  let taxpayers: Rows;
  let asked: Rows;
  beforeAll(async () => {
    await write('all');
    taxpayers = rowsOf('all', 'taxpayers');
    asked = rowsOf('all', 'requests');
  });

  it('has the columns of the contract', () => {
    for (const [file, columns] of Object.entries(exportedFiles)) {
      const text = readFileSync(join(folder, 'all', `${file}.csv`), 'utf8');
      expect(text.split('\r\n', 1)[0]).toBe(columns.join(','));
    }
  });

  it('holds everybody of the taxpayer file, as they are made one by one', () => {
    const truth = rowsOf('all', 'taxpayer-truth');
    expect(taxpayers.length).toBe(population.size);
    expect(truth.length).toBe(population.size);
    for (let index = 0; index < population.size; index++) {
      const person = population.person(index);
      const [recordId, ...values] = Object.values(taxpayers[index]!);
      const [, ...expected] = Object.values(person.record);
      expect(recordId).toBe(`SYN-T${index}`);
      expect(values).toEqual(expected);
      expect(truth[index]).toMatchObject({
        taxpayer_id: recordId,
        origin: person.origin,
        role: person.role,
      });
    }
  });

  it('holds the requests that name a ZIP area, with their errors', () => {
    const recorded = Array.from({ length: requests.size }, (_, j) => j).filter(
      (j) => requests.recordedZip(j) >= 0,
    );
    expect(asked.map((row) => row['record_id']).toSorted()).toEqual(
      recorded.map((j) => `SYN-R${j}`).toSorted(),
    );
    for (const row of asked) {
      const j = Number(row['record_id']!.slice('SYN-R'.length));
      const [, ...expected] = Object.values(requests.record(j, requests.truth(j)).record);
      const [, ...values] = Object.values(row);
      expect(values).toEqual([...expected, requests.informationDate(j)]);
    }
  });

  it('tells the truth about each of them, and only beside the records', () => {
    const truth = rowsOf('all', 'truth');
    expect(truth.map((row) => row['request_id'])).toEqual(asked.map((row) => row['record_id']));
    for (const row of truth) {
      const { taxpayer } = requests.truth(Number(row['request_id']!.slice('SYN-R'.length)));
      expect(row['taxpayer_id']).toBe(taxpayer < 0 ? '' : `SYN-T${taxpayer}`);
    }
    expect(truth.some((row) => row['taxpayer_id'] !== '')).toBe(true);
    expect(truth.some((row) => row['taxpayer_id'] === '')).toBe(true);
  });

  it('counts the requested as unauthorized, as linkage does', () => {
    const statusOf = new Map(
      rowsOf('all', 'taxpayer-truth').map((row) => [row['taxpayer_id'], row['status']]),
    );
    for (const { taxpayer_id } of rowsOf('all', 'truth')) {
      if (taxpayer_id !== '') expect(statusOf.get(taxpayer_id)).toBe('unauthorized');
    }
    const known = new Set<string | undefined>(statuses.map(({ id }) => id));
    expect([...statusOf.values()].filter((status) => !known.has(status))).toEqual([]);
  });

  it('gives every record an id of its own that says SYN-', () => {
    const ids = [...taxpayers, ...asked].map((row) => row['record_id']!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !id.startsWith('SYN-'))).toEqual([]);
  });

  it('is the two halves of the country together, but for who was requested across them', async () => {
    await write('west', everywhere.slice(0, 4));
    await write('east', everywhere.slice(4));
    for (const file of ['taxpayers', 'taxpayer-truth', 'requests'] as const) {
      expect([...rowsOf('west', file), ...rowsOf('east', file)]).toEqual(rowsOf('all', file));
    }
    const west = new Set(rowsOf('west', 'taxpayers').map((row) => row['record_id']));
    const whole = new Map(rowsOf('all', 'truth').map((row) => [row['request_id'], row['taxpayer_id']!]));
    let outside = 0;
    for (const { request_id, taxpayer_id } of rowsOf('west', 'truth')) {
      const really = whole.get(request_id!)!;
      expect(taxpayer_id).toBe(west.has(really) ? really : '');
      if (really !== '' && taxpayer_id === '') outside++;
    }
    expect(outside).toBeGreaterThan(0);
  });

  it('gives the same bytes again', async () => {
    await write('again');
    for (const name of readdirSync(join(folder, 'all'))) {
      expect(readFileSync(join(folder, 'again', name)).equals(readFileSync(join(folder, 'all', name)))).toBe(
        true,
      );
    }
  });

  it('is the same as Parquet', async () => {
    const written = await write('columns', everywhere, parquet);
    for (const { name, rows } of written) {
      const back = await readParquet(join(folder, 'columns', name));
      expect(back.length).toBe(rows);
      expect(back).toEqual(rowsOf('all', name.replace('.parquet', '') as keyof typeof exportedFiles));
    }
  });

  it.skipIf(!isDuckDbInstalled())('is the same as DuckDB, a table a file', async () => {
    const written = await write('base', everywhere, duckdb);
    expect(readdirSync(join(folder, 'base')).length).toBe(written.length + 1);
    for (const { name, bytes } of written) {
      const file = name.replace('.duckdb', '') as keyof typeof exportedFiles;
      expect(statSync(join(folder, 'base', name)).size).toBe(bytes);
      const sql = `SELECT * FROM ${file.replace('-', '_')}`;
      expect(await readDuckDb(join(folder, 'base', name), sql)).toEqual(rowsOf('all', file));
    }
  });

  it('carries the mark in Parquet, and beside the files', async () => {
    const metadata = readParquetMetadata(join(folder, 'columns', 'taxpayers.parquet'));
    const facts = Object.fromEntries(
      (metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value]),
    );
    expect(facts['mismatch.synthetic']).toMatch(/^SYNTHETIC/);
    expect(facts).toMatchObject({ 'mismatch.seed': '5', 'mismatch.scenario': 'small' });
    expect(metadata.row_groups.length).toBe(Math.ceil(population.size / 5_000));
    const mark = readFileSync(join(folder, 'all', 'SYNTHETIC.txt'), 'utf8');
    expect(mark).toMatch(/^SYNTHETIC/);
    expect(mark).toContain(`taxpayers.csv: ${population.size} rows`);
  });
});

it('a limited export has the first so many requests, which are in random order', async () => {
  const first = Array.from({ length: requests.size }, (_, j) => j).filter(
    (j) => requests.recordedZip(j) >= 0,
  );
  const [, few] = await write('few', everywhere, csv, 7);
  expect(few).toMatchObject({ name: 'requests.csv', rows: 7 });
  const ids = rowsOf('few', 'requests').map((row) => row['record_id']);
  expect(ids.toSorted()).toEqual(
    first
      .slice(0, 7)
      .map((j) => `SYN-R${j}`)
      .toSorted(),
  );
});

it.each([csv, parquet])('without requests there is an empty file: $id', async (format) => {
  const written = await write(`none-${format.id}`, everywhere.slice(0, 1), format, 0);
  expect(written.map(({ rows }) => rows > 0)).toEqual([true, false, false, true]);
  const path = join(folder, `none-${format.id}`, `requests.${format.id}`);
  expect(format === csv ? readCsv(path) : await readParquet(path)).toEqual([]);
});

describe('an export that is stopped', () => {
  const stopped = (path: string, after: number) => {
    const stop = new AbortController();
    const plan = { chosen: everywhere, requests: new Map(), format: csv, provenance };
    let areas = 0;
    return writeExport(world, plan, exportDirectory(path), {
      signal: stop.signal,
      onProgress: () => ++areas === after && stop.abort(new Error('stopped')),
    });
  };

  it('leaves nothing', async () => {
    const path = join(folder, 'stopped');
    await expect(stopped(path, 2)).rejects.toThrow('stopped');
    expect(existsSync(path)).toBe(false);
  });

  it('leaves an earlier export as it was', async () => {
    await write('earlier', everywhere.slice(0, 1));
    const path = join(folder, 'earlier');
    const before = readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')]);
    await expect(stopped(path, 3)).rejects.toThrow('stopped');
    expect(readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')])).toEqual(before);
  });
});

it('a new export replaces one in another format', async () => {
  await write('replaced', everywhere.slice(0, 1), csv);
  await write('replaced', everywhere.slice(0, 1), parquet);
  expect(readdirSync(join(folder, 'replaced')).toSorted()).toEqual([
    'SYNTHETIC.txt',
    ...Object.keys(exportedFiles)
      .map((name) => `${name}.parquet`)
      .toSorted(),
  ]);
});
