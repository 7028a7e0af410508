/**
 * How far the time left that a run tells can be believed. Runs `mismatch simulate` with the arguments given, takes the time of
 * every report of progress, and prints for each of them from the second third of the linking on what was told and what was
 * true, and the worst error: asked are 15% of what is left, give or take the second to which it is told.
 *
 *   npm run build && node bench/progress.mjs --zips 0.004 --workers 2
 */

import { availableParallelism } from 'node:os';
import { secondsLeft } from '../dist/execution/progress.js';
import { simulate } from '../dist/execution/simulate-draws.js';
import { loadScenario } from '../dist/scenario/load.js';

const ALLOWED = 0.15;
const SECONDS_OF_ROUNDING = 1;

const args = process.argv.slice(2);
const value = (flag, otherwise) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : otherwise);
const scenario = loadScenario(args[0]?.startsWith('--') ? 'irs-ice-2025' : (args[0] ?? 'irs-ice-2025'));
const zipShare = Number(value('--zips', String(scenario.sampling.zipShare)));
const workers = Number(value('--workers', String(availableParallelism())));

const started = performance.now();
const milestones = [];
await simulate(scenario, {
  seed: 1,
  sampling: { zipShare, requestShare: 1 },
  workers,
  onProgress: ({ share }) => milestones.push({ seconds: (performance.now() - started) / 1000, share }),
});
const written = (performance.now() - started) / 1000;
const [{ seconds: first }, { seconds: linked }] = [milestones[0], milestones.at(-1)];
const row = (cells) => console.log(cells.map((cell) => String(cell).padStart(10)).join(''));
row(['at, s', 'done, %', 'told, s', 'true, s', 'error, %']);
let worst = 0;
let beyond = 0;
let shown = 0;
milestones.forEach(({ seconds, share }, i) => {
  const told = secondsLeft(milestones.slice(0, i + 1));
  if (seconds < first + (linked - first) / 3 || told === undefined) return;
  const left = linked - seconds;
  const error = told - left;
  if (Math.abs(error) > ALLOWED * left + SECONDS_OF_ROUNDING) beyond++;
  if (left > SECONDS_OF_ROUNDING) worst = Math.max(worst, Math.abs(error) / left);
  if (share < shown) return;
  shown = share + 0.05;
  const percent = left === 0 ? 0 : (100 * error) / left;
  row([seconds.toFixed(1), (100 * share).toFixed(0), told.toFixed(1), left.toFixed(1), percent.toFixed(0)]);
});
console.log(
  `until linking ${first.toFixed(1)} s, linking ${(linked - first).toFixed(1)} s, estimates ${(written - linked).toFixed(1)} s; ` +
    `worst error with more than a second left ${(100 * worst).toFixed(0)}%; ` +
    `${beyond} of ${milestones.length} reports off by more than ${100 * ALLOWED}% and a second`,
);
