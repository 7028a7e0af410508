/**
 * Speed and memory of the taxpayer file: the tables, a world on them, its people as columns of codes and as written
 * records, then `mismatch generate` of about a million taxpayers in each format; each in a process of its own. The
 * bounds: tables within a second and 200 MB, 2 million people a second as columns, 300 MB for an export.
 *
 *   npm run build && node bench/generate.mjs [share of the ZIP areas]
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepHeapSmall } from '../dist/execution/small-heap.js';
import { exportDirectory } from '../dist/export/export-directory.js';
import { settleExport } from '../dist/export/settle-export.js';
import { taxpayersOf } from '../dist/export/taxpayers.js';
import { writeExport } from '../dist/export/write-export.js';
import { population } from '../dist/population/population.js';
import { loadTables } from '../dist/population/tables.js';
import { loadScenario } from '../dist/scenario/load.js';

const [zips = '0.005', part] = process.argv.slice(2);
const megabytesNow = () => Math.round(process.memoryUsage().rss / 1e6);
const seconds = (since) => (performance.now() - since) / 1000;

if (part === undefined) {
  for (const one of ['tables', 'csv', 'parquet']) {
    spawnSync(process.execPath, [import.meta.filename, zips, one], { stdio: 'inherit' });
  }
} else if (part === 'tables') {
  keepHeapSmall();
  const before = megabytesNow();
  let started = performance.now();
  const tables = loadTables();
  console.log(`tables: loaded in ${seconds(started).toFixed(2)} s, ${megabytesNow() - before} MB`);
  started = performance.now();
  const world = population(loadScenario('irs-ice-2025'), 1, tables);
  console.log(`world: made in ${seconds(started).toFixed(2)} s, ${megabytesNow()} MB in all`);

  let people = 0;
  started = performance.now();
  for (let zip = 0; people < 4e6; zip += 7) {
    const area = world.layout.area(zip);
    if (area.people > 0) people += world.people(area).surname.length;
  }
  console.log(`columns: ${Math.round(people / seconds(started))} people/s`);
  let written = 0;
  started = performance.now();
  for (let zip = 0; written < 100_000; zip += 997) {
    for (const { record } of taxpayersOf({ population: world }, world.layout.area(zip))) {
      if (record.recordId !== '') written++;
    }
  }
  console.log(`records: ${Math.round(written / seconds(started))} people/s`);
} else {
  const format = part;
  keepHeapSmall();
  const out = mkdtempSync(join(tmpdir(), 'mismatch-bench-'));
  try {
    const { world, plan, taxpayers } = settleExport(
      { scenario: 'irs-ice-2025', zips, format },
      'mismatch bench',
    );
    const started = performance.now();
    const files = await writeExport(world, plan, exportDirectory(join(out, format)));
    const took = seconds(started);
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    const megabytes = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
    console.log(
      `${format}: ${taxpayers} taxpayers in ${took.toFixed(1)} s, ${Math.round(taxpayers / took)} taxpayers/s, ` +
        `${Math.round(rows / took)} rows/s in all files, peak memory ${megabytes} MB`,
    );
  } finally {
    rmSync(out, { recursive: true });
  }
}
