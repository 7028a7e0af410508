/**
 * Speed and memory of the taxpayer file: opening a world, here and in a worker thread that is given what can be shared;
 * its people as columns of codes, by ZIP area; one address of a ZIP area that nobody has asked for before; written
 * records; then `mismatch generate` of about a million taxpayers in each format; each in a process of its own. Times are
 * of the processor (user and system), which a busy machine disturbs less. The bounds: 0.8 s to open and 200 MB, 2 million
 * people a second as columns, 300 MB for an export.
 *
 *   npm run build && node bench/generate.mjs [share of the ZIP areas]
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { openWorld } from '../dist/execution/run-plan.js';
import { keepHeapSmall } from '../dist/execution/small-heap.js';
import { exportDirectory } from '../dist/export/export-directory.js';
import { settleExport } from '../dist/export/settle-export.js';
import { taxpayersOf } from '../dist/export/taxpayers.js';
import { writeExport } from '../dist/export/write-export.js';
import { population } from '../dist/population/population.js';
import { loadTables } from '../dist/population/tables.js';
import { loadScenario } from '../dist/scenario/load.js';

const SCENARIO = 'irs-ice-2025';
const SEED = 1;
const ROUNDS = 6;
const PEOPLE_PER_ROUND = 930_000;
const ADDRESSES = 2000;
const RECORDS = 100_000;

const [zips = '0.005', part] = process.argv.slice(2);
const megabytesNow = () => Math.round(process.memoryUsage().rss / 1e6);
const seconds = (since) => (performance.now() - since) / 1000;
/** Processor seconds of all threads of this process so far. */
const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
/** What `work` returns, and the processor seconds that it takes. */
const timed = (work) => {
  const before = processor();
  const result = work();
  return { result, took: processor() - before };
};

if (!isMainThread) {
  const scenario = loadScenario(SCENARIO);
  const { names, counts } = workerData;
  const people = () => population(scenario, SEED, loadTables(names), counts);
  parentPort.postMessage(timed(() => openWorld(scenario, SEED, people())).took);
} else if (part === undefined) {
  for (const one of ['world', 'csv', 'parquet']) {
    spawnSync(process.execPath, [import.meta.filename, zips, one], { stdio: 'inherit' });
  }
} else if (part === 'world') {
  keepHeapSmall();
  const scenario = loadScenario(SCENARIO);
  const before = megabytesNow();
  const opened = timed(() => openWorld(scenario, SEED));
  const { population: people } = opened.result;
  console.log(`opening: ${opened.took.toFixed(2)} CPU s, ${megabytesNow() - before} MB`);
  const inWorker = await new Promise((resolve, reject) => {
    new Worker(new URL(import.meta.url), { workerData: people.shared })
      .once('message', resolve)
      .once('error', reject);
  });
  console.log(`opening in a worker: ${inWorker.toFixed(2)} CPU s`);
  measure(people);
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

function measure(population) {
  const { layout, people, neighbourhood } = population;
  const areas = [];
  for (let zip = 0, sum = 0; sum < PEOPLE_PER_ROUND; zip = (zip + 137) % layout.zipAreas) {
    const area = layout.area(zip);
    sum += area.people;
    areas.push(area);
  }
  const speeds = Array.from({ length: ROUNDS }, () => {
    const { result, took } = timed(() => areas.reduce((sum, area) => sum + people(area).surname.length, 0));
    return result / took;
  });
  const millions = speeds.map((speed) => (speed / 1e6).toFixed(2));
  console.log(`columns: ${millions.join(', ')} million people a CPU s, ${megabytesNow()} MB in all`);

  // ZIP areas as people live, spread by the golden ratio.
  const remote = Array.from({ length: 2 * ADDRESSES }, (_, i) =>
    layout.area(layout.zipOf(Math.floor(((i * 0.618034) % 1) * layout.people))),
  );
  const ask = (list) =>
    list.forEach((area) => {
      const { addressText, addressCode } = neighbourhood(area);
      addressText(addressCode(area.people % area.dwellings));
    });
  ask(remote.slice(ADDRESSES));
  const { took } = timed(() => ask(remote.slice(0, ADDRESSES)));
  console.log(`neighbourhood: ${((took / ADDRESSES) * 1e6).toFixed(0)} CPU µs for one address`);

  let written = 0;
  const records = timed(() => {
    for (let zip = 0; written < RECORDS; zip += 997) {
      for (const { record } of taxpayersOf({ population }, layout.area(zip % layout.zipAreas))) {
        if (record.recordId !== '') written++;
      }
    }
  });
  console.log(`records: ${Math.round(written / records.took)} people a CPU s`);
}
