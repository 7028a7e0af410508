/**
 * Cost of a request: its ZIP area alone, its truth, its record, and the names of the record alone; ZIP area by ZIP area
 * as linkage asks for them, and in the order of the list, where each lives and is recorded somewhere else. CPU time, since
 * that is what a run pays for. The bounds, on an otherwise idle core: a ZIP area in 0.7 µs; truth and record together in
 * 30 µs by ZIP area, truth and names in 30 µs in any order. A whole record in the order of the list costs more: most name
 * a street of a ZIP area whose streets were not yet drawn.
 *
 *   npm run build && node bench/requests.mjs [requests]
 */

import { openWorld } from '../dist/execution/run-plan.js';
import { loadScenario } from '../dist/scenario/load.js';

const most = Number(process.argv[2] ?? 30_000);
/** What is made once, the compiler's work among it, is not counted. */
const WARM = 4000;
/** ZIP areas lie side by side in the list of them; a shard has them from everywhere. */
const ZIP_STEP = 977;

const { requests } = openWorld(loadScenario('irs-ice-2025'), 1);

function microseconds(numbers, work) {
  const before = process.cpuUsage();
  for (const j of numbers) work(j);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / numbers.length;
}
const show = (what, value) => console.log(`${what.padEnd(44)} ${value.toFixed(2).padStart(7)} µs a request`);

const all = Array.from({ length: requests.size }, (_, j) => j);
const zips = new Int32Array(requests.size);
const askZip = (j) => {
  zips[j] = requests.recordedZip(j);
};
microseconds(all, askZip);
show('recordedZip, in the order of the list', microseconds(all, askZip));

/** Requests of whole ZIP areas. */
function byZipArea() {
  const sorted = all.filter((j) => zips[j] >= 0).sort((a, b) => zips[a] - zips[b] || a - b);
  const starts = sorted.flatMap((j, i) => (i > 0 && zips[j] === zips[sorted[i - 1]] ? [] : [i]));
  const chosen = [];
  for (let part = 0; chosen.length < WARM + most; part = (part + ZIP_STEP) % starts.length) {
    chosen.push(...sorted.slice(starts[part], starts[part + 1]));
  }
  return chosen;
}

function table(order, numbers) {
  const warm = numbers.slice(0, WARM);
  const counted = numbers.slice(WARM, WARM + most);
  const truths = new Map();
  const askTruth = (j) => truths.set(j, requests.truth(j));
  const askNames = (j) => requests.recordedNames(j, truths.get(j));
  const askRecord = (j) => requests.record(j, truths.get(j));
  for (const [what, ask] of [
    ['truth', askTruth],
    ['recordedNames', askNames],
  ]) {
    microseconds(warm, ask);
    show(`${what}, ${order}`, microseconds(counted, ask));
  }
  // Truths anew: what they have worked out for the names is no gift to the records.
  microseconds(numbers, askTruth);
  microseconds(warm, askRecord);
  show(`record, ${order}`, microseconds(counted, askRecord));
}

table('by ZIP area', byZipArea());
table('in the order of the list', all.slice(0, WARM + most));
